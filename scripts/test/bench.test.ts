import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { readOptions } from '../bench/options.ts'
import type { Report } from '../bench/report.ts'
import { rows } from '../bench/rows.ts'

// Processes that load the whole exchange: far less than this on an idle machine, and not flaky on a busy one.
t.setTimeout(240_000)

const bench = fileURLToPath(new URL('../bench.ts', import.meta.url))

/** Runs rows at a very small scale; gives the exit code, what was printed, and the result. */
async function measure(names: readonly string[], folder: string) {
  const json = join(folder, `${names[0]}.json`)
  const env = { ...process.env, TMPDIR: join(folder, 'temporary') }
  const child = spawn(process.execPath, [bench, ...names, '--scale', '0.002', '--json', json, '--check'], {
    env,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) return { code, output, results: [] }
  return { code, output, results: (JSON.parse(readFileSync(json, 'utf8')) as Report).results }
}

t.test('the rows measure a small run and everything that is required of a workload holds', async (t) => {
  const folder = t.testdir({ temporary: {} })
  const sets = [
    ['ingest', 'rebuild'],
    ['end-to-end', 'intake'],
  ]
  const runs = await Promise.all(sets.map((names) => measure(names, folder)))
  for (const [index, { code, output, results }] of runs.entries()) {
    t.equal(code, 0)
    if (code !== 0) t.comment(output)
    t.strictSame(
      results.map(({ row }) => row),
      sets[index],
    )
    for (const result of results) {
      const [first] = 'outcome' in result ? result.outcome.figures : []
      t.ok((first?.value ?? 0) > 0, `${result.row} has a rate`)
    }
  }
  t.strictSame(readdirSync(join(folder, 'temporary')), [], 'nothing is left in the temporary folder')
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
