// Generated from the JSON Schemas by `npm run generate`. Do not edit.
import type { ErrorObject } from 'ajv'

/** Leaves every error, if any, in `errors` until the next call. */
export interface ReportingValidator {
  (data: unknown): boolean
  errors?: null | readonly ErrorObject[]
}

/** Every schema's reporting validator by the schema's $id. */
export declare const validators: ReadonlyMap<string, ReportingValidator>
