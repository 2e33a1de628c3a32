export type {
  Database,
  DatabaseCapabilities,
  Session,
  SqlRow,
  SqlValue,
  Statements,
  TransactionOptions,
} from './database.ts'
export type { Dialect, ViewTable } from './dialect.ts'
export type { DatabaseErrorCode } from './errors.ts'
export { DatabaseError, databaseErrorCodes } from './errors.ts'
export type { JobProgress, ProjectionBuilds, Tables } from './tables.ts'
