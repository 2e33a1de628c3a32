import { BusError, type BusErrorCode } from '../errors.ts'

/** What kafkajs's errors have in common. `type` is the protocol's name of the error, where it is one. */
export interface KafkaFault extends Error {
  readonly type?: string
  readonly code?: string | number
  readonly retriable?: boolean
}

const codes: Readonly<Record<string, BusErrorCode>> = {
  TOPIC_AUTHORIZATION_FAILED: 'YB_BUS_FORBIDDEN',
  GROUP_AUTHORIZATION_FAILED: 'YB_BUS_FORBIDDEN',
  CLUSTER_AUTHORIZATION_FAILED: 'YB_BUS_FORBIDDEN',
  SASL_AUTHENTICATION_FAILED: 'YB_BUS_FORBIDDEN',
  UNSUPPORTED_SASL_MECHANISM: 'YB_BUS_FORBIDDEN',
  MESSAGE_TOO_LARGE: 'YB_BUS_TOO_LARGE',
  RECORD_LIST_TOO_LARGE: 'YB_BUS_TOO_LARGE',
  UNKNOWN_TOPIC_OR_PARTITION: 'YB_BUS_UNKNOWN_TOPIC',
  INVALID_TOPIC_EXCEPTION: 'YB_BUS_UNKNOWN_TOPIC',
  KAFKA_STORAGE_ERROR: 'YB_BUS_FULL',
  POLICY_VIOLATION: 'YB_BUS_FORBIDDEN',
  INVALID_CONFIG: 'YB_BUS_USAGE',
  INVALID_REPLICATION_FACTOR: 'YB_BUS_USAGE',
}

/** The broker is not in the state for the request; another look at the metadata and another try will help. */
const passing: ReadonlySet<string> = new Set([
  'CORRUPT_MESSAGE',
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'REQUEST_TIMED_OUT',
  'BROKER_NOT_AVAILABLE',
  'REPLICA_NOT_AVAILABLE',
  'NETWORK_EXCEPTION',
  'GROUP_LOAD_IN_PROGRESS',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'NOT_COORDINATOR_FOR_GROUP',
  'NOT_ENOUGH_REPLICAS',
  'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
  'NOT_CONTROLLER',
  'KAFKA_STORAGE_ERROR',
  'FENCED_LEADER_EPOCH',
  'UNKNOWN_LEADER_EPOCH',
  'OFFSET_NOT_AVAILABLE',
  'UNSTABLE_OFFSET_COMMIT',
  'CONCURRENT_TRANSACTIONS',
  'UNKNOWN',
])

export function faultOf(error: unknown): KafkaFault {
  let fault = error as KafkaFault
  // kafkajs wraps what it gave up retrying.
  while (fault?.type === undefined && fault?.cause instanceof Error) fault = fault.cause as KafkaFault
  return fault
}

/** kafkajs's name for an account that the brokers do not take; no error of the protocol's list. */
const refusedLogin = 'KafkaJSSASLAuthenticationError'

/** True when the same request may succeed later: a lost connection, or a protocol error that passes. */
export function passes(error: unknown): boolean {
  if (error instanceof BusError) return error.retryable
  const { type, name } = faultOf(error)
  if (name === refusedLogin) return false
  // What is no error of the protocol is one of the connection.
  return type === undefined || passing.has(type)
}

/** What a coordinator answers while its group is divided anew, or to a member who has not heard the latest of it. */
const outdated: ReadonlySet<string> = new Set([
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
])

/** True for what is no fault but news of the group: the member will hear of it, and then try again. */
export function isOutdated(error: unknown): boolean {
  return outdated.has(faultOf(error)?.type ?? '')
}

/** The error as a `BusError`; foreign ones become its `cause`. */
export function coded(error: unknown, what: string): BusError {
  if (error instanceof BusError) return error
  const fault = faultOf(error)
  const isRefused = fault?.name === refusedLogin
  const code = isRefused ? 'YB_BUS_FORBIDDEN' : (codes[fault?.type ?? ''] ?? 'YB_BUS_UNAVAILABLE')
  const said = fault?.type ?? fault?.message ?? String(error)
  const advice: Partial<Record<BusErrorCode, string>> = {
    YB_BUS_UNAVAILABLE: 'try again when Kafka can be reached',
    YB_BUS_FORBIDDEN: 'check the account and its ACLs',
  }
  const hint = advice[code]
  return new BusError(code, `${what}: ${said}${hint === undefined ? '' : `; ${hint}`}`, { cause: error })
}
