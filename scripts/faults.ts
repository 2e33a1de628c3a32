/**
 * `npm run faults`: the crash test as a whole. Kills a real exchange with SIGKILL at random moments under load, starts it
 * again on the same data each time, and at the end proves that nothing was lost and nothing done twice. Prints a report;
 * exit code 0 when all holds, 3 when something does not (the data are kept), 2 for wrong usage.
 *
 * `--kills N` (default 50), `--filings N` for each kill (default 4), `--seed S` (default: the time), `--data DIR` (default: a
 * temporary folder).
 *
 * With `--engines` it is the exchange as processes on a real Kafka and a real PostgreSQL: `--kills N` of each role and engine
 * (default 20), `--outage SECONDS` that each engine is away for once in ten kills (default 60), `--json` for the report as one
 * document.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type FaultReport, type Kill, runFaults } from '../services/exchange/test/fixtures/fault-run.ts'
import { soak } from './faults/soak.ts'

export interface FaultArguments {
  /** On Kafka and PostgreSQL, a process for each role. */
  readonly engines: boolean
  readonly json: boolean
  /** Seconds of a long outage, on engines. */
  readonly outage: number
  readonly kills: number
  readonly filings: number
  readonly seed: number
  readonly data: string | undefined
}

/** Reads the arguments. Throws what is wrong with them, for people. */
export function faultArguments(args: readonly string[], now: number): FaultArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string' },
      filings: { type: 'string', default: '4' },
      seed: { type: 'string', default: String(now % 1_000_000) },
      data: { type: 'string' },
      engines: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      outage: { type: 'string', default: '60' },
    },
  })
  const { engines, json, data } = values
  const whole = (name: 'kills' | 'filings' | 'seed' | 'outage', least: number): number => {
    const value = Number(values[name] ?? (engines ? 20 : 50))
    if (!Number.isSafeInteger(value) || value < least)
      throw new RangeError(`--${name} must be a whole number of ${least} or more`)
    return value
  }
  const counts = { kills: whole('kills', 1), filings: whole('filings', 1), outage: whole('outage', 1) }
  return { ...counts, seed: whole('seed', 0), data, engines, json }
}

const quantile = (sorted: readonly number[], share: number): string =>
  String(Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0))

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name || '(nothing)'} ${count}`)
    .join(', ') || 'none'

function countBy(kills: readonly Kill[], key: (kill: Kill) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kill of kills) counts[key(kill)] = (counts[key(kill)] ?? 0) + 1
  return counts
}

/** The report, a line a fact. */
export function reportLines(report: FaultReport, seconds: number): string[] {
  const starts = report.kills.flatMap(({ startMs }) => (startMs === undefined ? [] : [startMs]))
  const sorted = starts.sort((a, b) => a - b)
  return [
    `seed                ${report.seed}`,
    `kills               ${report.kills.length} in ${Math.round(seconds)} s`,
    `  moments aimed at  ${list(countBy(report.kills, ({ moment }) => moment))}`,
    `  history ended at  ${list(countBy(report.kills, ({ last }) => last.replace(/^yibiao\.|\.v1$/g, '')))}`,
    `starts, ms          p50 ${quantile(sorted, 0.5)}, p95 ${quantile(sorted, 0.95)}, longest ${quantile(sorted, 1)}`,
    `filings             ${report.filings}, accepted before a kill ${report.acceptedBefore}: ${list(report.outcomes)}`,
    `supplements         ${report.supplements}`,
    `events              ${report.events}`,
    `refused messages    ${list(report.refusals)}`,
    `feeds               ${list(report.feeds)}`,
    ...(report.findings.length === 0
      ? ['all holds           fsck, one end a filing, one decision a round, numbers, feeds and digests']
      : [`DOES NOT HOLD       ${report.findings.length}`, ...report.findings.map((one) => `  ${one}`)]),
  ]
}

async function main(): Promise<number> {
  const write = (text: string) => process.stdout.write(`${text}\n`)
  let given: FaultArguments
  try {
    given = faultArguments(process.argv.slice(2), Date.now())
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
  const { kills, filings, seed, json } = given
  if (given.engines)
    return soak({ rounds: kills, outage: given.outage * 1_000, seed, json, data: given.data }, write)
  const data = given.data ?? mkdtempSync(join(tmpdir(), 'yibiao-faults-'))
  const began = performance.now()
  const report = await runFaults({
    data,
    kills,
    filingsAKill: filings,
    seed,
    onKill: ({ moment, last, startMs }, number) =>
      json ||
      write(
        `${number}/${kills}  ${moment.padEnd(12)}  start ${startMs === undefined ? '–' : `${Math.round(startMs)} ms`}  ${last}`,
      ),
  })
  if (json) write(JSON.stringify(report))
  else for (const line of ['', ...reportLines(report, (performance.now() - began) / 1_000)]) write(line)
  if (report.findings.length > 0) {
    if (!json)
      write(`the data are kept in ${data}; again with --kills ${kills} --filings ${filings} --seed ${seed}`)
    return 3
  }
  if (given.data === undefined) rmSync(data, { recursive: true, force: true })
  return 0
}

if (import.meta.main) process.exitCode = await main()
