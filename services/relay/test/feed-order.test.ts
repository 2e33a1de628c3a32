import type { EventStore } from '@yibiao/event-store'
import {
  FeedFold,
  type FeedMessage,
  FeedReader,
  firstCursor,
  firstDigest,
  nextDigest,
  RecipientsFold,
  sequencesOf,
} from '@yibiao/projections'
import fc from 'fast-check'
import t from 'tap'
import { countingStore } from './support/counting-store.ts'
import { feedsOf } from './support/feeds-of.ts'
import { deliveriesOf } from './support/noted.ts'
import { richLife } from './support/rich-life.ts'
import { Town, until, withFeed } from './support/town.ts'

/** A history in which a relay noted its deliveries all along, with a replay between two of them. */
async function notedHistory(): Promise<Town> {
  const town = await Town.open(t)
  const { relay, caughtUp } = await town.relay()
  await relay.start()
  for (const seed of [1, 2]) {
    await town.departments.file(seed)
    await town.settle()
    while ((await town.departments.answer()) > 0) {
      await caughtUp()
      town.time.pass(1_000)
      await town.settle()
    }
    const plan = { participant: 'TAX', from: 1, to: 2 }
    const operation = { operation: `replay-${seed}`, kind: 'replay', reason: 'test', plan }
    await town.say('OPERATOR', 'operation.requested', operation, { subject: 'replays' })
    await town.settle()
    await until(async () => (await town.bus.read('registration.inbound.OPERATOR', 0, 0, 100)).length >= 2)
  }
  for (const seed of [6, 9]) {
    await richLife(town, [seed])
    await caughtUp()
    town.time.pass(1_000)
    await noted(town)
  }
  await relay.stop()
  return town
}

/** Resolves when everything that is out has been noted. */
async function noted(there: Town): Promise<void> {
  const lengths = await there.feedLengths()
  await until(async () => (await deliveriesOf(there.store, 'TAX')).at(-1)?.last === lengths.get('TAX'))
}

const town = await notedHistory()
const references = await town.ownReferences()
const feeds = await feedsOf(town)
const bytes = (messages: readonly FeedMessage[]) =>
  messages.map(({ sequence, digest, value }) => `${sequence} ${digest} ${value.toString('utf8')}`)
const feedOf = (code: string): readonly FeedMessage[] => feeds.get(code) ?? []

const readerOf = (code: string, store: EventStore = town.store): FeedReader =>
  new FeedReader({ store, references, history: town.history, participant: code })

async function all(messages: AsyncIterable<FeedMessage>): Promise<FeedMessage[]> {
  const found: FeedMessage[] = []
  for await (const message of messages) found.push(message)
  return found
}

t.test('sequences are dense from 1 and the digests follow from the bytes alone', async (t) => {
  for (const code of withFeed) {
    let digest = firstDigest
    for (const [index, message] of feedOf(code).entries()) {
      const { id, feedsequence, historyid } = JSON.parse(message.value.toString('utf8'))
      if (feedsequence !== index + 1 || historyid !== town.history) t.fail(`${code} ${index}`)
      digest = nextDigest(digest, index + 1, id, message.value)
      if (digest !== message.digest) t.fail(`${code}: another digest at ${index + 1}`)
    }
  }
  t.ok(feedOf('TAX').length > 40, `${feedOf('TAX').length} messages for TAX`)
})

t.test('any page and any memory give the same messages', async (t) => {
  for (const [page, cacheSize] of [
    [1, 1_000],
    [7, 2],
    [64, 1],
  ] as const) {
    const other = await feedsOf(town, { page, cacheSize, references })
    for (const code of withFeed)
      t.same(bytes(other.get(code) ?? []), bytes(feedOf(code)), `${code}, pages of ${page}`)
  }
})

t.test('going on from any delivery record gives the same messages', async (t) => {
  let records = 0
  for (const code of withFeed) {
    const reader = readerOf(code)
    for (const { last, digest, position } of await deliveriesOf(town.store, code)) {
      records += 1
      const rest = await all(reader.fold({ sequence: last, digest, position }))
      t.same(bytes(rest), bytes(feedOf(code).slice(last)), `${code} after ${last}`)
    }
  }
  t.ok(records > 20, `${records} delivery records`)
})

