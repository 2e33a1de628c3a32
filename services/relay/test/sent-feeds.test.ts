import { setImmediate as nextTurn } from 'node:timers/promises'
import { BusError, type BusMessage, type MessageBus, type MessageToPublish } from '@yibiao/message-bus'
import { type FeedMessage, FeedReader, firstCursor, firstDigest, nextDigest } from '@yibiao/projections'
import { queuedMessages } from '@yibiao/relay'
import { feedTopic } from '@yibiao/schemas'
import t, { type Test as T } from 'tap'
import { SentFeed } from '../src/sent-feed.ts'
import { feedsOf } from './support/feeds-of.ts'
import { deliveriesOf } from './support/noted.ts'
import { isFeed, storedFeeds, withPublish } from './support/stored-feeds.ts'
import { Town, until, withFeed } from './support/town.ts'

async function file(town: Town, seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) await town.departments.file(seed)
  await town.settle()
  while ((await town.departments.answer()) > 0) await town.settle()
}

const onTopic = (bus: MessageBus, code: string): Promise<readonly BusMessage[]> =>
  bus.read(feedTopic(code), 0, 0, 10_000)

/** Every feed is on its topic: in order, repeated at most from some message on, and with the bytes of the fold. */
async function checkTopics(t: T, town: Town, bus: MessageBus): Promise<number> {
  const feeds = await feedsOf(town)
  let repeated = 0
  for (const code of withFeed) {
    const feed = feeds.get(code) ?? []
    let last = 0
    let digest = firstDigest
    for (const { value, headers, key } of await onTopic(bus, code)) {
      const { feedsequence, id } = JSON.parse(value.toString('utf8'))
      const message = feed[feedsequence - 1]
      if (feedsequence > last + 1) t.fail(`${code}: a gap before ${feedsequence}`)
      if (!message || !value.equals(message.value)) t.fail(`${code}: other bytes than the fold's`)
      if (headers.feeddigest !== message?.digest || key !== message?.key) t.fail(`${code}: other labels`)
      if (feedsequence <= last) repeated += 1
      else digest = nextDigest(digest, feedsequence, id, value)
      last = Math.max(last, feedsequence)
    }
    t.equal(last, feed.length, `${code}: all of it`)
    t.equal(digest, feed.at(-1)?.digest ?? firstDigest)
  }
  return repeated
}

/** The town's bus with stored feeds, whose `publish` goes through the test's hands. */
async function handedBus(
  town: Town,
  hand: (feed: readonly MessageToPublish[], publish: () => Promise<unknown>) => Promise<unknown>,
): Promise<MessageBus> {
  const real = await storedFeeds(town.bus, withFeed)
  return withPublish(real, async (messages) => {
    if (!messages.some(isFeed)) return town.bus.publish(messages)
    await hand(messages, () => town.bus.publish(messages))
    return []
  })
}

t.test('every feed is published in order', async (t) => {
  const town = await Town.open(t)
  const { relay, bus, caughtUp } = await town.relay({ stored: true })
  await relay.start()
  await file(town, [1, 2, 3])
  await caughtUp()
  await relay.stop()
  t.equal(await checkTopics(t, town, bus), 0, 'nothing twice')
  t.equal(town.time.waiting, 0)
})

t.test('a publish that fails is tried again without loss, and one send is under way at a time', async (t) => {
  const town = await Town.open(t)
  let calls = 0
  let most = 0
  const under = new Map<string, number>()
  const bus = await handedBus(town, async ([first], publish) => {
    const topic = first?.topic ?? ''
    const now = (under.get(topic) ?? 0) + 1
    under.set(topic, now)
    most = Math.max(most, now)
    calls += 1
    try {
      // Fails before, or after the broker has it: then nothing is known of the outcome.
      if (calls % 3 === 1) throw new BusError('YB_BUS_UNAVAILABLE', 'before')
      await publish()
      if (calls % 3 === 2) throw new BusError('YB_BUS_UNAVAILABLE', 'after')
    } finally {
      under.set(topic, now - 1)
    }
  })
  const { relay, caughtUp } = await town.relay({ bus })
  await relay.start()
  await file(town, [4, 5])
  const done = caughtUp()
  let isDone = false
  void done.then(() => {
    isDone = true
  })
  await until(() => {
    town.time.pass(60_000)
    return isDone
  })
  await until(() => relay.health() === undefined)
  await relay.stop()
  t.ok((await checkTopics(t, town, town.bus)) > 0, 'some came twice')
  t.equal(most, 1, 'one send a feed')
})

