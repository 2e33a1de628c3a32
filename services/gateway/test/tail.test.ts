import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { eventIdOf } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import t, { type Test } from 'tap'
import { Tail } from '../src/live/tail.ts'

async function tail(t: Test) {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-tail-'))
  const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
  const one = new Tail({ store, logger: silentLogger(), clock: systemClock })
  t.teardown(async () => {
    await one.stop()
    await store.close()
    rmSync(folder, { recursive: true })
  })
  const append = (stream: string, id: string) =>
    store.append([{ stream, expectedRevision: 'any', events: [{ id, type: 'a', data: Buffer.from('{}') }] }])
  return { tail: one, append }
}

const idOf = (name: string): string => eventIdOf('/test', name, 0)

t.test('a waiter gets the event that it waits for', async (t) => {
  const { tail: one, append } = await tail(t)
  await one.start()
  const waiter = one.waitFor([idOf('a'), idOf('b')], 5_000)
  await append('s', idOf('c'))
  await append('s', idOf('b'))
  const event = await waiter.event
  t.equal(event?.id, idOf('b'))
  t.equal(one.position, event?.position)
})

t.test('all who wait for the same event get it', async (t) => {
  const { tail: one, append } = await tail(t)
  await one.start()
  const waiters = [1, 2, 3].map(() => one.waitFor([idOf('a')], 5_000))
  await append('s', idOf('a'))
  const events = await Promise.all(waiters.map((waiter) => waiter.event))
  t.strictSame(
    events.map((event) => event?.id),
    [idOf('a'), idOf('a'), idOf('a')],
  )
})

t.test('a wait ends with nothing when its time is over or it is given up', async (t) => {
  const { tail: one } = await tail(t)
  await one.start()
  t.equal(await one.waitFor([idOf('a')], 1).event, undefined)
  const given = one.waitFor([idOf('a')], 60_000)
  given.cancel()
  given.cancel()
  t.equal(await given.event, undefined)
})

t.test('what is of before the start is not told again', async (t) => {
  const { tail: one, append } = await tail(t)
  await append('s', idOf('old'))
  await one.start()
  const old = one.waitFor([idOf('old')], 50)
  const fresh = one.waitFor([idOf('new')], 5_000)
  await append('s', idOf('new'))
  t.ok(await fresh.event)
  t.equal(await old.event, undefined)
})

t.test('only those who follow the stream are called', async (t) => {
  const { tail: one, append } = await tail(t)
  await one.start()
  const calls: string[] = []
  const stop = one.onStream('a', () => calls.push('a'))
  one.onStream('b', () => calls.push('b'))
  const seen = one.waitFor([idOf('1')], 5_000)
  await append('a', idOf('1'))
  await seen.event
  stop()
  const later = one.waitFor([idOf('2')], 5_000)
  await append('a', idOf('2'))
  await later.event
  t.strictSame(calls, ['a'])
})

t.test('who waits for a position goes on when it has been seen, or when the time is over', async (t) => {
  const { tail: one, append } = await tail(t)
  await one.start()
  await one.reach(0, 60_000)
  const reached = one.reach(2, 60_000)
  await append('s', idOf('a'))
  await append('s', idOf('b'))
  await reached
  t.ok(one.position >= 2)
  await one.reach(3, 1)
  t.equal(one.position, 2)
})

t.test('the events seen last are at hand by their position', async (t) => {
  const { tail: one, append } = await tail(t)
  await one.start()
  const waiter = one.waitFor([idOf('a')], 5_000)
  await append('s', idOf('a'))
  const event = await waiter.event
  t.equal(one.recent(1), event)
  t.equal(one.recent(2), undefined)
})
