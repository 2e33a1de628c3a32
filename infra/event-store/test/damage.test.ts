import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import t from 'tap'
import { content, newEvents } from '../contract/harness.ts'
import type { EventStore, StoredEvent, VerifyReport } from '../index.ts'
import { openSqliteEventStore } from '../sqlite/index.ts'
import { pageSize } from '../sqlite/schema.ts'
import {
  changes,
  damaged,
  examine,
  faultsAfter,
  folder,
  original,
  sound,
  streams,
  verifyAfter,
} from './fixtures/damage.ts'

t.teardown(folder.remove)
const last = original.length

t.test('the file is sound to begin with', async (t) => {
  const found = await verifyAfter(() => {})
  t.strictSame(found?.report, { events: last, head: last, faults: [] })
})

t.test('any change in a row of events is found at its position', async (t) => {
  let tried = 0
  const missed: string[] = []
  for await (const { row, column, found } of changes('events', 'position', [1, 17, 41, 42])) {
    tried++
    const faults = found.report?.faults ?? []
    const first = faults[0]?.position
    if (first !== Number(row.position)) missed.push(`${column} of ${row.position}: ${JSON.stringify(faults)}`)
  }
  t.strictSame(missed, [])
  t.ok(tried > 100, `${tried} changes`)
})

t.test('a change of content or digest is one fault, and names the stream', async (t) => {
  for (const column of ['data', 'digest']) {
    const { stream } = original[16]!
    const faults = await faultsAfter(`UPDATE events SET ${column} = zeroblob(32) WHERE position = 17`)
    t.match(faults, [{ position: 17, stream, problem: /not what was written/ }])
    t.equal(faults.length, 1)
  }
  const two = await faultsAfter(`UPDATE events SET type = 'other' WHERE position IN (5, 6)`)
  t.strictSame(
    two.map((fault) => fault.position),
    [5, 6],
  )
})

t.test('any change in a row of streams is found and located', async (t) => {
  const missed: string[] = []
  let tried = 0
  for await (const { row, column, found } of changes('streams', 'id', [1, 2, 3, 4])) {
    tried++
    const faults = found.report?.faults ?? []
    const positions = original.filter((event) => event.stream === row.name).map((event) => event.position)
    const located = faults.some(
      (fault) =>
        fault.stream === row.name || (fault.position !== undefined && positions.includes(fault.position)),
    )
    if (!located) missed.push(`${column} of ${row.id}: ${JSON.stringify(faults)}`)
  }
  t.strictSame(missed, [])
  t.ok(tried > 40, `${tried} changes`)
})

t.test('a changed stream name shows at each of its events, a changed revision at the stream', async (t) => {
  const renamed = await faultsAfter(`UPDATE streams SET name = 'name-二表' WHERE name = 'name-一表'`)
  t.strictSame(
    renamed.map((fault) => fault.position),
    original.filter((event) => event.stream === 'name-一表').map((event) => event.position),
  )
  for (const revision of [9, 11]) {
    const faults = await faultsAfter(`UPDATE streams SET revision = ${revision} WHERE name = 'name-一表'`)
    t.match(faults, [{ stream: 'name-一表', problem: new RegExp(`says revision ${revision}`) }])
  }
})

t.test('bytes that are no UTF-8 are told from the character that stands for them when decoded', async (t) => {
  const found = await verifyAfter((db) =>
    db
      .prepare('UPDATE events SET type = CAST(? AS TEXT) WHERE position = ?')
      .run(Buffer.from('type \xff', 'latin1'), last),
  )
  t.match(found?.report?.faults, [{ position: last, problem: /not what was written/ }])
})

t.test('any change in the head row is found, or refused at opening', async (t) => {
  const missed: string[] = []
  for await (const { column, found, spoilt } of changes('meta', 'one', [1])) {
    const refused = found.refused === 'YB_STORE_DAMAGED' || found.refused === 'YB_STORE_NEWER'
    const faults = found.report?.faults ?? []
    const located = faults.some((fault) => fault.position !== undefined || /head row/.test(fault.problem))
    if (!refused && !located) missed.push(`${column} = ${spoilt}: ${JSON.stringify(found)}`)
  }
  t.strictSame(missed, [])
})

t.test('removed rows are found where they stood', async (t) => {
  for (const position of [1, 2, 20, 41]) {
    const faults = await faultsAfter(`DELETE FROM events WHERE position = ${position}`)
    t.match(faults[0], { position, problem: 'the event is missing' })
  }
  const range = await faultsAfter('DELETE FROM events WHERE position BETWEEN 10 AND 19')
  t.match(range[0], { position: 10, problem: /up to 19 are missing/ })
})

t.test('a removed tail is found, however long', async (t) => {
  for (const from of [42, 30, 2, 1]) {
    const faults = await faultsAfter(`DELETE FROM events WHERE position >= ${from}`)
    t.match(faults[0], { position: from, problem: /missing from here up to 42/ })
  }
})

t.test('a tail removed together with its traces in streams and head is found by the digest', async (t) => {
  const faults = await faultsAfter(
    `DELETE FROM events WHERE position = 42; UPDATE streams SET revision = 11 WHERE name = 'history';
     UPDATE meta SET head = 41`,
  )
  t.match(faults, [{ position: 41, problem: /digest/ }])
})

