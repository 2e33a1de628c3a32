/** Reference data shipped with the contracts. */
export { shippedCalendarYears } from './calendars.ts'
export {
  type CodeEntry,
  type CodeTable,
  type CodeTableName,
  codeTables,
  type DivisionEntry,
  type EntryOf,
  findCode,
  type IndustryEntry,
  isCode,
  isRegistryDivision,
  type NationalityEntry,
  nameOfCode,
  type ScopeItemEntry,
} from './code-tables.ts'