t.test('going on from any message gives the same messages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...withFeed.filter((code) => feedOf(code).length > 0)),
      fc.nat(10_000),
      fc.integer({ min: 1, max: 40 }),
      async (code, some, page) => {
        const at = some % (feedOf(code).length + 1)
        const message = feedOf(code)[at - 1]
        const from = new Map([...feeds.keys()].map((one) => [one, firstCursor]))
        if (message) from.set(code, message)
        const again = await feedsOf(town, { page, cacheSize: 3, from, references })
        return bytes(again.get(code) ?? []).join() === bytes(feedOf(code).slice(at)).join()
      },
    ),
    { numRuns: 8 },
  )
})

t.test('any part of a feed can be read by its sequence', async (t) => {
  for (const code of withFeed) {
    const reader = readerOf(code)
    const length = feedOf(code).length
    for (let from = 1; from <= length + 1; from += 23)
      t.same(bytes(await all(reader.from(from))), bytes(feedOf(code).slice(from - 1)), `${code} from ${from}`)
    t.same(await all(reader.from(length + 1)), [], 'nothing beyond the end')
    const third = feedOf(code)[2]
    if (third) t.equal((await all(reader.from(1, third.position))).length, 3, 'up to a position')
  }
})

t.test('the sequence of every event is found, and of events that are not on the feed none', async (t) => {
  const events = await town.store.readAll({ limit: 10_000 })
  for (const code of ['BANK-ICBC', 'CUSTOMS']) {
    const reader = readerOf(code)
    const expected = new Map(feedOf(code).map(({ position, sequence }) => [position, sequence]))
    for (const { position } of events.filter((_, index) => index % 5 === 0 || index % 7 === 0))
      if ((await reader.sequenceOf(position)) !== expected.get(position)) t.fail(`${code} at ${position}`)
    t.equal(await reader.sequenceOf((events.at(-1)?.position ?? 0) + 10), undefined, 'beyond the head')
  }
})

t.test('the sequences of a record on every feed are counted in one go', async (t) => {
  for (const { record } of town.departments.filings.values()) {
    const found = await sequencesOf({ store: town.store, references }, record)
    const expected = new Map<string, Map<number, number>>()
    for (const code of withFeed)
      for (const { key, position, sequence } of feedOf(code))
        if (key === record)
          expected.set(code, (expected.get(code) ?? new Map<number, number>()).set(position, sequence))
    t.same(
      [...found].map(([code, own]) => [code, [...own]]).sort(),
      [...expected].map(([code, own]) => [code, [...own]]).sort(),
      record,
    )
  }
})

t.test('the published cursor is the last delivery record', async (t) => {
  for (const code of withFeed) {
    const last = (await deliveriesOf(town.store, code)).at(-1)
    const { sequence, position, digest } = await readerOf(code).published()
    if (last)
      t.same(
        { sequence, position, digest },
        { sequence: last.last, position: last.position, digest: last.digest },
      )
    else t.equal(sequence, 0, `${code} was never noted`)
    t.equal(sequence, feedOf(code).length, 'everything was noted at the stop')
  }
})

t.test('counting recipients gives whom cutting gives', async (t) => {
  const cutting = new FeedFold({ store: town.store, references, cacheSize: 2 })
  for (const cacheSize of [1, 100]) {
    const counting = new RecipientsFold({ store: town.store, references, cacheSize })
    for (const stored of await town.store.readAll({ limit: 10_000 })) {
      const expected = (await cutting.fold(stored)).map(({ participant }) => participant)
      const counted = await counting.fold(stored)
      if (counted.join() !== expected.join()) t.fail(`${counted} where ${expected} at ${stored.position}`)
    }
  }
})

t.test('what has been noted is not folded again from the beginning', async (t) => {
  const counting = countingStore(town.store)
  const feed = feedOf('TAX')
  const reader = readerOf('TAX', counting.store)
  const events = await town.store.readAll({ limit: 10_000 })
  const records = await deliveriesOf(town.store, 'TAX')
  for (const { position, sequence } of feed.filter((_, index) => index % 9 === 0)) {
    counting.passed = 0
    t.equal(await reader.sequenceOf(position), sequence)
    const start = records.findLast((record) => record.position < position)?.position ?? 0
    const between = events.filter((one) => one.position > start && one.position <= position).length
    t.equal(counting.passed, between, `from the nearest record to ${sequence}`)
  }
  counting.read = 0
  t.equal((await all(reader.from(feed.length))).length, 1)
  t.ok(counting.read < events.length / 3, `${counting.read} of ${events.length} events for the last message`)
})
