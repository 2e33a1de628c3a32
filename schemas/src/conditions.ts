/** Conditions that reference data give as JSON Schema: what an item, a process or a period applies to. */
import { createRequire } from 'node:module'
import type { Ajv } from 'ajv'
import { formats } from './formats.ts'

export type Condition = Readonly<Record<string, unknown>> | boolean

const require = createRequire(import.meta.url)

/**
 * Compiles conditions; one for all of a list, for an instance is slow to make. Loaded when a condition is compiled: who reads a
 * history does without.
 */
export function newConditions(): Ajv {
  const { Ajv: Made } = require('ajv') as typeof import('ajv')
  return new Made({ strict: false, validateFormats: true, formats: { ...formats } })
}

/** Whether a value is a JSON Schema that compiles. */
export function isCondition(ajv: Ajv, condition: Condition): boolean {
  try {
    ajv.compile(condition)
    return true
  } catch {
    return false
  }
}
