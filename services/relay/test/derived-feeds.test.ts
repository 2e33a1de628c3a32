import type { EventStore, SubscribeOptions } from '@yibiao/event-store'
import { BusError, type BusMessage } from '@yibiao/message-bus'
import { type FeedMessage, FeedReader, firstCursor } from '@yibiao/projections'
import { keptBytes, keptMessages } from '@yibiao/relay'
import { feedTopic } from '@yibiao/schemas'
import t from 'tap'
import { FeedTopic } from '../src/feed-topic.ts'
import { countingStore } from './support/counting-store.ts'
import { feedsOf } from './support/feeds-of.ts'
import { deliveriesOf } from './support/noted.ts'
import { type Relaying, Town, until, withFeed } from './support/town.ts'

async function file(town: Town, seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) await town.departments.file(seed)
  await town.settle()
  while ((await town.departments.answer()) > 0) await town.settle()
}

const asText = ({ offset, value, headers, key }: Pick<BusMessage, 'offset' | 'value' | 'headers' | 'key'>) =>
  `${offset} ${key} ${headers.feeddigest} ${value.toString('utf8')}`
const expected = (messages: readonly FeedMessage[] = []) =>
  messages.map(
    ({ sequence, key, digest, value }) => `${sequence - 1} ${key} ${digest} ${value.toString('utf8')}`,
  )

/** Everything that a consumer of a group of its own is given. */
async function consume({ own }: Relaying, code: string, batchSize: number, count: number): Promise<string[]> {
  const found: string[] = []
  const consumer = await own.consume({
    group: `reader-${code}-${batchSize}`,
    topics: [feedTopic(code)],
    batchSize,
    onBatch: async (messages) => {
      found.push(...messages.map(asText))
    },
  })
  await until(() => found.length >= count)
  await consumer.stop()
  return found
}

t.test('who reads along and who reads afterwards get the same bytes', async (t) => {
  const town = await Town.open(t)
  const relaying = await town.relay()
  await relaying.relay.start()
  const along: string[] = []
  const consumer = await relaying.own.consume({
    group: 'along',
    topics: [feedTopic('TAX')],
    onBatch: async (messages) => {
      along.push(...messages.map(asText))
    },
  })
  await file(town, [1, 2, 3])
  const feeds = await feedsOf(town)
  const length = feeds.get('TAX')?.length ?? 0
  await until(() => along.length >= length)
  await consumer.stop()
  t.same(along, expected(feeds.get('TAX')))
  for (const code of withFeed) {
    const own = feeds.get(code) ?? []
    if (own.length > 0) t.same(await consume(relaying, code, 7, own.length), expected(own), code)
  }
  await relaying.relay.stop()
})

t.test(
  'after a restart old messages are folded again, to the same bytes, for two slow readers at once',
  async (t) => {
    const town = await Town.open(t)
    const before = await town.relay()
    await before.relay.start()
    await file(town, [4, 5, 6])
    await before.caughtUp()
    await before.relay.stop()
    const after = await town.relay()
    await after.relay.start()
    const feeds = await feedsOf(town)
    const length = feeds.get('TAX')?.length ?? 0
    const [one, other] = await Promise.all([
      consume(after, 'TAX', 3, length),
      consume(after, 'TAX', 5, length),
    ])
    t.same(one, expected(feeds.get('TAX')))
    t.same(other, expected(feeds.get('TAX')))
    await after.relay.stop()
  },
)

t.test('readers that take turns do not fold the same events again and again', async (t) => {
  const town = await Town.open(t)
  await file(town, [7, 8, 9])
  const counting = countingStore(town.store)
  const { store, history } = { store: counting.store, history: town.history }
  const reader = new FeedReader({ store, history, participant: 'TAX', references: town.references })
  const feed = (await feedsOf(town)).get('TAX') ?? []
  const topic = new FeedTopic(reader, feed.at(-1) as FeedMessage)
  topic.caughtUp()
  const head = (await town.store.readAll({ limit: 10_000 })).length
  const steps = [2, 3, 2]
  const at = [0, 0, 0]
  while (at.some((from) => from < feed.length))
    for (const [reader, step] of steps.entries()) {
      const from = at[reader] as number
      if (from >= feed.length) continue
      const read = await topic.read(from, step)
      t.same(read.map(asText), expected(feed.slice(from, from + step)))
      at[reader] = from + read.length
    }
  t.ok(counting.read < 9 * head, `${counting.read} events read, the history has ${head}`)
})

t.test('the end of a feed is right straight after a crash, before anything new happened', async (t) => {
  const town = await Town.open(t)
  const crashed = await town.relay()
  await crashed.relay.start()
  await file(town, [10, 11])
  await crashed.caughtUp()
  const length = (await town.feedLengths()).get('TAX') ?? 0
  const noted = (await deliveriesOf(town.store, 'TAX')).at(-1)?.last ?? 0
  t.ok(noted < length, 'more was read than noted')
  await crashed.own.consume({ group: 'connector.TAX', topics: [feedTopic('TAX')], onBatch: async () => {} })
  await until(
    async () => (await crashed.own.offsets('connector.TAX', [feedTopic('TAX')]))[0]?.committed === length,
  )
  await crashed.own.close()

  const next = await town.relay()
  await next.relay.start()
  const faults: unknown[] = []
  const found: BusMessage[] = []
  await next.own.consume({
    group: 'connector.TAX',
    topics: [feedTopic('TAX')],
    onBatch: async (messages) => {
      found.push(...messages)
    },
    onError: (error) => faults.push(error),
  })
  t.equal((await next.own.offsets('connector.TAX', [feedTopic('TAX')]))[0]?.latest, length)
  t.same(await next.own.read(feedTopic('TAX'), 0, length, 10), [], 'nothing past the end')
  await file(town, [12])
  const whole = (await feedsOf(town)).get('TAX') ?? []
  await until(() => found.length === whole.length - length)
  t.same(found.map(asText), expected(whole.slice(length)))
  t.same(faults, [], 'the consumer that was ahead of the records goes on')
  await crashed.relay.stop()
  await next.relay.stop()
})

