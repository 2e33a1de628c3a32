/** Conditions that reference data give as JSON Schema: what an item, a process or a period applies to. */
import { Ajv } from 'ajv'
import { formats } from './formats.ts'

export type Condition = Readonly<Record<string, unknown>> | boolean

/** Compiles conditions; one for all of a list, for an instance is slow to make. */
export const newConditions = (): Ajv =>
  new Ajv({ strict: false, validateFormats: true, formats: { ...formats } })

/** Whether a value is a JSON Schema that compiles. */
export function isCondition(ajv: Ajv, condition: Condition): boolean {
  try {
    ajv.compile(condition)
    return true
  } catch {
    return false
  }
}
