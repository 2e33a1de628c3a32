import {
  type Change,
  changesBetween,
  type RecordedEvent,
  type Statement,
  typedOutcomes,
} from '@yibiao/schemas'
import type { OneFormView } from './view.ts'

/**
 * Types whose `data.form` sets values and whose `data.removed` removes them. An application is none of them: what it asks for
 * is in force only once the registrar says so.
 */
const writingTypes: ReadonlySet<string> = new Set([
  'yibiao.filing.submitted.v1',
  'yibiao.supplement.provided.v1',
  'yibiao.approval.granted.v1',
  'yibiao.approval.recorded.v1',
  'yibiao.enterprise.registered.v1',
  'yibiao.record.changed.v1',
  ...typedOutcomes,
])

/** The values an event sets and removes, or undefined when it writes none. */
export function statementOf(event: Pick<RecordedEvent, 'type' | 'data'>): Statement | undefined {
  if (!writingTypes.has(event.type)) return undefined
  const statement = event.data as Statement
  return statement.form === undefined && statement.removed === undefined ? undefined : statement
}

const nothing: readonly Change[] = []

/**
 * The ONE function that says what an event changes: the leaves whose value differs after it, by path. The one-form view,
 * the feeds' `changes` and the trace all use it. `view` is the record just before the event.
 */
export function changesOf(
  view: Pick<OneFormView, 'form'>,
  event: Pick<RecordedEvent, 'type' | 'data'>,
): readonly Change[] {
  const statement = statementOf(event)
  return statement === undefined ? nothing : changesBetween(view.form, statement.form, statement.removed)
}
