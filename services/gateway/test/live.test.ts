import { makeForm } from '@yibiao/schemas'
import t from 'tap'
import { CursorCodec } from '../src/live/cursor.ts'
import { registers } from './acts.ts'
import { listen } from './event-source.ts'
import { exchange } from './exchange.ts'

const x = await exchange({ limits: { heartbeat: 100, streams: 12 } })
t.teardown(() => x.close())
const { address } = x.gateway
const open = (path: string, options: Parameters<typeof listen>[1] = {}) =>
  listen(`${address}${path}`, options)
interface Line {
  readonly type: string
  readonly record: string
  readonly position: number
  readonly revision: number
}

t.test(
  'the live line tells what happens, to everybody from one encoding, and no value of a form',
  async (t) => {
    const listeners = await Promise.all([1, 2, 3].map(() => open('/v1/feed')))
    const form = makeForm(801)
    const filed = await x.file({ form })
    for (const one of listeners) {
      const [first, second] = await one.messages(2)
      t.match(first?.data, {
        type: 'yibiao.filing.submitted.v1',
        record: filed.record,
        filing: filed.filing,
        participant: 'PAB',
      })
      t.match(second?.data, { type: 'yibiao.filing.routed.v1', titleZh: '办件已分送' })
      for (const value of [form.name.full, form.people[0]?.idNo ?? '-', form.people[0]?.name ?? '-'])
        t.notMatch(JSON.stringify(first) + JSON.stringify(second), value)
      one.close()
    }
    t.equal(new Set(listeners.map((one) => one.text.replaceAll(': \n\n', ''))).size, 1)
  },
)

t.test('a listener that goes on from its last id misses nothing and gets nothing twice', async (t) => {
  const first = await open('/v1/feed')
  await x.file()
  const [, , last] = await first.messages(3)
  first.close()
  const missed = await x.file()
  const second = await open('/v1/feed', { lastEventId: last?.id ?? '' })
  const live = await x.file()
  const records = (await second.messages(6)).map((one) => (one.data as Line).record)
  t.strictSame(
    records,
    [missed, missed, missed, live, live, live].map(({ record }) => record),
  )
  second.close()
})

t.test('from the start the whole past comes first, and goes over into the present', async (t) => {
  const listener = await open('/v1/feed?from=start')
  const filed = await x.file()
  const seen: Line[] = []
  for (let count = 2; seen.filter((one) => one.record === filed.record).length < 2; count += 2)
    seen.splice(0, seen.length, ...(await listener.messages(count)).map((one) => one.data as Line))
  const positions = seen.map((one) => one.position)
  t.strictSame(
    positions,
    [...new Set(positions)].sort((a, b) => a - b),
  )
  listener.close()
})

t.test('a cursor of another history is refused', async (t) => {
  const foreign = new CursorCodec('another', 0).encode({ kind: 'exchange', at: 3 })
  const answer = await x.call('GET', '/v1/feed', { headers: { 'last-event-id': foreign } })
  t.equal(answer.statusCode, 400)
  t.equal(answer.json<{ code: string }>().code, 'YB_CURSOR')
  const record = (await x.file()).record
  const other = await x.call('GET', `/v1/records/${record}/events`, {
    headers: { 'last-event-id': foreign, accept: 'text/event-stream' },
  })
  t.equal(other.statusCode, 400)
})

t.test('a record’s events are streamed from the first, live, and resumed', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const path = `/v1/records/${filed.record}/events`
  const listener = await open(path, { as: 'founder' })
  const [first, , third] = await listener.messages(3)
  t.match(first?.data, { type: 'yibiao.filing.submitted.v1', revision: 1, data: { form: {} } })
  await registers(x, filed, 51)
  const fourth = (await listener.messages(4))[3]
  t.match(fourth?.data, { type: 'yibiao.enterprise.registered.v1', revision: 4 })
  listener.close()
  const resumed = await open(path, { as: 'founder', lastEventId: third?.id ?? '' })
  t.equal((await resumed.messages(1)).map((one) => (one.data as Line).revision)[0], 4)
  resumed.close()
  const tax = await open(path, { as: 'TAX' })
  t.notMatch(JSON.stringify(await tax.messages(2)), '/articles')
  tax.close()
})

t.test('a participant reads its own feed, message for message', async (t) => {
  const listener = await open('/v1/feed?participant=TAX&from=start', { as: 'TAX' })
  const past = await listener.messages(4)
  t.strictSame(
    past.map((one) => (one.data as { sequence: number }).sequence),
    [1, 2, 3, 4],
  )
  const { FeedReader } = await import('@yibiao/projections')
  const reader = new FeedReader({
    store: x.store,
    references: x.references,
    history: x.history,
    participant: 'TAX',
  })
  for await (const message of reader.from(1)) {
    const seen = past[message.sequence - 1]?.data as { digest: string; message: unknown } | undefined
    if (!seen) break
    t.equal(seen.digest, message.digest)
    t.strictSame(seen.message, JSON.parse(message.value.toString()))
  }
  listener.close()
  const now = await open('/v1/feed?participant=TAX', { as: 'TAX' })
  const filed = await x.file()
  t.equal(
    (await now.messages(1)).map((one) => (one.data as { message: { subject: string } }).message.subject)[0],
    filed.record,
  )
  now.close()
})

t.test('heartbeats keep a quiet stream open', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const listener = await open(`/v1/records/${filed.record}/events`, { as: 'founder' })
  await listener.messages(2)
  await listener.until(() => listener.text.includes('\n: \n'))
  t.pass('a heartbeat came')
  listener.close()
})

t.test('there are only so many streams', async (t) => {
  const listeners = await Promise.all(Array.from({ length: 12 }, () => open('/v1/feed')))
  const answer = await x.call('GET', '/v1/feed')
  t.equal(answer.statusCode, 503)
  for (const one of listeners) one.close()
})
