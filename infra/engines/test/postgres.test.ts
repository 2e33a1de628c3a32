import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { ownPostgresForTest, postgresForTest, startPostgres } from '../postgres/index.ts'

const own = await ownPostgresForTest(t)
const skip = 'skip' in own ? own.skip : false
const postgres = 'skip' in own ? undefined! : own.postgres

async function query(url: string, sql: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<object>(sql)).rows
  } finally {
    await client.end()
  }
}

t.test('it is a real PostgreSQL that keeps what it commits', { skip }, async (t) => {
  const [row] = await query(postgres.url, 'SHOW server_version')
  t.match(row, { server_version: /^18/ })
  t.strictSame(await query(postgres.url, 'SHOW fsync'), [{ fsync: 'on' }])
})

t.test('after a kill it starts again on the same port with what was committed', { skip }, async (t) => {
  const url = await postgres.createDatabase('a "name"')
  await query(url, 'CREATE TABLE kept AS SELECT 7 AS value')
  const { pid } = postgres
  await postgres.kill()
  t.equal(postgres.pid, undefined)
  await t.rejects(query(url, 'SELECT 1'), { code: 'ECONNREFUSED' })
  await postgres.restart()
  t.not(postgres.pid, pid)
  t.strictSame(await query(url, 'SELECT value FROM kept'), [{ value: 7 }])
})

t.test('a folder that was given is kept and used again', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-engine-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const first = await startPostgres({ folder })
  await query(first.url, 'CREATE TABLE kept AS SELECT 8 AS value')
  await first.stop()
  await first.stop()
  const second = await startPostgres({ folder })
  t.strictSame(await query(second.url, 'SELECT value FROM kept'), [{ value: 8 }])
  await second.stop()
  t.ok(existsSync(join(folder, 'data')))
})

t.test('each test has a database of its own', { skip }, async (t) => {
  process.env.YIBIAO_TEST_POSTGRES = postgres.url
  t.teardown(() => delete process.env.YIBIAO_TEST_POSTGRES)
  const urls: string[] = []
  await t.test('two of them', async (t) => {
    for (let number = 0; number < 2; number++) {
      const found = await postgresForTest(t)
      if (found.skip !== undefined) throw new Error(found.skip)
      urls.push(found.url)
      await query(found.url, 'CREATE TABLE mine ()')
    }
  })
  t.not(urls[0], urls[1])
  for (const url of urls) await t.rejects(query(url, 'SELECT 1'), { code: '3D000' }, 'gone with its test')
})

t.test('it ends with a parent that was killed, and leaves no folder', { skip }, async (t) => {
  const script = `import { startPostgres } from ${JSON.stringify(import.meta.resolve('../postgres/index.ts'))}
    const { pid, url } = await startPostgres()
    process.stdout.write(JSON.stringify({ pid, url }) + '\\n')
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: parent.stdout })
  const { value } = await lines[Symbol.asyncIterator]().next()
  const { pid, url } = JSON.parse(value as string) as { pid: number; url: string }
  const [row] = await query(url, 'SHOW data_directory')
  const folder = (row as { data_directory: string }).data_directory
  parent.kill('SIGKILL')
  // Nobody tells when a process that is not a child has ended.
  for (let tries = 0; tries < 300 && (isRunning(pid) || existsSync(folder)); tries++) await delay(50)
  t.notOk(isRunning(pid), 'the server has ended')
  t.notOk(existsSync(folder), 'its folder is gone')
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
