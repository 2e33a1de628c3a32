import { StoreError, type StoreErrorCode } from '../errors.ts'

/** True for errors by which SQLite says that the file's bytes make no sense. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(sqliteCode(error))
}

/** True when another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error))
}

/**
 * An error of the engine or the system as one of the port's, with the original as its cause. Anything else stays
 * what it is: a fault in a program must not pass for an engine that may be asked again.
 */
export function storeError(error: unknown, doing: string): unknown {
  const code = sqliteCode(error)
  if (code === '' || error instanceof StoreError) return error
  const [ours, advice] = classify(error, code)
  return new StoreError(ours, `${doing} failed (${code}): ${advice}`, { cause: error })
}

function classify(error: unknown, code: string): readonly [StoreErrorCode, string] {
  if (code.startsWith('SQLITE_FULL')) {
    return [
      'YB_STORE_FULL',
      'the disk or the quota is full. Make room and repeat it; nothing of it was stored.',
    ]
  }
  // A constraint can fail only when the head or a stream's revision is behind what the tables hold.
  if (isDamage(error) || code.startsWith('SQLITE_CONSTRAINT')) {
    return ['YB_STORE_DAMAGED', 'the file is damaged. Verify it, and restore a copy that verifies.']
  }
  if (isBusy(error)) {
    return ['YB_STORE_UNAVAILABLE', 'another thread kept the file locked too long. Repeat it.']
  }
  return ['YB_STORE_UNAVAILABLE', 'the file cannot be read or written. See the cause, then repeat it.']
}

function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
