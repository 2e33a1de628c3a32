import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { appendOne, newEvent, newEvents, newStream } from '../contract/harness.ts'
import type { EventStore } from '../index.ts'
import { forcedCheckpointPages } from '../sqlite/checkpoint.ts'
import { openSqliteEventStore } from '../sqlite/index.ts'
import { pageSize } from '../sqlite/schema.ts'
import { newFolder } from './fixtures/folder.ts'

const folder = newFolder()
t.teardown(folder.remove)
let files = 0

async function openStore(test: Test): Promise<{ store: EventStore; path: string }> {
  const path = join(folder.path, `${files++}.db`)
  const store = await openSqliteEventStore({ path })
  test.teardown(() => store.close())
  return { store, path }
}

const logSize = (path: string) => statSync(`${path}-wal`).size

/** Turns that the event loop had until the work was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let [turns, done] = [0, false]
  const finished = work.finally(() => {
    done = true
  })
  while (!done) {
    await new Promise(setImmediate)
    turns++
  }
  await finished
  return turns
}

t.test('appends made in one turn share one commit', async (t) => {
  const [alone, together] = [await openStore(t), await openStore(t)]
  const start = logSize(alone.path)
  for (let n = 0; n < 50; n++) {
    await appendOne(alone.store, { stream: newStream(), expectedRevision: 0, events: newEvents(1) })
  }
  await Promise.all(
    Array.from({ length: 50 }, () =>
      appendOne(together.store, { stream: newStream(), expectedRevision: 0, events: newEvents(1) }),
    ),
  )
  // Each commit writes each page that it changes once more into the log.
  const [many, one] = [logSize(alone.path) - start, logSize(together.path) - start]
  t.ok(one * 20 < many, `${one} bytes of log against ${many}`)
})

t.test('appends that arrive with more than a group holds are all answered', async (t) => {
  const { store } = await openStore(t)
  const calls = Array.from({ length: 30 }, () => ({
    stream: newStream(),
    expectedRevision: 0,
    events: newEvents(500),
  }))
  let done = 0
  const appended = calls.map(async (append) => {
    const outcome = await appendOne(store, append)
    done++
    return outcome
  })
  const turns = await turnsDuring(Promise.all(appended))
  t.ok(turns >= 3, `the event loop had ${turns} turns in between`)
  t.equal(done, 30)
  t.equal(await store.head(), 15_000)
})

t.test('long reads and verification give the event loop its turns', async (t) => {
  const { store } = await openStore(t)
  for (let n = 0; n < 40; n++) {
    await appendOne(store, {
      stream: 'large',
      expectedRevision: n,
      events: [newEvent(new Uint8Array(2 ** 20))],
    })
  }
  await Promise.all(
    Array.from({ length: 8 }, () =>
      appendOne(store, { stream: newStream(), expectedRevision: 0, events: newEvents(1_000) }),
    ),
  )
  const reads: Record<string, () => Promise<unknown>> = {
    readAll: () => store.readAll({ limit: 10_000 }),
    readStream: () => store.readStream('large', { limit: 10_000 }),
    verify: () => store.verify(),
  }
  for (const [name, read] of Object.entries(reads)) {
    const turns = await turnsDuring(read())
    t.ok(turns >= (name === 'readStream' ? 2 : 8), `${name}: ${turns} turns`)
  }
})

t.test('closing ends a verification under way instead of waiting for it', async (t) => {
  const { store } = await openStore(t)
  for (let n = 0; n < 5; n++) {
    await appendOne(store, { stream: newStream(), expectedRevision: 0, events: newEvents(1_000) })
  }
  const verifying = store.verify()
  await Promise.all([t.rejects(verifying, { code: 'YB_STORE_CLOSED' }), store.close()])
})

t.test('the log does not grow without end while appends never pause', async (t) => {
  const { store, path } = await openStore(t)
  let largest = 0
  const write = async (stream: string) => {
    for (let revision = 0; revision < 14; revision++) {
      const events = [newEvent(new Uint8Array(1_000_000).fill(revision))]
      await appendOne(store, { stream, expectedRevision: revision, events })
      largest = Math.max(largest, logSize(path))
    }
  }
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(write))
  const limit = 2 * forcedCheckpointPages * pageSize
  t.ok(largest < limit, `${largest} bytes at most for 112 MB of events`)
})

t.test('neither an idle store nor a closed one keeps the process from ending', async (t) => {
  const fixture = fileURLToPath(new URL('./fixtures/idle-process.ts', import.meta.url))
  for (const how of ['close', 'leave']) {
    const child = spawn(process.execPath, [fixture, join(folder.path, `${how}.db`), how], {
      stdio: 'inherit',
    })
    t.strictSame(await once(child, 'exit'), [0, null], how)
  }
})
