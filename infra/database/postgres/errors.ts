import { DatabaseError, type DatabaseErrorCode } from '../errors.ts'

/**
 * What a call of the driver threw, as one of the port's errors; a fault of the program itself stays what it is. The server's details are taken off: they repeat what was
 * stored, which must not reach a log.
 */
export function databaseError(error: unknown, reading = false): unknown {
  if (error instanceof DatabaseError || error instanceof TypeError || error instanceof RangeError)
    return error
  const text = error instanceof Error ? error.message : String(error)
  if (error instanceof Error) {
    for (const name of ['detail', 'where', 'internalQuery']) {
      if (name in error) Object.assign(error, { [name]: undefined })
    }
  }
  return new DatabaseError(classify(sqlState(error), reading), text, { cause: error })
}

/** By SQLSTATE; without one the server was not there to say anything. */
function classify(state: string | undefined, reading: boolean): DatabaseErrorCode {
  if (state === undefined || /^(08|40|53|55|57|58)/.test(state)) {
    return state === '53100' ? 'YB_DATABASE_FULL' : 'YB_DATABASE_UNAVAILABLE'
  }
  if (state.startsWith('XX00')) return 'YB_DATABASE_DAMAGED'
  // Reading: a table that went away with a switch of copies since the snapshot saw its name. Read again.
  if (state === '42P01' && reading) return 'YB_DATABASE_UNAVAILABLE'
  // Writing: a standby, before the failover has reached us.
  if (state === '25006' && !reading) return 'YB_DATABASE_UNAVAILABLE'
  return 'YB_DATABASE_USAGE'
}

/** The server's five characters, when it was the server that spoke. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
