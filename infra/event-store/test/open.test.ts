import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import t from 'tap'
import { newEvents, refuses } from '../contract/harness.ts'
import { openSqliteEventStore, type SqliteEventStoreOptions } from '../sqlite/index.ts'
import { pageSize, schemaVersion } from '../sqlite/schema.ts'
import { newFolder } from './fixtures/folder.ts'

const folder = newFolder()
t.teardown(folder.remove)
const inFolder = (name: string) => join(folder.path, name)

async function makeStore(path: string): Promise<void> {
  const store = await openSqliteEventStore({ path })
  await store.append([{ stream: 'one', expectedRevision: 0, events: newEvents(1) }])
  await store.close()
}

t.test('a new file has the pages and the log that were decided on', async (t) => {
  const path = inFolder('new.db')
  await makeStore(path)
  const db = new Database(path, { readonly: true })
  t.equal(db.pragma('page_size', { simple: true }), pageSize)
  t.equal(db.pragma('journal_mode', { simple: true }), 'wal')
  db.close()
})

t.test('a file of a newer version is refused and left as it is', async (t) => {
  const path = inFolder('newer.db')
  await makeStore(path)
  const db = new Database(path)
  db.exec(`ALTER TABLE events ADD COLUMN signature BLOB; UPDATE meta SET version = ${schemaVersion + 1}`)
  db.close()
  await t.rejects(openSqliteEventStore({ path }), { code: 'YB_STORE_NEWER', message: /Upgrade/ })
  await t.rejects(openSqliteEventStore({ path }), { code: 'YB_STORE_NEWER' })
})

t.test('what is no event store is refused and not touched', async (t) => {
  const text = inFolder('letter.txt')
  writeFileSync(text, 'not a database, but long enough to look like one\n'.repeat(100))
  const foreign = inFolder('foreign.db')
  const db = new Database(foreign)
  db.exec('CREATE TABLE people (name TEXT); INSERT INTO people VALUES (1)')
  db.close()
  for (const path of [text, foreign]) {
    const before = readFileSync(path)
    await refuses(t, () => openSqliteEventStore({ path }), 'YB_STORE_DAMAGED', path)
    t.ok(readFileSync(path).equals(before), 'its bytes are the same')
  }
})

t.test('a damaged or shortened file is refused, or its damage reported by verify', async (t) => {
  const path = inFolder('short.db')
  await makeStore(path)
  const bytes = readFileSync(path)
  for (const length of [100, 512, pageSize, 3 * pageSize, bytes.length - pageSize]) {
    writeFileSync(path, bytes.subarray(0, length))
    const opened = await openSqliteEventStore({ path }).catch((error: { code: string }) => error)
    if ('code' in opened) t.equal(opened.code, 'YB_STORE_DAMAGED', `cut at ${length}`)
    else {
      const faults = (await opened.verify()).faults.length
      t.ok(faults > 0, `cut at ${length}: ${faults} faults`)
      await opened.close()
    }
  }
})

t.test('a read that meets damage says so', async (t) => {
  const path = inFolder('orphan.db')
  await makeStore(path)
  const db = new Database(path)
  db.exec('DELETE FROM streams')
  db.close()
  const store = await openSqliteEventStore({ path })
  await refuses(t, () => store.readAll(), 'YB_STORE_DAMAGED', 'readAll')
  await refuses(t, () => store.subscribe({ after: 0 }).next(), 'YB_STORE_DAMAGED', 'subscribe')
  await store.close()
})

t.test('an append that meets a head behind the tables stores nothing and says so', async (t) => {
  const path = inFolder('behind.db')
  await makeStore(path)
  const db = new Database(path)
  db.exec('UPDATE meta SET head = 0')
  db.close()
  const store = await openSqliteEventStore({ path })
  const append = { stream: 'two', expectedRevision: 0, events: newEvents(2) }
  await refuses(t, () => store.append([append]), 'YB_STORE_DAMAGED', 'append')
  t.strictSame(await store.readStream('two'), [])
  await store.close()
})

t.test('a path that cannot be opened is refused with the cause', async (t) => {
  const path = inFolder('directory.db')
  mkdirSync(path)
  const error = await openSqliteEventStore({ path }).catch((thrown: unknown) => thrown)
  t.match(error, { code: 'YB_STORE_UNAVAILABLE', retryable: true, cause: { code: 'SQLITE_CANTOPEN' } })
})

t.test('options that make no sense are refused by name', async (t) => {
  const good = inFolder('good.db')
  const wrong: Record<string, [options: SqliteEventStoreOptions, named: RegExp]> = {
    'no path': [{ path: '' }, /options\.path/],
    'a store in memory': [{ path: ':memory:' }, /options\.path/],
    'a folder that is not there': [{ path: inFolder('nowhere/history.db') }, /options\.path/],
    'a quota too small': [{ path: good, maxBytes: 1_000 }, /options\.maxBytes/],
    'a negative timeout': [{ path: good, busyTimeout: -1 }, /options\.busyTimeout/],
    'a fraction of a stream': [{ path: good, cachedStreams: 0.5 }, /options\.cachedStreams/],
  }
  for (const [what, [options, message]] of Object.entries(wrong)) {
    await t.rejects(openSqliteEventStore(options), { code: 'YB_STORE_USAGE', message }, what)
  }
})

t.test('it declares what it can', async (t) => {
  const store = await openSqliteEventStore({ path: inFolder('declared.db') })
  t.strictSame(store.capabilities, { shared: false, durable: true, chained: true })
  await store.close()
})
