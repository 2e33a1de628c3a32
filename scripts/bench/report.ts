import type { Machine } from './machine.ts'
import { figure } from './numbers.ts'
import { type Figure, holds, type Required } from './outcome.ts'
import type { RowResult } from './run-row.ts'

export interface Report {
  readonly startedAt: string
  readonly scale: number
  readonly seed: number
  readonly machine: Machine
  readonly results: readonly RowResult[]
}

export function machineLines({ machine, scale, seed, startedAt }: Omit<Report, 'results'>): string[] {
  const { cores, processor, memoryGB, system, node, fdatasyncP50, fdatasyncP99, load } = machine
  return [
    `${startedAt} · scale ${scale} · seed ${seed} · node ${node} · ${system}`,
    `${cores} cores · ${processor} · ${memoryGB} GB · load ${load.toFixed(1)}`,
    `fdatasync of 16 KiB: p50 ${fdatasyncP50.toFixed(2)} ms, p99 ${fdatasyncP99.toFixed(2)} ms`,
    ...(load > cores / 2 ? ['The machine is at work for others as well: rates below are lower bounds.'] : []),
  ]
}

const requirement = ({ atLeast, atMost, exactly }: Required, unit: string): string => {
  if (exactly !== undefined) return `= ${figure(exactly)} ${unit}`
  return atLeast !== undefined ? `≥ ${figure(atLeast)} ${unit}` : `≤ ${figure(atMost ?? 0)} ${unit}`
}

const mark = (one: Figure): string =>
  ({ true: ' ok', false: ' NOT', undefined: '' })[String(holds(one))] ?? ''

/** The lines of one row of the table: what was measured, next to what is required. */
export function rowLines(title: string, result: RowResult): string[] {
  const head = `${result.row} — ${title} (${result.seconds.toFixed(1)} s)`
  if ('failed' in result) return ['', head, `  FAILED: ${result.failed}`]
  const { figures, settings } = result.outcome
  const width = Math.max(...figures.map(({ name }) => name.length))
  return [
    '',
    head,
    ...figures.map((one) => {
      const { name, value, unit, required } = one
      const asked = required === undefined ? '' : `required ${requirement(required, unit)}${mark(one)}`
      return `  ${name.padEnd(width)}  ${figure(value).padStart(9)} ${unit.padEnd(13)} ${asked}`.trimEnd()
    }),
    `  ${Object.entries(settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · ')}`,
  ]
}

/** What is not as required, for `--check`. A row without a result is not. */
export const shortfalls = (results: readonly RowResult[]): string[] =>
  results.flatMap((result) =>
    'failed' in result
      ? [`${result.row}: ${result.failed}`]
      : result.outcome.figures
          .filter((one) => holds(one) === false)
          .map(({ name, value }) => `${result.row}: ${name} ${figure(value)}`),
  )
