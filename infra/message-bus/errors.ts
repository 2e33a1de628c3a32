/** Every code a message bus adapter may throw. */
export const busErrorCodes = [
  /** The broker cannot be reached; nothing is known of the outcome. Publish again: receivers drop duplicates by id. */
  'YB_BUS_UNAVAILABLE',
  /** The disk or quota is full. Nothing was published. */
  'YB_BUS_FULL',
  /** The bus was closed. */
  'YB_BUS_CLOSED',
  /** The topic does not exist; topics are made by provisioning, never by use. */
  'YB_BUS_UNKNOWN_TOPIC',
  /** The caller may not write or read this topic. */
  'YB_BUS_FORBIDDEN',
  /** The message is larger than the topic allows. */
  'YB_BUS_TOO_LARGE',
  /** The committed offset no longer exists; never skipped silently. */
  'YB_BUS_OFFSET_EXPIRED',
  /** The data was written by a newer version of Yibiao than this one. */
  'YB_BUS_NEWER',
  /** A call that breaks the port's contract. */
  'YB_BUS_USAGE',
] as const

export type BusErrorCode = (typeof busErrorCodes)[number]

const retryable: ReadonlySet<BusErrorCode> = new Set(['YB_BUS_UNAVAILABLE', 'YB_BUS_FULL'])

/** Where a group stands on a partition that no longer holds it. */
export interface OffsetExpiry {
  readonly group: string
  readonly topic: string
  readonly partition: number
  /** The offset that the group is to be given next. */
  readonly committed: number
  /** The first offset still kept, and the next to be written. */
  readonly earliest: number
  readonly latest: number
}

export interface BusErrorOptions extends ErrorOptions {
  readonly expiry?: OffsetExpiry
}

/** Broken infrastructure. Classify by `code`, never by message or `instanceof` across packages. */
export class BusError extends Error {
  readonly code: BusErrorCode
  readonly retryable: boolean
  /** With `YB_BUS_OFFSET_EXPIRED`: what an operator has to decide on. */
  readonly expiry: OffsetExpiry | undefined

  constructor(code: BusErrorCode, message: string, options?: BusErrorOptions) {
    super(message, options)
    this.name = 'BusError'
    this.code = code
    this.retryable = retryable.has(code)
    this.expiry = options?.expiry
  }
}

/** What a partition is stopped with when its group's offset is not there: skipping is for an operator to decide. */
export function offsetExpired(expiry: OffsetExpiry): BusError {
  const { group, topic, partition, committed, earliest, latest } = expiry
  return new BusError(
    'YB_BUS_OFFSET_EXPIRED',
    `group "${group}" stands at offset ${committed} of ${topic}/${partition}, which holds ` +
      `${earliest} to ${latest - 1}. Nothing was skipped, the partition stands still: find out what is missing, ` +
      'then go on with a new group',
    { expiry },
  )
}
