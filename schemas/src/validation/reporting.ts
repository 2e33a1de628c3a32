import { createRequire } from 'node:module'
import type { ReportingValidator } from '../../generated/reporting-validators.js'

type Generated = typeof import('../../generated/reporting-validators.js')

const require = createRequire(import.meta.url)
let loaded: Generated | undefined

/**
 * The validator that finds every error of a schema; undefined for a schema that does not exist. Loaded with the first value
 * that is not valid: a start has none, and the validators are as large as everything else here together.
 */
export function reportingValidator(schemaId: string): ReportingValidator | undefined {
  loaded ??= require('../../generated/reporting-validators.js') as Generated
  return loaded.validators.get(schemaId)
}
