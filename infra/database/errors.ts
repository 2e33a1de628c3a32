/** Every code a database adapter may throw. */
export const databaseErrorCodes = [
  /** The database cannot be reached or is busy. Nothing of the transaction was stored; repeat it. */
  'YB_DATABASE_UNAVAILABLE',
  /** The disk or quota is full. Nothing of the transaction was stored. */
  'YB_DATABASE_FULL',
  /** The database was closed before the call, or while it waited. */
  'YB_DATABASE_CLOSED',
  /** What is stored cannot be read. The read database holds nothing of its own: delete it and it is built anew. */
  'YB_DATABASE_DAMAGED',
  /** It was written by a newer version of Yibiao than this one. */
  'YB_DATABASE_NEWER',
  /** A statement or call that is wrong. */
  'YB_DATABASE_USAGE',
] as const

export type DatabaseErrorCode = (typeof databaseErrorCodes)[number]

const retryable: ReadonlySet<DatabaseErrorCode> = new Set(['YB_DATABASE_UNAVAILABLE', 'YB_DATABASE_FULL'])

/** Broken infrastructure. Classify by `code`, never by message or `instanceof` across packages. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode
  readonly retryable: boolean

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseError'
    this.code = code
    this.retryable = retryable.has(code)
  }
}
