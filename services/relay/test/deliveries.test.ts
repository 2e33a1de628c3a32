import type { EventStore } from '@yibiao/event-store'
import { StoreError } from '@yibiao/event-store'
import { quietAfter } from '@yibiao/relay'
import { encodeEvent, eventIdOf } from '@yibiao/schemas'
import t, { type Test as T } from 'tap'
import { countingStore } from './support/counting-store.ts'
import { feedsOf } from './support/feeds-of.ts'
import { deliveriesOf } from './support/noted.ts'
import { Town, until, withFeed } from './support/town.ts'

/** Lets filings go through while time passes in steps of 300 ms. */
async function grow(town: Town, seeds: readonly number[], caughtUp: () => Promise<void>): Promise<void> {
  for (const seed of seeds) {
    await town.departments.file(seed)
    await town.settle()
    while ((await town.departments.answer()) > 0) {
      await caughtUp()
      town.time.pass(300)
      await town.settle()
    }
  }
  await caughtUp()
}

/** The records of every feed go on from one another, say what the fold says, and are a second apart. */
async function checkRecords(t: T, town: Town, atLeast: number, restarts = 0): Promise<void> {
  const feeds = await feedsOf(town)
  let count = 0
  for (const code of withFeed) {
    const records = await deliveriesOf(town.store, code)
    const feed = feeds.get(code) ?? []
    count += records.length
    let close = 0
    for (const [index, one] of records.entries()) {
      const before = records[index - 1]
      const wrong = {
        'does not go on from the record before': one.first !== (before?.last ?? 0) + 1,
        'says nothing new': one.last <= (before?.last ?? 0),
        'has no later position': one.position <= (before?.position ?? 0),
        'is before its last message': one.position < (feed[one.last - 1]?.position ?? 0),
        'is beyond the next message': one.position >= (feed[one.last]?.position ?? Number.POSITIVE_INFINITY),
        'has another digest than the fold': one.digest !== feed[one.last - 1]?.digest,
      }
      for (const [what, isSo] of Object.entries(wrong))
        if (isSo) t.fail(`${code}: record ${index + 1} ${what}`)
      if (before && one.noted - before.noted < 1_000) close += 1
    }
    t.ok(close <= restarts, `${code}: at most one a second but for the last word at a stop`)
    t.equal(records.at(-1)?.last ?? 0, feed.length, `${code}: everything is noted`)
  }
  t.ok(count >= atLeast, `${count} records`)
}

t.test('records go on from one another, at most one a second and feed', async (t) => {
  const town = await Town.open(t)
  const { relay, caughtUp } = await town.relay()
  await relay.start()
  await grow(town, [1, 2, 3, 4], caughtUp)
  await relay.stop()
  await checkRecords(t, town, 30, 1)
  t.same(await deliveriesOf(town.store, 'CUSTOMS'), [], 'nothing for a feed that has not moved')
  t.equal(town.time.waiting, 0, 'no timer is left behind')
})

t.test('nothing more is written once everything is noted', async (t) => {
  const town = await Town.open(t)
  const { relay, caughtUp } = await town.relay()
  await relay.start()
  await grow(town, [5], caughtUp)
  town.time.pass(1_000)
  const length = (await feedsOf(town)).get('TAX')?.length
  await until(async () => (await deliveriesOf(town.store, 'TAX')).at(-1)?.last === length)
  const head = await town.store.head()
  for (let second = 0; second < 5; second += 1) {
    town.time.pass(1_000)
    await caughtUp()
  }
  await relay.stop()
  t.equal(await town.store.head(), head)
})

t.test('what is not due yet is noted when its second is over, without any further event', async (t) => {
  const town = await Town.open(t)
  const { relay, caughtUp } = await town.relay()
  await relay.start()
  await town.departments.file(6)
  await town.settle()
  await caughtUp()
  await until(async () => (await deliveriesOf(town.store, 'AMR')).length === 1)
  await town.departments.answer()
  await town.settle()
  await caughtUp()
  town.time.pass(999)
  await until(() => town.time.waiting > 0)
  t.equal((await deliveriesOf(town.store, 'AMR')).length, 1, 'not within the second')
  town.time.pass(1)
  await until(async () => (await deliveriesOf(town.store, 'AMR')).length === 2)
  await relay.stop()
})

