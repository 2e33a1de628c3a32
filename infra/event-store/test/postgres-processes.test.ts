import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { newEvents, take } from '../contract/harness.ts'
import { openPostgresEventStore } from '../postgres/index.ts'
import { databaseForTest, execute, newSchema } from './fixtures/postgres.ts'

const { url, skip } = await databaseForTest(t)
const writer = fileURLToPath(new URL('./fixtures/postgres-writer.ts', import.meta.url))

t.test(
  'two processes that append at the same time lose nothing, and a third hears of it all',
  { skip },
  async (t) => {
    const schema = newSchema()
    const rounds = 60
    const store = await openPostgresEventStore({ url, schema })
    t.teardown(() => store.close())
    const subscription = store.subscribe({ after: 0 })
    const results = Promise.all(
      ['a', 'b'].map(async (name) => {
        const { stdout } = await promisify(execFile)(process.execPath, [
          writer,
          url,
          schema,
          name,
          `${rounds}`,
        ])
        return (JSON.parse(stdout) as { won: number }).won
      }),
    )
    const own = await take(subscription, ['own-a', 'own-b'], 2 * rounds)
    const won = await results
    await subscription.return?.()
    const events = await store.readAll({ limit: 10_000 })
    t.strictSame(
      own.map(({ position }) => position),
      events.filter(({ stream }) => stream !== 'shared').map(({ position }) => position),
      'in the order of all',
    )
    const shared = await store.readStream('shared', { limit: 10_000 })
    t.equal(shared.length, won[0]! + won[1]!, 'each shared event was won by one')
    t.ok(won.every((count) => count > 0))
    t.strictSame(
      events.map(({ position }) => position),
      events.map((_, index) => index + 1),
      'positions have no gap',
    )
    t.strictSame((await store.verify()).faults, [])
  },
)

t.test('many processes may make one schema at the same time', { skip }, async (t) => {
  const schema = newSchema()
  const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgresEventStore({ url, schema })))
  const appended = await Promise.all(
    stores.map((store, index) =>
      store.append([{ stream: `s${index}`, expectedRevision: 0, events: newEvents(2) }]),
    ),
  )
  t.ok(appended.every(([outcome]) => outcome?.status === 'appended'))
  t.equal(await stores[0]!.head(), 12)
  t.strictSame(await execute(url, `SELECT number, name FROM ${schema}.migrations`), [
    { number: 1, name: 'history' },
  ])
  await Promise.all(stores.map((store) => store.close()))
})

t.test('a store that believed itself alone finds that it was not', { skip }, async (t) => {
  const schema = newSchema()
  const [one, other] = [
    await openPostgresEventStore({ url, schema }),
    await openPostgresEventStore({ url, schema }),
  ]
  t.teardown(() => Promise.all([one.close(), other.close()]))
  const append = async (store: typeof one, stream: string, expectedRevision: number) =>
    (await store.append([{ stream, expectedRevision, events: newEvents(1) }]))[0]
  for (let round = 0; round < 30; round++) await append(one, 'mine', round)
  t.match(await append(other, 'mine', 30), { status: 'appended', lastRevision: 31 })
  t.match(await append(other, 'theirs', 0), { status: 'appended' })
  t.match(await append(one, 'mine', 30), { status: 'conflict', actualRevision: 31 })
  t.match(await append(one, 'theirs', 0), { status: 'conflict', actualRevision: 1 })
  for (let round = 31; round < 50; round++) t.match(await append(one, 'mine', round), { status: 'appended' })
  // A stream that is there already, and of which the store has forgotten or never knew.
  t.match(await append(one, 'theirs', 0), { status: 'conflict', actualRevision: 1 })
  t.strictSame((await one.verify()).faults, [])
})