t.test('whoever asks before the feed has caught up waits, and hears of a stop', async (t) => {
  const town = await Town.open(t)
  const { store, history, references } = town
  const reader = new FeedReader({ store, history, participant: 'TAX', references })
  const topic = new FeedTopic(reader, firstCursor)
  const asked = topic.latest()
  await topic.stop()
  await t.rejects(asked)
  const other = new FeedTopic(reader, firstCursor)
  const later = other.read(0, 10)
  other.caughtUp()
  t.same(await later, [])
  const { relay, own } = await town.relay()
  await relay.start()
  await relay.stop()
  const outcome = await own.read(feedTopic('TAX'), 0, 0, 1).catch((error: unknown) => error)
  t.ok(Array.isArray(outcome) || outcome instanceof BusError)
})

t.test('memory holds no more than its bounds, and every message can still be read', async (t) => {
  const town = await Town.open(t)
  const { store, history, references } = town
  const reader = new FeedReader({ store, history, participant: 'TAX', references })
  for (const size of [10, 20_000]) {
    const topic = new FeedTopic(reader, firstCursor)
    topic.caughtUp()
    const count = keptMessages * 3
    for (let from = 1; from <= count; from += 100) {
      const messages = Array.from({ length: 100 }, (_, index) => messageOf(from + index, size))
      topic.take(messages, messages.at(-1) as FeedMessage)
    }
    t.equal(await topic.latest(), count)
    let kept = 0
    for (let from = count - 1; from >= 0; from -= 1) {
      const [found] = await topic.read(from, 1)
      if (!found) break
      if (found.offset !== from) t.fail(`offset ${found.offset} where ${from} was asked for`)
      kept += 1
    }
    t.ok(
      kept <= 2 * keptMessages && kept * size <= 2 * keptBytes + 100 * size,
      `${kept} messages of ${size} bytes`,
    )
    t.ok(
      kept >= Math.min(keptMessages, Math.floor(keptBytes / (2 * size))),
      'those who read along find theirs',
    )
  }
})

t.test('no wake-up is lost between a read and the next message', async (t) => {
  const town = await Town.open(t)
  const { store, history, references } = town
  const topic = new FeedTopic(new FeedReader({ store, history, participant: 'TAX', references }), firstCursor)
  topic.caughtUp()
  let calls = 0
  const stop = topic.onMore(() => {
    calls += 1
  })
  topic.take([messageOf(1, 10)], messageOf(1, 10))
  t.equal(calls, 1)
  topic.take([messageOf(1, 10)], messageOf(1, 10))
  t.equal(calls, 1, 'nothing new after a fault')
  t.equal((await topic.read(0, 10)).length, 1)
  stop()
  topic.take([messageOf(2, 10)], messageOf(2, 10))
  t.equal(calls, 1)
})

t.test('a reader that fell behind memory while the history grew gets the rest at once', async (t) => {
  const town = await Town.open(t)
  await file(town, [13])
  const { store, history, references } = town
  const old = (await feedsOf(town)).get('TAX') ?? []
  const topic = new FeedTopic(
    new FeedReader({ store, history, participant: 'TAX', references }),
    old.at(-1) as FeedMessage,
  )
  topic.caughtUp()
  t.equal((await topic.read(0, old.length)).length, old.length)
  await file(town, [14])
  const feed = (await feedsOf(town)).get('TAX') ?? []
  // Only the cursor: as if memory had dropped the messages again.
  topic.take([], feed.at(-1) as FeedMessage)
  t.same((await topic.read(old.length, 500)).map(asText), expected(feed.slice(old.length)))
})

const messageOf = (sequence: number, size: number): FeedMessage => ({
  participant: 'TAX',
  sequence,
  position: sequence,
  key: 'r',
  eventId: String(sequence),
  digest: String(sequence),
  value: Buffer.alloc(size),
  time: 0,
})

t.test('a feed answers under a load that never lets the relay stand at the end', async (t) => {
  const town = await Town.open(t)
  await file(town, [15])
  const expectedFeed = (await feedsOf(town)).get('TAX') ?? []
  const { relay, own } = await town.relay({ store: neverCaughtUp(town.store) })
  await relay.start()
  t.same(
    (await own.read(feedTopic('TAX'), 0, 0, 500)).map(asText),
    expected(expectedFeed),
    'as far as the history went when the relay was started',
  )
})

/** A store whose readers never hear that they stand at the end. */
const neverCaughtUp = (store: EventStore): EventStore =>
  new Proxy(store, {
    get(target, name) {
      if (name !== 'subscribe') {
        const member: unknown = Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      }
      return async function* (options: SubscribeOptions) {
        for await (const batch of target.subscribe(options)) yield { ...batch, caughtUp: false }
      }
    },
  })
