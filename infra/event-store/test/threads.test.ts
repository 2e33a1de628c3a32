import { on, once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import t from 'tap'
import { newEvents, takeUntilCaughtUp } from '../contract/harness.ts'
import { openSqliteEventStore } from '../sqlite/index.ts'
import { newFolder } from './fixtures/folder.ts'

const folder = newFolder()
t.teardown(folder.remove)

function startThread(fixture: string, workerData: object): Worker {
  return new Worker(new URL(`./fixtures/${fixture}`, import.meta.url), { workerData })
}

/** The next of a thread's messages with a certain member. What comes while nobody asks is kept. */
async function message<T extends object>(messages: AsyncIterator<unknown[]>, wanted: keyof T): Promise<T> {
  for (;;) {
    const [said] = (await messages.next()).value
    if (typeof said === 'object' && wanted in said) return said as T
  }
}

t.test('threads that make one file at once and append to it keep one sound history', async (t) => {
  const path = join(folder.path, 'contended.db')
  const rounds = 60
  const threads = ['a', 'b', 'c'].map((name) => startThread('thread-writer.ts', { path, name, rounds }))
  await Promise.all(threads.map((thread) => once(thread, 'message')))
  const results = threads.map((thread) => message<{ won: number }>(on(thread, 'message'), 'won'))
  for (const thread of threads) thread.postMessage('go')
  const won = (await Promise.all(results)).map((result) => result.won)

  const store = await openSqliteEventStore({ path })
  const total = won.reduce((sum, each) => sum + each, 0)
  t.equal((await store.readStream('shared')).length, total, 'each shared revision was won once')
  for (const name of ['a', 'b', 'c']) t.equal((await store.readStream(`own-${name}`)).length, rounds)
  t.strictSame((await store.verify()).faults, [])
  t.equal(await store.head(), total + 3 * rounds)
  await store.close()
})

t.test('an append wakes subscribers in another thread, without polling', async (t) => {
  const path = join(folder.path, 'woken.db')
  const store = await openSqliteEventStore({ path })
  const count = 100
  const thread = on(startThread('thread-reader.ts', { path, count }), 'message')
  await message(thread, 'caughtUp')
  const latencies: number[] = []
  for (let revision = 0; revision < count; revision++) {
    const start = performance.now()
    // The thread has said that it waits; nothing but the wake-up makes it read again.
    const seen = message(thread, 'caughtUp')
    await store.append([{ stream: 'woken', expectedRevision: revision, events: newEvents(1) }])
    await seen
    latencies.push(performance.now() - start)
  }
  const { positions } = await message<{ positions: number[] }>(thread, 'positions')
  t.strictSame(
    positions,
    Array.from({ length: count }, (_, index) => index + 1),
  )
  const median = latencies.toSorted((a, b) => a - b)[count >> 1] ?? Number.POSITIVE_INFINITY
  t.ok(median < 50, `append to news from the other thread: ${median.toFixed(1)} ms in the middle`)
  await store.close()
})

t.test('stores opened by different paths to one file wake each other', async (t) => {
  const path = join(folder.path, 'linked.db')
  const link = join(folder.path, 'link')
  const store = await openSqliteEventStore({ path })
  symlinkSync(folder.path, link)
  const beside = await openSqliteEventStore({ path: join(link, 'linked.db') })
  const subscription = beside.subscribe({ after: 0 })
  await takeUntilCaughtUp(subscription, [])
  const waiting = subscription.next()
  await store.append([{ stream: 'linked', expectedRevision: 0, events: newEvents(1) }])
  t.equal((await waiting).value.events[0]?.stream, 'linked')
  await Promise.all([store.close(), beside.close()])
})

t.test('a store does not trust what it remembers of a stream that another has written', async (t) => {
  const path = join(folder.path, 'remembered.db')
  const [one, two] = [await openSqliteEventStore({ path }), await openSqliteEventStore({ path })]
  for (let revision = 0; revision < 20; revision += 2) {
    for (const [offset, store] of [one, two].entries()) {
      const append = { stream: 'turns', expectedRevision: revision + offset, events: newEvents(1) }
      t.match(await store.append([append]), [{ status: 'appended', lastRevision: revision + offset + 1 }])
    }
  }
  t.strictSame((await one.verify()).faults, [])
  await Promise.all([one.close(), two.close()])
})

t.test(
  'an append waits for the lock, without holding the event loop, and says so when it waits in vain',
  async (t) => {
    const path = join(folder.path, 'locked.db')
    const [patient, hasty] = [
      await openSqliteEventStore({ path }),
      await openSqliteEventStore({ path, busyTimeout: 60 }),
    ]
    const holder = new Database(path)
    holder.exec('BEGIN IMMEDIATE')
    const append = { stream: 'locked', expectedRevision: 0, events: newEvents(2) }
    const waiting = patient.append([append])
    await t.rejects(hasty.append([append]), { code: 'YB_STORE_UNAVAILABLE', retryable: true })
    t.strictSame(await hasty.readStream('locked'), [], 'reading is not held up')
    holder.exec('ROLLBACK')
    holder.close()
    t.match(await waiting, [{ status: 'appended', lastRevision: 2, repeated: false }])
    t.match(await hasty.append([append]), [{ status: 'appended', lastRevision: 2, repeated: true }])
    await Promise.all([patient.close(), hasty.close()])
  },
)
