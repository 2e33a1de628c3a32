import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAllReferenceSystems } from '@yibiao/department/reference-systems'
import { makeForm, type Problem } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { type Configuration, configure } from '../src/configuration.ts'
import { DataFolder } from '../src/data-folder.ts'
import { startExchange } from '../src/exchange.ts'
import { verifyProblem } from './bad-input/verify.ts'
import { startLimited, startProcess } from './fixtures/exchange-process.ts'
import { submit, untilEnded } from './fixtures/filings.ts'
import { yibiao } from './support/captured-io.ts'

const folderOf = (t: Test): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-folder-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const settings = (data: string, more: Partial<Configuration> = {}) =>
  configure({ data, port: 0, departments: false, quiet: true, ...more })

const start = (data: string, more: Partial<Configuration> = {}) =>
  startExchange({ configuration: settings(data, more), logger: silentLogger() })

/** The problem for which an exchange does not start. */
async function refusalOf(data: string, more: Partial<Configuration> = {}): Promise<Problem> {
  try {
    await (await start(data, more)).stop()
  } catch (error) {
    const { problem } = error as { problem?: Problem }
    if (problem) return problem
    throw error
  }
  throw new Error('the exchange started')
}

/** Changes a database behind the exchange's back; returns the way to undo it. */
function change(path: string, statement: string, undo: string): () => void {
  const run = (sql: string) => {
    const database = new Database(path)
    database.exec(sql)
    database.close()
  }
  run(statement)
  return () => run(undo)
}

t.test('data of a newer version are refused, each of them, and left as they are', async (t) => {
  const data = folderOf(t)
  const exchange = await start(data)
  const departments = join(data, 'departments')
  const options = {
    bus: exchange.engines.bus,
    folder: departments,
    logger: silentLogger(),
    clock: systemClock,
  }
  await (await startAllReferenceSystems(options)).stop()
  await exchange.stop()

  const bus = (value: number) => `UPDATE meta SET value = ${value} WHERE name = 'version'`
  const newer: readonly (readonly [file: string, statement: string, undo: string])[] = [
    ['history.db', 'UPDATE meta SET version = 99', 'UPDATE meta SET version = 1'],
    ['bus/bus.db', bus(99), bus(1)],
    ['bus/bus-offsets.db', bus(99), bus(1)],
    ['views.db', "INSERT INTO migrations VALUES (99, 'later')", 'DELETE FROM migrations WHERE number = 99'],
    ['departments/TAX.db', 'UPDATE yibiao_version SET version = 99', 'UPDATE yibiao_version SET version = 1'],
  ]
  for (const [file, statement, undo] of newer) {
    const goBack = change(join(data, file), statement, undo)
    verifyProblem(t, await refusalOf(data, { departments: true }), { code: 'YB_DATA_FOLDER_NEWER' }, [])
    const said = await yibiao(['start', '--data', data, '--port', '0', '--lang', 'zh'])
    t.equal(said.code, 1, file)
    t.match(said.err, /YB_DATA_FOLDER_NEWER.*升级/s, file)
    t.notMatch(said.err, /\.ts:/, 'no stack is shown')
    goBack()
  }
  await (await start(data, { departments: true })).stop()
  t.pass('and by the version that wrote them they are read')
})

t.test('a folder that a running process has is refused, and free once that is killed', async (t) => {
  const data = folderOf(t)
  const running = await startProcess(data, '--no-departments')
  t.teardown(() => running.kill())
  const problem = await refusalOf(data)
  verifyProblem(t, problem, { code: 'YB_DATA_FOLDER_IN_USE' }, [])
  t.match(problem.detail, String(running.pid), 'says which process')
  await t.rejects(startProcess(data), /YB_DATA_FOLDER_IN_USE/, 'another process is refused as well')
  t.ok(running.alive(), 'whoever runs there goes on')
  t.type((await submit(running.address, 'in-use', makeForm(1))).filing, 'string')
  await running.kill()
  await (await start(data)).stop()
})

