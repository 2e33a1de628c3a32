import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { readOptions } from '../bench/options.ts'
import type { Report } from '../bench/report.ts'
import { rows } from '../bench/rows.ts'

const bench = fileURLToPath(new URL('../bench.ts', import.meta.url))

t.test('the rows measure a small run and everything that is required of a workload holds', async (t) => {
  const folder = t.testdir()
  const temporary = t.testdir({ nested: {} })
  const json = join(folder, 'result.json')
  const small = ['ingest', 'end-to-end', 'rebuild', 'intake', '--scale', '0.002', '--json', json, '--check']
  const { status, stdout, stderr } = spawnSync(process.execPath, [bench, ...small], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  })
  t.equal(status, 0, `${stdout}${stderr}`)
  const report = JSON.parse(readFileSync(json, 'utf8')) as Report
  t.strictSame(
    report.results.map(({ row }) => row),
    ['ingest', 'end-to-end', 'rebuild', 'intake'],
  )
  for (const result of report.results) {
    const [first] = 'outcome' in result ? result.outcome.figures : []
    t.ok((first?.value ?? 0) > 0, `${result.row} has a rate`)
  }
  t.notOk(existsSync(join(temporary, 'yibiao-bench-')), 'the folder is removed')
})

t.test('without a name every row runs but those on request', async (t) => {
  const options = readOptions([])
  const usual = rows.filter(({ onRequest }) => onRequest !== true).map(({ name }) => name)
  t.strictSame(options === 'help' ? [] : options.rows, usual)
})

t.test('what cannot be run is refused', async (t) => {
  t.throws(() => readOptions(['no-such-row']), /no such row/)
  t.throws(() => readOptions(['--scale', '0']), /--scale/)
  t.throws(() => readOptions(['--seed', '-1']))
})
