/** Everything the gateway bounds. Each can be set by `options.limits`; times in milliseconds, sizes in bytes. */
export interface GatewayLimits {
  /** Largest request body. Minimum 1,024; default 2 MiB. */
  readonly bodyBytes: number
  /** Largest body of a participant's batch of messages. Minimum 1,024; default 4 MiB. */
  readonly batchBytes: number
  /** From the connection to the end of the request's head and body. Minimum 1,000; default 30,000. */
  readonly requestTimeout: number
  /** A connection on which nothing moves is closed. Minimum 1,000; default 60,000. Live streams send heartbeats. */
  readonly connectionTimeout: number
  /** How long a request waits for the ledger's answer before it is answered 202. Minimum 0; default 2,000. */
  readonly answerWait: number
  /** How long `?after=` waits for the view to reach a position. Minimum 0; default 5,000. */
  readonly viewWait: number
  /** How long the message bus may take to accept a message. Minimum 100; default 10,000. */
  readonly publishTimeout: number
  /** How long a stop waits for what is under way. Minimum 0; default 10,000. */
  readonly stopDeadline: number
  /** Live streams open at once. Minimum 1; default 1,000. */
  readonly streams: number
  /** Requests of participants that wait, for their feed or for the ledger, at once. Minimum 1; default 1,000. */
  readonly polls: number
  /** Between two heartbeats of a live stream. Minimum 100; default 15,000. */
  readonly heartbeat: number
  /** A live stream whose client takes nothing for so long is cut off. Minimum 100; default 10,000. */
  readonly slowClient: number
  /** Bytes that may wait in a live stream's socket before it must be taken. Minimum 1,024; default 256 KiB. */
  readonly streamBuffer: number
  /** Encoded messages of a live line kept for all its clients. Minimum 1; default 2,000. */
  readonly lineKept: number
  /** The same reading of a record by the same account is recorded once in so long. Minimum 0; default 60,000. */
  readonly readRepeat: number
  /** Messages of a feed that a replay's plan counts one by one; of longer ranges it gives no number of records. Default 50,000. */
  readonly planCounted: number
}

export const defaultLimits: GatewayLimits = {
  bodyBytes: 2_097_152,
  batchBytes: 4_194_304,
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  answerWait: 2_000,
  viewWait: 5_000,
  publishTimeout: 10_000,
  stopDeadline: 10_000,
  streams: 1_000,
  polls: 1_000,
  heartbeat: 15_000,
  slowClient: 10_000,
  streamBuffer: 262_144,
  lineKept: 2_000,
  readRepeat: 60_000,
  planCounted: 50_000,
}

/** The least value of each limit. */
export const minimumLimits: GatewayLimits = {
  bodyBytes: 1_024,
  batchBytes: 1_024,
  requestTimeout: 1_000,
  connectionTimeout: 1_000,
  answerWait: 0,
  viewWait: 0,
  publishTimeout: 100,
  stopDeadline: 0,
  streams: 1,
  polls: 1,
  heartbeat: 100,
  slowClient: 100,
  streamBuffer: 1_024,
  lineKept: 1,
  readRepeat: 0,
  planCounted: 0,
}

/** Most entries a list returns, and how many without being asked. */
export const maxPageSize = 200
export const defaultPageSize = 50