t.test('a path that is no folder is refused', async (t) => {
  const file = join(folderOf(t), 'file')
  writeFileSync(file, 'mine')
  for (const path of [file, join(file, 'below')])
    verifyProblem(t, await refusalOf(path), { code: 'YB_CONFIGURATION', at: '/data' }, [])
  t.equal(readFileSync(file, 'utf8'), 'mine', 'and left as it is')
})

t.test('files that are none of ours are refused', async (t) => {
  for (const [name, code] of [
    ['lock.db', 'YB_CONFIGURATION'],
    ['history.db', 'YB_UNAVAILABLE'],
    ['views.db', 'YB_UNAVAILABLE'],
    ['bus', 'YB_UNAVAILABLE'],
  ] as const) {
    const data = folderOf(t)
    const content = `somebody’s diary in ${name}, long enough to be a database ${'x'.repeat(200)}`
    writeFileSync(join(data, name), content)
    verifyProblem(t, await refusalOf(data), { code }, [])
    t.equal(readFileSync(join(data, name), 'utf8'), content, `${name} is left as it is`)
    DataFolder.open(data === '' || name === 'lock.db' ? folderOf(t) : data).close()
  }
})

t.test('the mode of a history is for ever', async (t) => {
  const data = folderOf(t)
  await (await start(data)).stop()
  const problem = await refusalOf(data, { mode: 'production' })
  verifyProblem(t, problem, { code: 'YB_CONFIGURATION', at: '/mode' }, [])
  await (await start(data)).stop()
})

t.test('an address where nobody may listen is refused', async (t) => {
  const problem = await refusalOf(folderOf(t), { host: '192.0.2.1' })
  verifyProblem(t, problem, { code: 'YB_CONFIGURATION', at: '/host' }, [])
})

const root = process.getuid?.() === 0
t.test(
  'a folder that may not be written is refused',
  { skip: root && 'root may write everywhere' },
  async (t) => {
    const data = folderOf(t)
    chmodSync(data, 0o500)
    t.teardown(() => chmodSync(data, 0o700))
    verifyProblem(t, await refusalOf(data), { code: 'YB_CONFIGURATION', at: '/data' }, [])
    verifyProblem(t, await refusalOf(join(data, 'new')), { code: 'YB_CONFIGURATION', at: '/data' }, [])
  },
)

t.test(
  'when files cannot grow, what was accepted is kept, the rest is refused, and all goes on with room',
  { skip: process.platform === 'win32' && 'there is no limit on the size of a file' },
  async (t) => {
    const data = folderOf(t)
    const quick = ['--department-delay', '0']
    const full = await startLimited(2_000, data, ...quick)
    t.teardown(() => full.kill())
    const accepted: string[] = []
    let refused: Problem | undefined
    for (let from = 0; refused === undefined && from < 480; from += 20) {
      const numbers = Array.from({ length: 20 }, (_, index) => from + index)
      for (const answer of await Promise.all(
        numbers.map((number) => submit(full.address, `full-${number}`, makeForm(number))),
      ))
        if (answer.filing !== undefined) accepted.push(answer.filing)
        else refused ??= answer.problem
    }
    verifyProblem(t, refused, { code: 'YB_UNAVAILABLE' }, [])
    t.equal(refused?.retryable, true, 'the same may be sent again')
    t.ok(full.alive(), 'the process stays up')
    // A role notices with its own next write.
    while ((await fetch(`${full.address}/health/ready`)).status !== 503)
      await new Promise((resolve) => setTimeout(resolve, 20))
    t.pass('and says that it is not well')
    t.equal((await fetch(`${full.address}/health/live`)).status, 200)
    t.notMatch(full.errors(), /个人|身份证|"idNo"/, 'nothing personal is logged')
    await full.kill()

    const roomy = await startProcess(data, ...quick)
    t.teardown(() => roomy.kill())
    await untilEnded(roomy.address, accepted)
    const { code, out } = await yibiao(['fsck', '--data', data, '--json'])
    t.equal(code, 0, out)
    t.equal(await roomy.terminate(), 0)
  },
)
