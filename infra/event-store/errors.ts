/** Every code an event store adapter may throw. A conflict is not among them: it is an outcome of an append. */
export const storeErrorCodes = [
  /** The store cannot be reached or is busy; nothing is known of the outcome. Repeat the same append. */
  'YB_STORE_UNAVAILABLE',
  /** The disk or quota is full. Nothing of the batch was stored. */
  'YB_STORE_FULL',
  /** The store was closed while the call was waiting, or before it. */
  'YB_STORE_CLOSED',
  /** What is stored is not what was written. Carries the position or stream where it shows. */
  'YB_STORE_DAMAGED',
  /** The engine is set up so that a crash may take back what it acknowledged, e.g. `fsync = off`. Set it up otherwise. */
  'YB_STORE_UNSAFE',
  /** The data was written by a newer version of Yibiao than this one. */
  'YB_STORE_NEWER',
  /** A call that breaks the port's contract, e.g. an empty append or an event id that is no UUID. */
  'YB_STORE_USAGE',
] as const

export type StoreErrorCode = (typeof storeErrorCodes)[number]

const retryable: ReadonlySet<StoreErrorCode> = new Set(['YB_STORE_UNAVAILABLE', 'YB_STORE_FULL'])

/** Broken infrastructure. Classify by `code`, never by message or `instanceof` across packages. */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly retryable: boolean

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
    this.retryable = retryable.has(code)
  }
}
