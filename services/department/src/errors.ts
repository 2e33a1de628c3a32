/** Every code the connector itself may throw. Refused drafts throw the schemas' `YibiaoError` instead. */
export const connectorErrorCodes = [
  /** A call that breaks the connector's contract, such as `publish` from inside a handler. */
  'YB_CONNECTOR_USAGE',
  /** The connector was stopped. What was put into the outbox stays there and goes out at the next start. */
  'YB_CONNECTOR_STOPPED',
  /** The store was written by a newer version of the connector than this one. */
  'YB_CONNECTOR_NEWER',
] as const

export type ConnectorErrorCode = (typeof connectorErrorCodes)[number]

/** Broken use or an ended connector. Classify by `code`, never by message or `instanceof` across packages. */
export class ConnectorError extends Error {
  readonly code: ConnectorErrorCode

  constructor(code: ConnectorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ConnectorError'
    this.code = code
  }
}

/** The longest reason of a rejection, in characters; the event's schema allows no more. */
export const longestReason = 1000

/**
 * Thrown by a handler that will never be able to apply a message: the message is put on record as rejected
 * (`yibiao.feed.rejected.v1`), nothing the handler wrote is kept, and the feed goes on with the next one.
 * `reason` is read by the exchange's operators: plain text, MUST NOT carry personal values.
 */
export class Rejection extends Error {
  readonly code = 'YB_CONNECTOR_REJECTION'
  readonly reason: string

  constructor(reason: string, options?: ErrorOptions) {
    const text = reason.trim().slice(0, longestReason)
    super(text === '' ? 'No reason given.' : text, options)
    this.name = 'Rejection'
    this.reason = this.message
  }
}

/** The code of an error of ours or of the bus, or undefined for any other thing thrown. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The rejection in a thing thrown, or undefined. */
export const rejectionOf = (error: unknown): Rejection | undefined =>
  codeOf(error) === 'YB_CONNECTOR_REJECTION' ? (error as Rejection) : undefined
