import { StoreError, type StoreErrorCode } from '../errors.ts'

/** True when the server rolled the transaction back because another was in its way: nothing was stored, try again. */
export function isRolledBack(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** True when what should be stored has a number or name that is taken. */
export function isTaken(error: unknown): boolean {
  return sqlState(error) === '23505'
}

/** True when the connection is gone or was never there: whatever was sent may have been done or not. */
export function isDisconnected(error: unknown): boolean {
  const state = sqlState(error)
  return state === undefined || state.startsWith('08') || state.startsWith('57P')
}

/**
 * An error of the driver, of the network or of the server as one of the port's, with the original as its cause. A fault of
 * the program itself stays what it is: it must not pass for an engine that may be asked again.
 */
export function storeError(error: unknown, doing: string): unknown {
  if (error instanceof StoreError || error instanceof TypeError || error instanceof RangeError) return error
  const state = sqlState(error)
  const [code, advice] = classify(state)
  const named = state ?? (error as { readonly code?: unknown }).code ?? 'no answer'
  return new StoreError(code, `${doing} failed (${named}): ${advice}`, { cause: withoutValues(error) })
}

const damaged = 'the tables are damaged or not ours. Verify the history, and restore a copy that verifies.'

/** By SQLSTATE. What the server says it cannot do now may be asked again; most of all when it is away. */
function classify(state: string | undefined): readonly [StoreErrorCode, string] {
  if (state === '53100') {
    return ['YB_STORE_FULL', "the server's disk is full. Make room and repeat it; nothing of it was stored."]
  }
  // A constraint can fail only when the head or a stream's revision is behind what the tables hold.
  if (state?.startsWith('23') || state?.startsWith('XX00')) return ['YB_STORE_DAMAGED', damaged]
  if (state === '42P01' || state === '42703' || state === '3F000') return ['YB_STORE_DAMAGED', damaged]
  if (state === '25006') {
    return ['YB_STORE_UNAVAILABLE', 'the server is a standby that only reads. Repeat it at the primary.']
  }
  if (state === '55P03' || state === '57014') {
    return ['YB_STORE_UNAVAILABLE', 'it took too long, perhaps waiting for another writer. Repeat it.']
  }
  return ['YB_STORE_UNAVAILABLE', 'PostgreSQL cannot be reached or refuses. See the cause, then repeat it.']
}

/** The server's five characters, when it was the server that spoke. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The server's details repeat what was stored, which must not reach a log. */
function withoutValues(error: unknown): unknown {
  if (error instanceof Error) {
    for (const name of ['detail', 'where', 'internalQuery']) {
      if (name in error) Object.assign(error, { [name]: undefined })
    }
  }
  return error
}
