import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { eventIdOf } from '@yibiao/schemas'
import t, { type Test } from 'tap'
import { Ascending } from '../src/trace/ascending.ts'

const folder = mkdtempSync(join(tmpdir(), 'yibiao-ascending-'))
const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
t.teardown(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Of every seven events five are of the kind, numbered 10, 20, 30 …; long stretches of other kinds lie between. */
const isOfKind = (index: number): boolean => index % 7 < 5 && !(index > 1_000 && index < 1_200)
const numbers: (number | undefined)[] = []
for (let index = 0; index < 3_000; index += 1)
  numbers.push(isOfKind(index) ? 10 * (1 + numbers.filter((one) => one !== undefined).length) : undefined)
for (let from = 0; from < numbers.length; from += 1_000)
  await store.append([
    {
      stream: 'long',
      expectedRevision: from,
      events: numbers.slice(from, from + 1_000).map((value, index) => ({
        id: eventIdOf('/test', String(from + index), 0),
        type: value === undefined ? 'other' : 'kind',
        data: Buffer.from(JSON.stringify({ type: value === undefined ? 'other' : 'kind', data: value ?? 0 })),
      })),
    },
  ])
const last = numbers.findLast((value) => value !== undefined) as number

const search = (stream = 'long') =>
  new Ascending(store, stream, (event) => (event.type === 'kind' ? (event.data as number) : undefined))

async function agrees(t: Test, one: Ascending, least: number) {
  const { before, found } = await one.find(least)
  const known = numbers.filter((value) => value !== undefined)
  t.equal(
    found?.value,
    known.find((value) => value >= least),
    `found at ${least}`,
  )
  t.equal(
    before?.value,
    known.findLast((value) => value < least),
    `before ${least}`,
  )
}

t.test('one question far into a long stream', async (t) => {
  for (const least of [1, 10, 11, 5_005, 7_000, 9_999, last, last + 1]) await agrees(t, search(), least)
})

t.test('many questions, forwards, backwards and at random', async (t) => {
  const one = search()
  for (let least = 0; least <= last + 20; least += 95) await agrees(t, one, least)
  for (let least = last + 20; least >= 0; least -= 1_115) await agrees(t, one, least)
  for (let index = 0, least = 7; index < 50; index += 1) {
    least = (least * 7_919) % (last + 30)
    await agrees(t, one, least)
  }
})

t.test('a stream that is not there', async (t) => {
  t.strictSame(await search('none').find(1), { before: undefined, found: undefined })
})
