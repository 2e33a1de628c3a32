import { ownPostgresForTest } from '@yibiao/engines/postgres'
import pg from 'pg'
import t from 'tap'
import { newEvents, take } from '../contract/harness.ts'
import type { Append } from '../index.ts'
import { openPostgresEventStore, type PostgresEventStore } from '../postgres/index.ts'
import { execute, newSchema } from './fixtures/postgres.ts'

const own = await ownPostgresForTest(t)
const skip = 'skip' in own ? own.skip : false
const postgres = 'skip' in own ? undefined! : own.postgres

async function open(t: { teardown(end: () => Promise<void>): void }, notify = true) {
  const schema = newSchema()
  const store = await openPostgresEventStore({ url: postgres.url, schema, notify })
  t.teardown(() => store.close())
  return { store, schema }
}

/** Repeats an append until the store answers; what an append is for. */
async function appendWhenBack(store: PostgresEventStore, append: Append) {
  for (;;) {
    try {
      return (await store.append([append]))[0]
    } catch (error) {
      if ((error as { retryable?: boolean }).retryable !== true) throw error
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

for (const notify of [true, false]) {
  t.test(
    `killed and started again under load, nothing is lost or doubled (notify: ${notify})`,
    { skip },
    async (t) => {
      const { store } = await open(t, notify)
      const streams = Array.from({ length: 8 }, (_, index) => `load-${index}`)
      const rounds = 60
      const subscription = store.subscribe({ after: 0, batchSize: 7 })
      const seen = take(subscription, streams, streams.length * rounds)
      let done = 0
      const load = Promise.all(
        streams.map(async (stream) => {
          for (let revision = 0; revision < rounds; revision++) {
            const append = { stream, expectedRevision: revision, events: newEvents(1) }
            const outcome = await appendWhenBack(store, append)
            if (outcome?.status !== 'appended') throw new Error('a repeated append was not recognised')
            done += 1
          }
        }),
      )
      for (const at of [50, 200, 350]) {
        while (done < at) await new Promise((resolve) => setImmediate(resolve))
        await postgres.kill()
        await postgres.restart()
      }
      await load
      const shown = await seen
      await subscription.return?.()
      t.strictSame(
        shown.map(({ position }) => position),
        shown.map((_, index) => index + 1),
        'the subscription went on and showed each event once, in order',
      )
      for (const stream of streams) t.equal((await store.readStream(stream)).length, rounds)
      t.strictSame((await store.verify()).faults, [])
    },
  )
}

t.test(
  'while the server is away calls fail as retryable, and a waiting subscription waits',
  { skip },
  async (t) => {
    const { store } = await open(t)
    const subscription = store.subscribe({ after: 0 })
    t.match(await subscription.next(), { value: { events: [], caughtUp: true } })
    const waiting = subscription.next()
    await postgres.kill()
    const append = { stream: 'away', expectedRevision: 0, events: newEvents(1) }
    const away = { name: 'StoreError', code: 'YB_STORE_UNAVAILABLE', retryable: true }
    await t.rejects(store.append([append]), away)
    await t.rejects(store.readAll(), away)
    await t.rejects(store.head(), away)
    await t.rejects(openPostgresEventStore({ url: postgres.url }), away)
    const another = store.subscribe({ after: 0 })
    const unanswered = another.next()
    await another.return?.()
    t.match(await unanswered, { done: true }, 'a subscription can be left while the server is away')
    await postgres.restart()
    t.match(await appendWhenBack(store, append), { status: 'appended', position: 1 })
    t.match(await waiting, { value: { position: 1 } })
    await subscription.return?.()
  },
)

/** Holds the head row, as another writer in the middle of its transaction does. Returns how to let it go. */
async function holdHead(schema: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query('BEGIN')
  await client.query(`SELECT 1 FROM ${schema}.meta FOR UPDATE`)
  return async () => {
    await client.query('COMMIT')
    await client.end()
  }
}

t.test('an append whose connection was cut may be repeated', { skip }, async (t) => {
  const { store, schema } = await open(t)
  await store.append([{ stream: 'before', expectedRevision: 0, events: newEvents(1) }])
  const letGo = await holdHead(schema)
  const append = { stream: 'cut', expectedRevision: 0, events: newEvents(3) }
  const failing = t.rejects(store.append([append]), { code: 'YB_STORE_UNAVAILABLE', retryable: true })
  // It waits for the head when its connection goes.
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'yibiao event store' AND wait_event_type = 'Lock'`
  while ((await execute(postgres.url, cut)).length === 0);
  await failing
  await letGo()
  t.match(await appendWhenBack(store, append), { status: 'appended', firstRevision: 1, lastRevision: 3 })
  t.equal((await store.readStream('cut')).length, 3)
})

t.test(
  'an append that waits too long for another writer gives up, and can be repeated',
  { skip },
  async (t) => {
    const schema = newSchema()
    const store = await openPostgresEventStore({ url: postgres.url, schema, statementTimeout: 150 })
    t.teardown(() => store.close())
    const letGo = await holdHead(schema)
    const append = { stream: 's', expectedRevision: 0, events: newEvents(1) }
    await t.rejects(store.append([append]), {
      code: 'YB_STORE_UNAVAILABLE',
      retryable: true,
      cause: { code: '57014' },
    })
    await letGo()
    t.match(await appendWhenBack(store, append), { status: 'appended', position: 1 })
  },
)

t.test('a reader whose notifications were cut still hears of what others append', { skip }, async (t) => {
  const { store, schema } = await open(t)
  const other = await openPostgresEventStore({ url: postgres.url, schema })
  t.teardown(() => other.close())
  const subscription = store.subscribe({ after: 0 })
  await subscription.next()
  for (let revision = 0; revision < 3; revision++) {
    const seen = take(subscription, ['s'], 1)
    await execute(
      postgres.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`,
    )
    await other.append([{ stream: 's', expectedRevision: revision, events: newEvents(1) }])
    t.equal((await seen).length, 1)
  }
  await subscription.return?.()
})