t.test('what is not out is not noted, and the others go on', async (t) => {
  const town = await Town.open(t)
  let open = false
  const bus = await handedBus(town, async ([first], publish) => {
    if (!open && first?.topic === feedTopic('TAX')) throw new BusError('YB_BUS_FORBIDDEN', 'not TAX')
    return publish()
  })
  const { relay } = await town.relay({ bus })
  await relay.start()
  await file(town, [6, 7])
  const lengths = await town.feedLengths()
  await until(async () => {
    town.time.pass(1_000)
    return (await onTopic(town.bus, 'AMR')).length === lengths.get('AMR')
  })
  await until(async () => {
    town.time.pass(1_000)
    return (await deliveriesOf(town.store, 'AMR')).at(-1)?.last === lengths.get('AMR')
  })
  t.match(relay.health(), { error: 'not TAX' })
  t.same(await deliveriesOf(town.store, 'TAX'), [], 'nothing of TAX is noted')
  t.same(await onTopic(town.bus, 'TAX'), [])
  open = true
  await until(async () => {
    town.time.pass(60_000)
    return (await deliveriesOf(town.store, 'TAX')).at(-1)?.last === lengths.get('TAX')
  })
  t.equal(relay.health(), undefined)
  await relay.stop()
  t.equal(await checkTopics(t, town, town.bus), 0)
})

t.test('a relay that is cut off between sending and noting repeats itself, byte for byte', async (t) => {
  const town = await Town.open(t)
  await file(town, [8, 9])
  const first = await town.relay({ stored: true })
  await first.relay.start()
  await first.caughtUp()
  // No stop: the second one knows only what was noted.
  const noted = (await deliveriesOf(town.store, 'TAX')).at(-1)?.last ?? 0
  await file(town, [10])
  await first.caughtUp()
  const second = await town.relay({ stored: true })
  await second.relay.start()
  const length = (await town.feedLengths()).get('TAX') ?? 0
  await until(async () => (await onTopic(town.bus, 'TAX')).length >= length + (length - noted))
  await Promise.all([first.relay.stop(), second.relay.stop()])
  t.ok((await checkTopics(t, town, town.bus)) > 0)
})

t.test('no more is taken than can be sent', async (t) => {
  const town = await Town.open(t)
  await town.bus.provision([{ name: 'feed', partitions: 1 }])
  const gate = Promise.withResolvers<void>()
  const bus = withPublish(town.bus, async (messages) => {
    await gate.promise
    return town.bus.publish(messages)
  })
  const { store, references, history, time } = town
  const reader = new FeedReader({ store, references, history, participant: 'TAX' })
  let sent = 0
  const onSent = (count: number) => {
    sent += count
  }
  const options = { bus, topic: 'feed', reader, scheduler: time, onFault: t.error, onSent }
  const feed = new SentFeed(options, firstCursor)
  const messages = Array.from({ length: queuedMessages + 1_000 }, (_, index) => messageOf(index + 1))
  feed.take(messages.slice(0, 10), messages[9] as FeedMessage)
  await feed.room()
  t.equal(feed.published.sequence, 0, 'taken, not out')
  feed.take(messages, messages.at(-1) as FeedMessage)
  let hasRoom = false
  const room = feed.room().then(() => {
    hasRoom = true
  })
  await nextTurn()
  t.notOk(hasRoom, 'whoever folds has to wait')
  gate.resolve()
  await room
  await until(() => sent === messages.length)
  t.equal(feed.published.sequence, messages.length)
  const out = await town.bus.read('feed', 0, 0, 10_000)
  t.same(
    out.map(({ value }) => value.toString()),
    messages.map(({ value }) => value.toString()),
  )
  await feed.stop()
})

const messageOf = (sequence: number): FeedMessage => ({
  participant: 'TAX',
  sequence,
  position: sequence * 3,
  key: `record-${sequence % 7}`,
  eventId: String(sequence),
  digest: String(sequence),
  value: Buffer.from(`message ${sequence}`),
  time: 0,
})

t.test('a stop waits for what is being sent and notes it', async (t) => {
  const town = await Town.open(t)
  await file(town, [11])
  const { relay, caughtUp, own } = await town.relay({ stored: true })
  await relay.start()
  await caughtUp()
  await relay.stop()
  for (const [code, length] of await town.feedLengths())
    t.equal((await deliveriesOf(town.store, code)).at(-1)?.last ?? 0, length, code)
  await own.close()
})
