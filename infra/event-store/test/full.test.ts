import { join } from 'node:path'
import t from 'tap'
import { holds, mustAppend, newEvent, newEvents, refuses } from '../contract/harness.ts'
import type { EventToAppend } from '../index.ts'
import { openSqliteEventStore } from '../sqlite/index.ts'
import { newFolder } from './fixtures/folder.ts'

const folder = newFolder()
t.teardown(folder.remove)
const path = join(folder.path, 'history.db')
const maxBytes = 4 * 2 ** 20

t.test('a full store refuses what does not fit, whole, and goes on', async (t) => {
  const store = await openSqliteEventStore({ path, maxBytes })
  const large = () => newEvent(new Uint8Array(900_000).fill(1))
  const stored: EventToAppend[] = []
  let refused: unknown
  while (refused === undefined) {
    const event = large()
    await store
      .append([{ stream: 'large', expectedRevision: stored.length, events: [event] }])
      .then(() => stored.push(event))
      .catch((error: unknown) => {
        refused = error
      })
  }
  t.match(refused, { code: 'YB_STORE_FULL', retryable: true, cause: { code: 'SQLITE_FULL' } })
  t.ok(stored.length >= 3, `${stored.length} events fitted`)

  const waiting = store.subscribe({ after: await store.head() })
  await waiting.next()
  const news = waiting.next()
  const batch = [
    { stream: 'small', expectedRevision: 0, events: newEvents(2) },
    { stream: 'large', expectedRevision: stored.length, events: [large(), large()] },
  ]
  await refuses(t, () => store.append(batch), 'YB_STORE_FULL', 'a batch of which a part would fit')
  t.strictSame(await store.readStream('small'), [], 'nothing of it was stored')
  await holds(t, store, 'large', stored)

  const small = newEvents(3)
  t.match(await mustAppend(store, 'small', 0, small), { lastRevision: 3, position: stored.length + 3 })
  t.equal((await news).value.events.length, 3, 'subscribers saw nothing of what was refused')
  t.strictSame((await store.verify()).faults, [])
  await store.close()

  const roomier = await openSqliteEventStore({ path, maxBytes: 4 * maxBytes })
  t.match(await roomier.append(batch), [
    { status: 'conflict', actualRevision: 3 },
    { status: 'appended', lastRevision: stored.length + 2, repeated: false },
  ])
  t.strictSame((await roomier.verify()).faults, [])
  await roomier.close()
})

t.test('calls merged into one commit all hear that it was full, and can be repeated', async (t) => {
  const store = await openSqliteEventStore({ path: join(folder.path, 'merged.db'), maxBytes: 2 ** 20 })
  const appends = [1, 2, 3].map((n) => ({
    stream: `merged-${n}`,
    expectedRevision: 0,
    events: [newEvent(new Uint8Array(n === 2 ? 1_000_000 : 10))],
  }))
  const results = await Promise.allSettled(appends.map((append) => store.append([append])))
  t.match(
    results,
    results.map(() => ({ status: 'rejected', reason: { code: 'YB_STORE_FULL' } })),
  )
  t.equal(await store.head(), 0)
  t.match(await store.append([appends[0]!]), [{ status: 'appended', position: 1, repeated: false }])
  await store.close()
})
