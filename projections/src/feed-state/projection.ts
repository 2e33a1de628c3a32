import type { RecordedEvent } from '@yibiao/schemas'
import { participantOf } from '../one-form/view.ts'
import type { Projection } from '../projection.ts'
import { type FeedStateView, initialFeedState, marksKept, rejectionsKept } from './view.ts'

interface Delivered {
  readonly last: number
  readonly position: number
  readonly digest: string
}
interface Acknowledged {
  readonly sequence: number
  readonly digest: string
  readonly stage: 'received' | 'applied'
}
interface Rejected {
  readonly sequence: number
  readonly reason: string
}

function evolve(view: FeedStateView, event: RecordedEvent): FeedStateView {
  if (event.type === 'yibiao.delivery.recorded.v1') deliver(view, event.data as Delivered, event.recordedtime)
  else if (event.type === 'yibiao.feed.acknowledged.v1')
    acknowledge(view, event.data as Acknowledged, event.recordedtime)
  else if (event.type === 'yibiao.feed.rejected.v1') reject(view, event.data as Rejected, event.recordedtime)
  return view
}

function deliver(view: FeedStateView, { last, position, digest }: Delivered, time: string): void {
  if (view.sent !== null && last <= view.sent.sequence) return
  view.sent = { sequence: last, position, digest, time }
  view.marks.push({ sequence: last, digest })
  if (view.marks.length > marksKept) view.marks.shift()
  for (const ack of view.ahead) compare(view, ack.sequence, ack.digest, time)
  view.ahead = view.ahead.filter((ack) => ack.sequence > last)
}

/** Acknowledgements are cumulative, so a lower one that arrives late says nothing new. */
function acknowledge(view: FeedStateView, { sequence, digest, stage }: Acknowledged, time: string): void {
  const known = view[stage]
  if (known === null || sequence > known.sequence) view[stage] = { sequence, digest, time }
  // What is applied has been received.
  if (stage === 'applied' && (view.received === null || sequence > view.received.sequence))
    view.received = { sequence, digest, time }
  if (view.sent === null || sequence > view.sent.sequence) {
    view.ahead.push({ sequence, digest })
    if (view.ahead.length > marksKept) view.ahead.shift()
  } else compare(view, sequence, digest, time)
}

function compare(view: FeedStateView, sequence: number, acknowledged: string, time: string): void {
  if (view.diverged !== null) return
  const mark = view.marks.find((one) => one.sequence === sequence)
  if (mark !== undefined && mark.digest !== acknowledged)
    view.diverged = { sequence, sent: mark.digest, acknowledged, time }
}

function reject(view: FeedStateView, { sequence, reason }: Rejected, time: string): void {
  view.rejections += 1
  view.rejected.push({ sequence, reason, time })
  if (view.rejected.length > rejectionsKept) view.rejected.shift()
}

const streams = /^(deliveries|receipts)-/

/**
 * The state of every participant's feed. A delivery is compared with an acknowledgement where both name the same
 * sequence, which is where the participant acknowledged the end of a delivery.
 */
export const feedStateProjection: Projection<FeedStateView> = {
  name: 'feed-state',
  version: 1,
  // A participant's deliveries and receipts are two streams.
  streamBound: false,
  concerns: (stream) => streams.test(stream),
  key: (event) => {
    if (event.type === 'yibiao.delivery.recorded.v1') return event.subject
    return event.type === 'yibiao.feed.acknowledged.v1' || event.type === 'yibiao.feed.rejected.v1'
      ? participantOf(event)
      : undefined
  },
  initial: initialFeedState,
  evolve,
  columns: {
    sent: { type: 'integer', value: (view) => view.sent?.sequence ?? 0 },
    applied: { type: 'integer', value: (view) => view.applied?.sequence ?? 0 },
    diverged: { type: 'integer', value: (view) => (view.diverged === null ? 0 : 1) },
  },
}
