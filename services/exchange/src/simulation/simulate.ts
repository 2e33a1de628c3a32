import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { problemOf, shippedReference, YibiaoError } from '@yibiao/schemas'
import { createLogger } from '@yibiao/telemetry'
import { type Configuration, configure, misconfigured } from '../configuration.ts'
import type { FsckReport } from '../fsck/fsck.ts'
import { runFsck } from '../fsck/run.ts'
import { registryOf } from '../roles/roles.ts'
import { type CityProgress, runCity } from './city.ts'
import type { CityFigures } from './figures.ts'
import { type Indicators, indicatorsOf } from './indicators.ts'
import type { Outage } from './outages.ts'
import { readYear } from './read-year.ts'

/** The year whose holidays are published and for which forms can be made. */
export const simulatedYear = 2026

/** Up to this scale the history is proved without being asked to. */
export const provenUpTo = 0.05

export interface SimulateOptions {
  readonly year: number
  /** Default 1. */
  readonly seed: number
  /** Share of a whole city's year: 0.0001 … 1. */
  readonly scale: number
  /** The last legal date that passes. Default: the last of the year. */
  readonly until?: string
  /** Folder that keeps the data; default: one of the system's temporary folder. */
  readonly data?: string
  /** Prove the history afterwards. Default: up to `provenUpTo`. */
  readonly fsck?: boolean
  readonly configuration?: Partial<Configuration>
  readonly onProgress?: (progress: CityProgress) => void
}

/** What a simulated year came to. */
export interface SimulationReport {
  readonly year: number
  readonly seed: number
  readonly scale: number
  /** Where the data are. */
  readonly data: string
  readonly history: string
  /** Counted from the events. */
  readonly figures: CityFigures
  /** Counted from the views by the product, with its own definitions: an approval that is overdue and undecided is not on time. */
  readonly indicators: Indicators
  /** SHA-256 over all streams by name: the same for the same seed and scale. */
  readonly digest: string
  readonly messages: number
  readonly outages: readonly Outage[]
  /** The year alone, without reading it again. */
  readonly milliseconds: number
  /** Processor time that the year took, of all threads, in milliseconds. */
  readonly processor: number
  readonly eventsPerSecond: number
  /** Peak of the resident set, bytes. */
  readonly rss: number
  readonly fsck: FsckReport | null
}

/** Simulates a year of a city on an exchange of its own. Throws `YB_CONFIGURATION` for what cannot be simulated. */
export async function simulate(options: SimulateOptions): Promise<SimulationReport> {
  const { year, seed, scale, onProgress } = options
  check(options)
  const data =
    options.data === undefined ? mkdtempSync(join(tmpdir(), 'yibiao-city-')) : resolve(options.data)
  const configuration = configure({ ...options.configuration, data, departments: false })
  const logger = createLogger({ name: 'simulation', level: configuration.logLevel })
  const run = await runCity({
    ...{ configuration, logger, year, seed, scale },
    ...(options.until === undefined ? {} : { until: options.until }),
    ...(onProgress ? { onProgress } : {}),
  })
  try {
    const { engines, identity, references } = run.roles
    const inForce = references.current()
    const { figures, digest } = await readYear(engines.store, inForce.calendar)
    const indicators = await indicatorsOf(engines.database, inForce, run.now)
    const proves = options.fsck ?? scale <= provenUpTo
    const proof = () => runFsck({ engines, identity, registry: registryOf(identity) })
    return {
      ...{ year, seed, scale, data, history: identity.history, figures, indicators, digest },
      ...{
        messages: run.messages,
        outages: run.outages,
        milliseconds: run.milliseconds,
        processor: run.processor,
      },
      eventsPerSecond: (figures.events / run.milliseconds) * 1_000,
      rss: process.resourceUsage().maxRSS * 1_024,
      fsck: proves ? await proof() : null,
    }
  } finally {
    await run.stop()
  }
}

/** What is no folder is refused when it is opened. */
const isUsed = (path: string): boolean =>
  existsSync(path) && statSync(path).isDirectory() && readdirSync(path).length > 0

function check({ year, scale, data, configuration }: SimulateOptions): void {
  const years = shippedReference().calendars.map(({ content }) => content.year)
  const issues = [
    ...(configuration?.mode === 'production'
      ? [
          misconfigured('mode', {
            zh: 'mode：只能模拟沙箱，生产历史不接受虚构的事实。',
            en: 'mode: only a sandbox is simulated; a production history takes no made-up facts.',
          }),
        ]
      : []),
    ...(year === simulatedYear && years.includes(year)
      ? []
      : [
          misconfigured('year', {
            zh: `year：可模拟的年份为 ${simulatedYear}。`,
            en: `year: ${simulatedYear} can be simulated.`,
          }),
        ]),
    ...(scale >= 0.0001 && scale <= 1
      ? []
      : [
          misconfigured('scale', {
            zh: 'scale：应为 0.0001 至 1 之间的数，1 为 60,000 件设立。',
            en: 'scale: a number from 0.0001 to 1; 1 is 60,000 set-ups.',
          }),
        ]),
    ...(data !== undefined && isUsed(data)
      ? [
          misconfigured('data', {
            zh: `data：${data} 不为空；模拟须用新目录。`,
            en: `data: ${data} is not empty; a simulation takes a new folder.`,
          }),
        ]
      : []),
  ]
  const [first, ...more] = issues
  if (first) throw new YibiaoError(problemOf([first, ...more]))
}
