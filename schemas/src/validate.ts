/**
 * Validation against the JSON Schemas, compiled ahead. Each function gives every problem at once, none when the value is
 * valid; valid values pass a variant that only says yes or no.
 */

import type { EventDataByType, EventType } from '../generated/events.ts'
import type { OneForm, OneFormFragment } from '../generated/one-form.ts'
import { validators as fast } from '../generated/validators.js'
import { eventTypes } from './event-types.ts'
import { formSchema } from './form/form-schema.ts'
import { fragmentId } from './form/fragment.ts'
import { type Issue, issue } from './problem.ts'
import { issuesOf } from './validation/issues-of.ts'
import { reportingValidator } from './validation/reporting.ts'

const formId = String(formSchema.$id)
const formFragmentId = fragmentId(formId)

function validatorOf(schemaId: string) {
  const validator = fast.get(schemaId)
  if (validator === undefined) throw new RangeError(`No schema has the $id ${schemaId}.`)
  return validator
}

/**
 * Every problem of a value of any schema of `schemaCatalogue()`. `at` is the value's own pointer within the message, put
 * before the issues' pointers. Throws `RangeError` for a schema that does not exist.
 */
export function validateAgainst(schemaId: string, value: unknown, at = ''): readonly Issue[] {
  if (validatorOf(schemaId)(value)) return []
  const report = reportingValidator(schemaId)!
  report(value)
  return issuesOf({ schemaId, value, at, errors: report.errors ?? [] })
}

/** Every problem of an event's data; `YB_TYPE_UNKNOWN` when the type is none. Pointers begin with `/data`. */
export function validateEventData(type: string, data: unknown, at = '/data'): readonly Issue[] {
  const known = eventTypes.get(type)
  if (known === undefined) return [issue('YB_TYPE_UNKNOWN', '/type', { type: type.slice(0, 128) })]
  return validateAgainst(known.schemaId, data, at)
}

/** Whether data is valid for a type, without a report. False for an unknown type. */
export function isEventData<T extends EventType>(type: T, data: unknown): data is EventDataByType[T] {
  const known = eventTypes.get(type)
  return known !== undefined && validatorOf(known.schemaId)(data)
}

/** Every problem of a whole form by its schema; what its values must be to each other is `checkFormRules`. */
export const validateForm = (form: unknown, at = ''): readonly Issue[] => validateAgainst(formId, form, at)

/** Whether a value is a whole form, by its schema. */
export const isOneForm = (form: unknown): form is OneForm => validatorOf(formId)(form)

/** Every problem of a fragment of a form. */
export const validateFragment = (fragment: unknown, at = ''): readonly Issue[] =>
  validateAgainst(formFragmentId, fragment, at)

/** Whether a value is a fragment of a form, by its schema. */
export const isOneFormFragment = (fragment: unknown): fragment is OneFormFragment =>
  validatorOf(formFragmentId)(fragment)
