import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClusterKill } from '../../services/exchange/test/fixtures/cluster/kills.ts'
import { runSoak, type SoakReport } from '../../services/exchange/test/fixtures/cluster/soak.ts'

/** Milliseconds between two kills, at least and at most. */
const between = [2_000, 3_000] as const
/** Long outages of Kafka and of PostgreSQL, one each for every so many kills of each. */
const killsAnOutage = 10

export interface SoakArguments {
  /** Kills of each role and engine. */
  readonly rounds: number
  /** Milliseconds of a long outage. */
  readonly outage: number
  readonly seed: number
  readonly json: boolean
  readonly data: string | undefined
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`

/** The figures of one kind of kill. */
function recoveryLine(kind: string, kills: readonly ClusterKill[]): string {
  const all = kills
    .filter((one) => one.kind === kind && one.outage === 0)
    .flatMap(({ recovered }) => recovered ?? [])
  const sorted = all.sort((a, b) => a - b)
  const at = (share: number) =>
    seconds(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  const count = kills.filter((one) => one.kind === kind).length
  return `  ${kind.padEnd(17)} ${count}, back after p50 ${at(0.5)}, longest ${at(1)}`
}

const counts = (all: Readonly<Record<string, unknown>>): string =>
  Object.entries(all)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(', ') || 'none'

/** The report, a line a fact. */
export function soakLines(report: SoakReport): string[] {
  const { kills, load, findings } = report
  const kinds = [...new Set(kills.map(({ kind }) => kind))].sort()
  const outages = kills.filter(({ outage }) => outage > 0)
  return [
    `seed                ${report.seed}`,
    `load                ${seconds(report.loadMs)}, then ${seconds(report.drainMs)} until all had ended, proofs ${seconds(report.auditMs)}`,
    `kills               ${kills.length}`,
    ...kinds.map((kind) => recoveryLine(kind, kills)),
    ...outages.map(
      ({ name, at, outage, recovered }) =>
        `  ${name} away for ${seconds(outage)} at ${seconds(at)}, back after ${seconds((recovered ?? 0) - outage)} more`,
    ),
    `answers             ${counts(load.answers)}`,
    `retries             ${load.retries}; asked again under the same key ${load.askedAgain}`,
    `longest silence     ${seconds(load.longestSilence)} without an accepted filing`,
    `filings             ${report.filings}: ${counts(report.outcomes)}`,
    `events              ${report.events}; refused messages ${counts(report.refusals)}`,
    `feeds               ${counts(report.feeds)}; ${report.repeatedOnTopics} messages came twice`,
    `memory, MiB         ${counts(report.memory)}`,
    `ended by themselves ${counts(report.endedBySelf)}`,
    ...(findings.length === 0
      ? [
          `all holds           fsck, one end a filing, feeds and digests; ${report.compared} records as without faults`,
        ]
      : [`DOES NOT HOLD       ${findings.length}`, ...findings.map((one) => `  ${one}`)]),
  ]
}

/** Long outages, Kafka and PostgreSQL in turn. */
const outagesOf = ({ rounds, outage }: SoakArguments): readonly number[] =>
  Array.from({ length: 2 * Math.max(1, Math.floor(rounds / killsAnOutage)) }, () => outage)

/** `npm run faults -- --engines`. Returns the exit code: 0 when all holds, 3 when something does not. */
export async function soak(given: SoakArguments, write: (text: string) => void): Promise<number> {
  const folder = given.data ?? mkdtempSync(join(tmpdir(), 'yibiao-soak-'))
  const tell = given.json ? () => undefined : write
  const total = given.rounds * 7
  const report = await runSoak({
    ...{ folder, between, seed: given.seed, rounds: given.rounds, outages: outagesOf(given) },
    interval: 1_000,
    onPhase: (phase) => tell(`… ${phase}`),
    onKill: ({ name, at, outage }, number) =>
      tell(`${number}/${total}  ${seconds(at)}  ${name}${outage > 0 ? ` for ${seconds(outage)}` : ''}`),
  })
  if (given.json) write(JSON.stringify(report))
  else for (const line of ['', ...soakLines(report)]) write(line)
  const holds = report.findings.length === 0
  if (!holds) tell(`logs and data are kept in ${folder}; again with --engines --seed ${given.seed}`)
  else if (given.data === undefined) rmSync(folder, { recursive: true, force: true })
  return holds ? 0 : 3
}
