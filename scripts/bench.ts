/**
 * `npm run bench`: measures what the performance page promises, a row at a time, each in a process of its own, everything
 * in a temporary folder that is removed. See docs/performance.md for what each row counts.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildHistory } from './bench/history.ts'
import { describeMachine } from './bench/machine.ts'
import { type BenchOptions, readOptions, usage } from './bench/options.ts'
import { machineLines, type Report, rowLines, shortfalls } from './bench/report.ts'
import { rows } from './bench/rows.ts'
import { type RowResult, runRow } from './bench/run-row.ts'

const write = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`)

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  let options: BenchOptions | 'help'
  try {
    options = readOptions(args)
  } catch (error) {
    write([error instanceof Error ? error.message : String(error), usage])
    return 2
  }
  if (options === 'help') {
    write([usage])
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      remove()
      process.exit(1)
    })
  try {
    return await run(options, folder)
  } finally {
    remove()
  }
}

async function run(options: BenchOptions, folder: string): Promise<number> {
  const { scale, seed, profile } = options
  const about = { startedAt: new Date().toISOString(), scale, seed, machine: describeMachine(folder) }
  write(machineLines(about))
  const wanted = rows.filter(({ name }) => options.rows.includes(name))
  let history: string | undefined
  const results: RowResult[] = []
  for (const { name, title, needsHistory } of wanted) {
    if (needsHistory) history ??= await build(folder, scale, seed)
    const result = await runRow(name, {
      parent: folder,
      scale,
      seed,
      ...(profile === undefined ? {} : { profile }),
      ...(needsHistory && history !== undefined ? { history } : {}),
    })
    write(rowLines(title, result))
    results.push(result)
  }
  const report: Report = { ...about, results }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, undefined, 2)}\n`)
  const wrong = shortfalls(results)
  if (wrong.length > 0) write(['', 'Not as required:', ...wrong.map((one) => `  ${one}`)])
  return options.check && wrong.length > 0 ? 1 : 0
}

async function build(folder: string, scale: number, seed: number): Promise<string> {
  const history = join(folder, 'history')
  mkdirSync(history)
  const began = performance.now()
  const { events, records } = await buildHistory(history, scale, seed)
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  write(['', `history of ${events} events of ${records} records built in ${seconds} s`])
  return history
}
