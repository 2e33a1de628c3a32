import { BusError } from '../errors.ts'

const outcomes: Readonly<Record<string, readonly ['YB_BUS_FULL' | 'YB_BUS_USAGE', string]>> = {
  SQLITE_FULL: ['YB_BUS_FULL', 'the disk is full; make room and publish again'],
  SQLITE_NOTADB: ['YB_BUS_USAGE', 'path is a file, but not one of a message bus'],
}

/** The coded form of whatever the engine threw. Errors that are coded already pass through. */
export function coded(error: unknown): BusError {
  if (error instanceof BusError) return error
  const code = codeOf(error)
  const [busCode, text] = outcomes[code] ?? ['YB_BUS_UNAVAILABLE', `the bus's database failed (${code})`]
  return new BusError(busCode, text, { cause: error })
}

/** Runs what touches the engine; only coded errors come out. */
export function guarded<T>(action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw coded(error)
  }
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : String(error)
}
