import { type EventStore, StoreError } from '@yibiao/event-store'
import {
  contentDigest,
  feedTopic,
  inboundTopic,
  type OneForm,
  replayTopic,
  shippedReference,
} from '@yibiao/schemas'
import t from 'tap'
import { countingStore } from './support/counting-store.ts'
import { feedsOf } from './support/feeds-of.ts'
import { deliveriesOf } from './support/noted.ts'
import { type Relaying, Town, until } from './support/town.ts'

const shipped = shippedReference().participants.content
const newBank = {
  code: 'BANK-BOC',
  zh: '中国银行吉林市分行',
  en: 'BOC Jilin Branch',
  departments: ['BANK'],
  divisions: ['2202'],
  reference: true,
}

async function publish(town: Town, version: number, withBank: boolean): Promise<void> {
  const participants = withBank ? [...shipped.participants, newBank] : shipped.participants
  const content = { ...shipped, version, participants }
  await town.bus.provision([{ name: inboundTopic(newBank.code), partitions: 1 }])
  const data = { version, digest: contentDigest(content), content }
  await town.say('OPERATOR', 'participants.published', data, { subject: 'participants' })
  await town.settle()
}

const atTheNewBank = (form: OneForm): OneForm =>
  ({ ...form, bank: { ...form.bank, participant: newBank.code } }) as OneForm

async function file(town: Town, seed: number, change?: (form: OneForm) => OneForm): Promise<void> {
  await town.departments.file(seed, change)
  await town.settle()
}

const out = async ({ own }: Relaying, code: string): Promise<string[]> =>
  (await own.read(feedTopic(code), 0, 0, 10_000)).map(({ value }) => value.toString('utf8'))
const expected = async (town: Town, code: string): Promise<string[]> =>
  ((await feedsOf(town)).get(code) ?? []).map(({ value }) => value.toString('utf8'))

t.test('a participant that comes in later has its feed at once', async (t) => {
  const town = await Town.open(t)
  const relaying = await town.relay()
  await relaying.relay.start()
  await file(town, 1)
  await publish(town, 2, true)
  await until(
    async () => (await relaying.own.read(replayTopic(newBank.code), 0, 0, 1).catch(() => [1])).length === 0,
  )
  await file(town, 2, atTheNewBank)
  await relaying.caughtUp()
  const feed = await expected(town, newBank.code)
  t.equal(feed.length, 2, 'its routing, and the clocks that began with it')
  await until(async () => (await out(relaying, newBank.code)).length === feed.length)
  t.same(await out(relaying, newBank.code), feed)
  await relaying.relay.stop()
  t.equal((await deliveriesOf(town.store, newBank.code)).at(-1)?.last, 2)
})

t.test('a participant that went and comes back goes on where its feed was', async (t) => {
  const town = await Town.open(t)
  await publish(town, 2, true)
  await file(town, 3, atTheNewBank)
  const before = await town.relay()
  await before.relay.start()
  await before.caughtUp()
  await until(async () => (await out(before, newBank.code)).length === 2)
  await before.relay.stop()
  // Its messages of this time are noted by nobody.
  while ((await town.departments.answer()) > 0) await town.settle()
  await publish(town, 3, false)
  const relaying = await town.relay()
  await relaying.relay.start()
  await relaying.caughtUp()
  await publish(town, 4, true)
  await file(town, 4, atTheNewBank)
  const feed = await expected(town, newBank.code)
  t.ok(feed.length > 5)
  await until(async () => {
    const found = await out(relaying, newBank.code).catch(() => [])
    return found.length >= feed.length
  })
  t.same(await out(relaying, newBank.code), feed)
  await relaying.relay.stop()
})

t.test('whatever breaks off is gone on with, and nothing is lost or left behind', async (t) => {
  const town = await Town.open(t)
  const warnings: Error[] = []
  const onWarning = (warning: Error) => warnings.push(warning)
  process.on('warning', onWarning)
  t.teardown(() => process.off('warning', onWarning))
  let faults = 0
  const { store: counted } = countingStore(town.store)
  const store: EventStore = {
    ...counted,
    subscribe: (options) => {
      const real = town.store.subscribe(options)
      let batches = 0
      return {
        next: async () => {
          batches += 1
          if (faults < 30 && batches > 1) {
            faults += 1
            if (faults % 2 === 0) return { done: true, value: undefined }
            throw new StoreError('YB_STORE_UNAVAILABLE', 'The test says so.')
          }
          return real.next()
        },
        return: async () => real.return?.() ?? { done: true, value: undefined },
        [Symbol.asyncIterator]() {
          return this
        },
      }
    },
  }
  const relaying = await town.relay({ store, batchSize: 5 })
  await relaying.relay.start()
  await file(town, 5)
  while ((await town.departments.answer()) > 0) await town.settle()
  let seen = false
  await until(() => {
    seen ||= relaying.relay.health() !== undefined
    town.time.pass(60_000)
    return faults === 30
  })
  t.ok(seen, 'the relay says so')
  await relaying.caughtUp()
  t.equal(relaying.relay.health(), undefined)
  t.same(await out(relaying, 'TAX'), await expected(town, 'TAX'))
  await relaying.relay.stop()
  t.equal(town.time.waiting, 0, 'no timer')
  t.same(warnings, [], 'no listener')
})

t.test('a relay can be stopped at any time and more than once', async (t) => {
  const town = await Town.open(t)
  const never = await town.relay()
  await never.relay.stop()
  const short = await town.relay()
  await short.relay.start()
  await Promise.all([short.relay.stop(), short.relay.stop()])
  t.equal(short.relay.health(), undefined)
  t.equal(town.time.waiting, 0)
})