t.test('relays that note the same feeds go on from each other', async (t) => {
  const town = await Town.open(t)
  const one = await town.relay()
  const other = await town.relay()
  await one.relay.start()
  await other.relay.start()
  const both = async () => {
    await one.caughtUp()
    await other.caughtUp()
  }
  await grow(town, [7, 8, 9], both)
  await Promise.all([one.relay.stop(), other.relay.stop()])
  await checkRecords(t, town, 20, 2)
  t.equal(one.relay.health(), undefined)
  t.equal(other.relay.health(), undefined)
})

t.test('a relay that starts again goes on where the last one was', async (t) => {
  const town = await Town.open(t)
  for (const seed of [10, 11, 12]) {
    const { relay, caughtUp } = await town.relay()
    await relay.start()
    await grow(town, [seed], caughtUp)
    await relay.stop()
    town.time.pass(100)
  }
  await checkRecords(t, town, 20, 6)
})

t.test('a record that cannot be written is written later, and the relay says so meanwhile', async (t) => {
  const town = await Town.open(t)
  let broken = true
  const { store: counted } = countingStore(town.store)
  const store: EventStore = {
    ...counted,
    append: async (appends) => {
      if (broken) throw new StoreError('YB_STORE_FULL', 'The test says so.')
      return town.store.append(appends)
    },
  }
  const { relay, caughtUp } = await town.relay({ store })
  await relay.start()
  await town.departments.file(13)
  await town.settle()
  await caughtUp()
  await until(() => relay.health()?.error === 'The test says so.')
  broken = false
  await until(() => town.time.waiting > 0)
  town.time.pass(1_000)
  await until(async () => (await deliveriesOf(town.store, 'TAX')).length === 1)
  await until(() => relay.health() === undefined)
  await relay.stop()
  await checkRecords(t, town, 8)
})

t.test('the place of a feed on which nothing happens is noted now and then', async (t) => {
  const town = await Town.open(t)
  const { relay, caughtUp } = await town.relay()
  await relay.start()
  const append = async (count: number, series: string) => {
    const time = new Date(town.time.now()).toISOString()
    for (let from = 0; from < count; from += 500) {
      const numbers = Array.from({ length: Math.min(500, count - from) }, (_, index) => from + index)
      await town.store.append(
        numbers.map((number) => {
          const id = eventIdOf('/test', `${series} ${number}`, 0)
          const type = 'yibiao.read.recorded.v1'
          const event = {
            ...{ specversion: '1.0' as const, id, source: '/participants/OPERATOR', type, subject: series },
            ...{ time, authtype: 'operator' as const, authid: 'a', recordedtime: time },
            data: { reader: 'a', purpose: 'test', paths: [] },
          }
          const data = encodeEvent(event)
          return { stream: `reads-${series}-${number}`, expectedRevision: 0, events: [{ id, type, data }] }
        }),
      )
    }
  }
  await append(quietAfter - 500, 'a')
  await caughtUp()
  town.time.pass(1_000)
  await caughtUp()
  t.same(await deliveriesOf(town.store, 'CUSTOMS'), [], 'not yet')
  await append(500, 'b')
  await until(async () => (await deliveriesOf(town.store, 'CUSTOMS')).length === 1)
  const [record] = await deliveriesOf(town.store, 'CUSTOMS')
  t.match(record, { first: 1, last: 0 })
  t.ok((record?.position ?? 0) >= quietAfter)
  town.time.pass(60_000)
  await caughtUp()
  await relay.stop()
  t.equal((await deliveriesOf(town.store, 'CUSTOMS')).length, 1, 'the records do not follow from one another')
})

t.test('what is noted after the clock was put back is not recorded before what was noted', async (t) => {
  const town = await Town.open(t)
  const { relay, caughtUp } = await town.relay()
  await relay.start()
  await grow(town, [1], caughtUp)
  town.time.pass(-3_600_000)
  await grow(town, [2], caughtUp)
  await relay.stop()
  const lengths = await town.feedLengths()
  for (const code of withFeed) {
    const records = await deliveriesOf(town.store, code)
    t.equal(records.at(-1)?.last ?? 0, lengths.get(code) ?? 0, `${code}: noted all the same`)
    for (const [index, { noted }] of records.entries())
      if (noted < (records[index - 1]?.noted ?? 0))
        t.fail(`${code}: record ${index + 1} was recorded before its predecessor`)
  }
})
