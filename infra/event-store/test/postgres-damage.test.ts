import t from 'tap'
import { newEvents } from '../contract/harness.ts'
import type { VerifyReport } from '../index.ts'
import { openPostgresEventStore } from '../postgres/index.ts'
import { databaseForTest, execute, newSchema } from './fixtures/postgres.ts'

const { url, skip } = await databaseForTest(t)
const streams = ['registration-R1', 'name-一表', 'uscc-91220000', 'history']
const last = 40

/** The faults that verify names after some statements were run on a sound history of 40 events. */
async function faultsAfter(...statements: readonly string[]): Promise<VerifyReport['faults']> {
  const schema = newSchema()
  const store = await openPostgresEventStore({ url, schema })
  for (let revision = 0; revision < 10; revision++) {
    await store.append(
      streams.map((stream) => ({ stream, expectedRevision: revision, events: newEvents(1) })),
    )
  }
  await execute(url, `SET search_path = ${schema}`, ...statements)
  const { faults } = await store.verify()
  await store.close()
  await execute(url, `DROP SCHEMA ${schema} CASCADE`)
  return faults
}

t.test('an untouched history is sound', { skip }, async (t) => {
  t.strictSame(await faultsAfter(), [])
})

t.test('a change of any column of an event is found at its position', { skip }, async (t) => {
  const changes: Record<string, string> = {
    data: `data = decode('00', 'hex')`,
    'one byte of data': 'data = set_byte(data, 3, get_byte(data, 3) # 1)',
    type: `type = type || 'x'`,
    id: `id = '00000000-0000-4000-8000-000000000000'`,
    digest: 'digest = set_byte(digest, 31, get_byte(digest, 31) # 1)',
    revision: 'revision = revision + 100',
    stream: 'stream_id = 4, revision = 99',
  }
  for (const [what, change] of Object.entries(changes)) {
    for (const position of [1, 17, last]) {
      const faults = await faultsAfter(`UPDATE events SET ${change} WHERE position = ${position}`)
      t.equal(faults[0]?.position, position, `${what} of ${position}`)
    }
  }
})

t.test('a change of content is one fault, and names the stream', { skip }, async (t) => {
  const faults = await faultsAfter(`UPDATE events SET data = '' WHERE position = 18`)
  t.match(faults, [{ position: 18, stream: 'name-一表', problem: /not what was written/ }])
  t.equal(faults.length, 1)
})

t.test('removed, moved and added events are found', { skip }, async (t) => {
  t.match((await faultsAfter('DELETE FROM events WHERE position = 20'))[0], {
    position: 20,
    problem: /missing/,
  })
  t.match((await faultsAfter('DELETE FROM events WHERE position BETWEEN 10 AND 19'))[0], {
    position: 10,
    problem: /up to 19 are missing/,
  })
  t.match((await faultsAfter('DELETE FROM events WHERE position > 30'))[0], {
    position: 31,
    problem: /up to 40/,
  })
  t.match(
    await faultsAfter(
      'DELETE FROM events WHERE position = 40',
      `UPDATE streams SET revision = 9 WHERE name = 'history'`,
      'UPDATE meta SET head = 39',
    ),
    [{ position: 39, problem: /digest/ }],
    'a tail removed with its traces',
  )
  t.match((await faultsAfter('UPDATE events SET position = 99 WHERE position = 9'))[0], { position: 9 })
  t.match((await faultsAfter('UPDATE events SET position = -5 WHERE position = 9'))[0], {
    problem: /missing/,
  })
  t.match(
    (
      await faultsAfter(
        'INSERT INTO events SELECT 41, 1, 11, id, type, digest, data FROM events WHERE position = 5',
      )
    )[0],
    { position: 41 },
  )
})

t.test('a changed stream or head row is found', { skip }, async (t) => {
  t.match(await faultsAfter(`UPDATE streams SET revision = 9 WHERE name = 'history'`), [
    { stream: 'history', problem: /says revision 9/ },
  ])
  t.equal((await faultsAfter(`UPDATE streams SET name = 'name-二表' WHERE name = 'name-一表'`)).length, 10)
  t.match((await faultsAfter('DELETE FROM streams WHERE id = 3'))[0], {
    position: 3,
    problem: /stream of this event is missing/,
  })
  t.match(await faultsAfter(`INSERT INTO streams VALUES (5, 'empty', 0)`), [
    { problem: /counts 4 streams/ },
    { stream: 'empty' },
  ])
  t.match((await faultsAfter('UPDATE meta SET head = 39'))[0], { position: 40, problem: /head row/ })
  t.match((await faultsAfter('UPDATE meta SET streams = 7'))[0], { problem: /counts 7 streams/ })
  t.match((await faultsAfter('UPDATE meta SET digest = set_byte(digest, 0, get_byte(digest, 0) # 1)'))[0], {
    position: last,
    problem: /digest/,
  })
  t.match(await faultsAfter('DELETE FROM meta'), [{ problem: /head row/ }])
})

t.test('an append that meets a head behind the events stores nothing and says so', { skip }, async (t) => {
  const schema = newSchema()
  const store = await openPostgresEventStore({ url, schema })
  t.teardown(() => store.close())
  await store.append([{ stream: 'one', expectedRevision: 0, events: newEvents(3) }])
  await execute(url, `UPDATE ${schema}.meta SET head = 0`)
  const append = { stream: 'two', expectedRevision: 0, events: newEvents(2) }
  await t.rejects(store.append([append]), { code: 'YB_STORE_DAMAGED' })
  t.strictSame(await store.readStream('two'), [])
})

t.test('a read that meets an event without a stream says so', { skip }, async (t) => {
  const schema = newSchema()
  const store = await openPostgresEventStore({ url, schema })
  t.teardown(() => store.close())
  await store.append([{ stream: 'one', expectedRevision: 0, events: newEvents(1) }])
  await execute(url, `DELETE FROM ${schema}.streams`)
  await t.rejects(store.readAll(), { code: 'YB_STORE_DAMAGED' })
  await t.rejects(store.subscribe({ after: 0 }).next(), { code: 'YB_STORE_DAMAGED' })
})
