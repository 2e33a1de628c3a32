import { type FeedStateView, feedStateProjection } from '@yibiao/projections'
import { decodeEvent, encodeEvent, sourceOf } from '@yibiao/schemas'
import t from 'tap'
import { happening } from './support/history.ts'

const digest = (character: string): string => character.repeat(64)

type Step = (view: FeedStateView, number: number) => FeedStateView

const step =
  (name: string, data: unknown): Step =>
  (view, number) => {
    const source = name.startsWith('feed') ? { source: sourceOf('TAX') } : {}
    const { event } = happening('receipts-TAX', name, data, { number, subject: 'TAX', ...source })
    const recorded = decodeEvent({ data: encodeEvent(event), position: number, revision: number })
    if (feedStateProjection.key(recorded) !== 'TAX') throw new Error('not the feed of TAX')
    return feedStateProjection.evolve(view, recorded)
  }

const delivered = (last: number, sum: string): Step =>
  step('delivery.recorded', { first: last, last, position: last * 10, digest: digest(sum), matrixVersion: 1 })
const acknowledged = (sequence: number, sum: string, stage = 'applied'): Step =>
  step('feed.acknowledged', { sequence, digest: digest(sum), stage })
const rejected = (sequence: number): Step => step('feed.rejected', { sequence, reason: '无法识别' })

const after = (...steps: readonly Step[]): FeedStateView => {
  let view = feedStateProjection.initial('TAX')
  for (const [index, one] of steps.entries()) view = one(view, index + 1)
  return view
}

t.test('what was sent, received and applied stand side by side', async (t) => {
  const view = after(
    delivered(5, 'a'),
    acknowledged(5, 'a', 'received'),
    delivered(9, 'b'),
    acknowledged(3, 'c', 'applied'),
  )
  t.match(view, {
    sent: { sequence: 9, position: 90 },
    received: { sequence: 5 },
    applied: { sequence: 3 },
    diverged: null,
  })
})

t.test('what is applied has been received', async (t) => {
  t.match(after(delivered(5, 'a'), acknowledged(5, 'a')), {
    received: { sequence: 5 },
    applied: { sequence: 5 },
  })
})

t.test('another digest at the same sequence is a divergence, and stays one', async (t) => {
  const view = after(delivered(5, 'a'), acknowledged(5, 'f'), delivered(6, 'b'), acknowledged(6, 'b'))
  t.match(view.diverged, { sequence: 5, sent: digest('a'), acknowledged: digest('f') })
})

t.test('an acknowledgement that comes before the delivery was recorded is compared later', async (t) => {
  t.match(after(acknowledged(5, 'f'), delivered(5, 'a')).diverged, { sequence: 5 })
  t.equal(after(acknowledged(5, 'a'), delivered(5, 'a')).diverged, null)
})

t.test('rejections are counted, and the latest fifty kept', async (t) => {
  const view = after(...Array.from({ length: 60 }, (_, index) => rejected(index + 1)))
  t.equal(view.rejections, 60)
  t.equal(view.rejected.length, 50)
  t.match(view.rejected[0], { sequence: 11, reason: '无法识别' })
})

t.test('a delivery told twice is one', async (t) => {
  const once = after(delivered(5, 'a'), delivered(6, 'b'))
  const twice = after(delivered(5, 'a'), delivered(6, 'b'), delivered(5, 'a'))
  t.same(twice, once)
})