t.test('what was moved, exchanged, added or left without a stream is found', async (t) => {
  const first = async (sql: string) => (await faultsAfter(sql))[0]
  const exchange = `CREATE TEMP TABLE two AS SELECT * FROM events WHERE position IN (7, 8);
    UPDATE events SET data = x'00' WHERE position IN (7, 8);
    UPDATE events SET id = (SELECT id FROM two WHERE position = 15 - events.position) WHERE position IN (7, 8)`
  t.match(await first(exchange), { position: 7 })
  const names = `UPDATE streams SET name = 'x' WHERE id = 1; UPDATE streams SET name = 'registration-R1' WHERE id = 2;
    UPDATE streams SET name = 'name-一表' WHERE id = 1`
  t.match(await first(names), { position: 1 })
  const added = `INSERT INTO events SELECT 43, stream_id, 99, id, type, digest, data FROM events WHERE position = 5`
  t.match(await first(added), { position: 43 })
  t.match(await first('UPDATE events SET position = -5 WHERE position = 9'), {
    position: 9,
    problem: 'the event is missing',
  })
  t.match(await first('DELETE FROM streams WHERE id = 3'), {
    position: 3,
    problem: /stream of this event is missing/,
  })
  t.match(await faultsAfter(`INSERT INTO streams VALUES (5, 'empty', 0)`), [
    { problem: /counts 4 streams/ },
    { stream: 'empty' },
  ])
  t.match(await first('DELETE FROM streams; DELETE FROM events'), { position: 1 })
})

t.test('another schema is refused at opening', async (t) => {
  for (const sql of [
    'DROP INDEX events_by_stream',
    'CREATE TABLE more (a)',
    'ALTER TABLE events ADD COLUMN note TEXT',
    'CREATE TRIGGER quiet AFTER INSERT ON events BEGIN DELETE FROM events WHERE position = 1; END',
    'DELETE FROM meta',
    'PRAGMA application_id = 7',
  ]) {
    t.match(await verifyAfter((db) => db.exec(sql)), { refused: 'YB_STORE_DAMAGED' }, sql)
  }
})

/** Two streams of 1,000 events each, over many pages. */
async function makeLong(name: string): Promise<string> {
  const path = join(folder.path, name)
  const store = await openSqliteEventStore({ path })
  await store.append([0, 1].map((n) => ({ stream: `s${n}`, expectedRevision: 0, events: newEvents(1_000) })))
  await store.close()
  return path
}

async function verifyFile(path: string): Promise<VerifyReport> {
  const store = await openSqliteEventStore({ path })
  const report = await store.verify()
  await store.close()
  return report
}

t.test('a store damaged in thousands of places names the first thousand', async (t) => {
  const path = await makeLong('ruined.db')
  const db = new Database(path)
  db.exec(`UPDATE events SET type = 'x'`)
  db.close()
  const { faults, events } = await verifyFile(path)
  t.equal(events, 2_000)
  t.equal(faults.length, 1_001)
  t.match(faults.at(-1), { problem: 'and 1000 more' })
})

t.test('of a page that cannot be read each event is named, and all others are still verified', async (t) => {
  const path = await makeLong('page.db')
  const db = new Database(path)
  db.prepare(`UPDATE events SET data = x'00' WHERE position = 1999`).run()
  const pages = `SELECT pageno, ncell FROM dbstat WHERE name = 'events' AND pagetype = 'leaf' ORDER BY path`
  const leaves = db.prepare<[], { pageno: number; ncell: number }>(pages).all()
  db.close()
  const before = leaves.slice(0, 3).reduce((sum, leaf) => sum + leaf.ncell, 0)
  const { pageno, ncell } = leaves[3]!
  const bytes = readFileSync(path)
  bytes.fill(0xff, (pageno - 1) * pageSize, pageno * pageSize)
  writeFileSync(path, bytes)
  const { faults, events } = await verifyFile(path)
  t.equal(events, 2_000 - ncell)
  const named = faults.slice(0, ncell + 1).map((fault) => fault.position)
  t.strictSame(named, [...Array.from({ length: ncell }, (_, index) => before + index + 1), 1_999])
})

t.test(
  'no byte of the file can be changed so that other events are read and nothing is noticed',
  async (t) => {
    const bytes = readFileSync(sound)
    const told = { refused: 0, faults: 0, harmless: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, mask) => {
          const copy = Buffer.from(bytes)
          copy[place]! ^= mask
          writeFileSync(damaged, copy)
          const found = await examine(async (store) => {
            const { faults } = await store.verify()
            return faults.length > 0 ? 'faults' : [await store.readAll(), await readStreams(store)]
          })
          if (found === 'faults') told.faults++
          else if (!Array.isArray(found)) told.refused++
          else {
            told.harmless++
            t.strictSame(found[0]?.map(content), original.map(content))
            t.strictSame(found[1]?.length, original.length)
          }
        },
      ),
      { numRuns: 200 },
    )
    t.ok(told.faults > 0, JSON.stringify(told))
  },
)

async function readStreams(store: EventStore): Promise<readonly StoredEvent[]> {
  const reads = await Promise.all(
    streams.map((stream) => store.readStream(stream, { direction: 'backwards' })),
  )
  return reads.flat()
}
