/** Eleven departments' systems to try the exchange with. They know nothing of it but the connector. */
import { amr } from './amr.ts'
import { amrFood } from './amr-food.ts'
import { bankCcb } from './bank-ccb.ts'
import { bankIcbc } from './bank-icbc.ts'
import { customs } from './customs.ts'
import { hpf } from './hpf.ts'
import { hrss } from './hrss.ts'
import { hsa } from './hsa.ts'
import type { ReferenceSystemOptions } from './options.ts'
import { psb } from './psb.ts'
import { type RunningSystem, runSystem, type StartOptions } from './runner.ts'
import { stats } from './stats.ts'
import type { ReferenceSystem } from './system.ts'
import { tax } from './tax.ts'

export type { CaseEntry, CaseState } from './case-book.ts'
export { type Decision, decide } from './decide.ts'
export { FormValues } from './form-values.ts'
export { MemoryNumbers } from './memory-numbers.ts'
export type { ReferenceSystemOptions } from './options.ts'
export type { RunningSystem, StartOptions } from './runner.ts'
export type {
  BilingualText,
  Case,
  DecisionContext,
  Defect,
  ItemPractice,
  ReferenceSystem,
} from './system.ts'

/** All of them, in the order in which an enterprise meets them. */
export const referenceSystems: readonly ReferenceSystem[] = [
  amr,
  tax,
  psb,
  hrss,
  hsa,
  hpf,
  bankIcbc,
  bankCcb,
  stats,
  customs,
  amrFood,
]

/** The participants' codes of the reference systems. */
export const referenceSystemCodes: readonly string[] = referenceSystems.map(({ code }) => code)

/** Starts one reference system. Throws `RangeError` for a code that none has. */
export function startReferenceSystem(code: string, start: StartOptions): Promise<RunningSystem> {
  const system = referenceSystems.find((each) => each.code === code)
  if (system === undefined) throw new RangeError(`There is no reference system ${code}.`)
  return runSystem(system, start)
}

export interface StartAllOptions extends Omit<StartOptions, 'options'> {
  /** The behaviour of all of them. */
  readonly options?: ReferenceSystemOptions
  /** The behaviour of single ones, by code, in place of that of all. */
  readonly optionsOf?: Readonly<Record<string, ReferenceSystemOptions>>
}

export interface RunningSystems {
  readonly systems: readonly RunningSystem[]
  stop(): Promise<void>
}

/** Starts all reference systems. When one cannot start, those already started are stopped and the error is thrown. */
export async function startAllReferenceSystems(start: StartAllOptions): Promise<RunningSystems> {
  const { options, optionsOf = {}, ...common } = start
  // At the same time: on a bus whose groups are waited for, eleven starts take no longer than one.
  const outcomes = await Promise.allSettled(
    referenceSystems.map(({ code }) => {
      const own = optionsOf[code] ?? options
      return startReferenceSystem(code, { ...common, ...(own === undefined ? {} : { options: own }) })
    }),
  )
  const systems = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const stop = async () => {
    await Promise.all(systems.map((system) => system.stop()))
  }
  const failed = outcomes.find((one) => one.status === 'rejected')
  if (failed !== undefined) {
    await stop()
    throw failed.reason
  }
  return { systems, stop }
}
