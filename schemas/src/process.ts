/** Process definitions, ready for questions: which records and applications one is for, and what is timed after its events. */
import type { ValidateFunction } from 'ajv'
import type { ProcessContent } from '../generated/reference.ts'
import { type Condition, isCondition, newConditions } from './conditions.ts'

/** A record as far as a process asks: its registry status (code table `registry-status`) and its flags. */
export interface RecordSituation {
  readonly status: string | undefined
  readonly flags: readonly string[]
}

export interface CompiledProcess {
  readonly items: ReadonlySet<string>
  /** Whether a record in this situation may be dealt with by the process. */
  admits(situation: RecordSituation): boolean
  /** Whether the application has what the process asks for. */
  asks(application: object): boolean
  /** Whether an application may set or remove a path. */
  mayChange(path: string): boolean
  /** Whether an item belongs to a filing by this application; what the form says of it is the item's own condition. */
  concerns(item: string, application: object): boolean
}

const compiled = new WeakMap<ProcessContent, CompiledProcess>()

/** Compiled once for each definition. Throws where a condition is no JSON Schema; `processProblems` tells beforehand. */
export function compileProcess(content: ProcessContent): CompiledProcess {
  const known = compiled.get(content)
  if (known !== undefined) return known
  const ajv = newConditions()
  const conditionOf = (condition: Condition = true): ValidateFunction => ajv.compile(condition)
  const admits = conditionOf(content.admits as Condition)
  const asks = conditionOf(content.asks as Condition)
  const when = new Map(
    Object.entries(content.when ?? {}).map(([item, condition]) => [
      item,
      conditionOf(condition as Condition),
    ]),
  )
  const { paths } = content
  const one: CompiledProcess = {
    items: new Set(content.items),
    admits: (situation) => admits(situation),
    asks: (application) => asks(application),
    mayChange: (path) => paths?.some((part) => path === part || path.startsWith(`${part}/`)) ?? false,
    concerns: (item, application) => when.get(item)?.(application) ?? true,
  }
  compiled.set(content, one)
  return one
}

/** Whether it is of a record that exists, and not the set-up that opens one. */
export const isLifeProcess = ({ kind }: Pick<ProcessContent, 'kind'>): boolean => kind === 'LIFE'

/** Types of event that decide an item whatever its kind: what a process definition may name as outcome. */
export const typedOutcomes = [
  'yibiao.change.registered.v1',
  'yibiao.suspension.recorded.v1',
  'yibiao.business.resumed.v1',
  'yibiao.licence.revoked.v1',
  'yibiao.registration.rescinded.v1',
  'yibiao.rescission.reversed.v1',
  'yibiao.migration.accepted.v1',
  'yibiao.migration.completed.v1',
  'yibiao.tax.cleared.v1',
  'yibiao.liquidation.notified.v1',
  'yibiao.enterprise.deregistered.v1',
  'yibiao.deregistration.publicised.v1',
  'yibiao.publicity.begun.v1',
] as const

/** Facts that periods of a record's life come to. */
export const periodFacts = [
  'yibiao.suspension.lapsed.v1',
  'yibiao.announcement.ended.v1',
  'yibiao.publicity.ended.v1',
  'yibiao.publicity.lapsed.v1',
  'yibiao.publicity.unopposed.v1',
  'yibiao.deregistration.overdue.v1',
  'yibiao.deadline.breached.v1',
] as const

const outcomeTypes: ReadonlySet<string> = new Set([
  ...typedOutcomes,
  'yibiao.approval.granted.v1',
  'yibiao.approval.recorded.v1',
])

/**
 * What is wrong with a definition by itself, in English, for whoever publishes it; it is assumed to fit its schema. Whether its
 * items and rules exist, and its deciding item is among them, is for those to say who keep them.
 */
export function processProblems(content: ProcessContent): string[] {
  const ajv = newConditions()
  const items = new Set(content.items)
  const named = [content.when, content.outcomes, content.after].flatMap((part) => Object.keys(part ?? {}))
  const periods = new Set((content.timers ?? []).map(({ code }) => code))
  const conditions: [string, unknown][] = [
    ['admits', content.admits ?? true],
    ['asks', content.asks ?? true],
    ...Object.entries(content.when ?? {}).map(([item, one]): [string, unknown] => [`when ${item}`, one]),
  ]
  const facts: ReadonlySet<string> = new Set(periodFacts)
  return [
    ...named.filter((item) => !items.has(item)).map((item) => `${item}: is not among the items`),
    ...conditions
      .filter(([, condition]) => !isCondition(ajv, condition as Condition))
      .map(([what]) => `${what}: is no JSON Schema`),
    ...Object.entries(content.outcomes ?? {})
      .filter(([, type]) => !outcomeTypes.has(type))
      .map(([item, type]) => `${item}: ${type} decides nothing`),
    ...(content.timers ?? [])
      .filter(({ fact }) => !facts.has(fact))
      .map(({ code, fact }) => `${code}: ${fact} is no fact of a period`),
    ...Object.entries(content.after ?? {}).flatMap(([item, clocks]) =>
      clocks.filter((one) => !periods.has(one)).map((one) => `${item}: there is no period ${one}`),
    ),
  ]
}
