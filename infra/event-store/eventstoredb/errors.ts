import { type CommandError, convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client'
import { StoreError, type StoreErrorCode } from '../errors.ts'

/** gRPC's own numbers, of the statuses for which the client has no type. */
const invalidArgument = 3
const permissionDenied = 7
const resourceExhausted = 8
const unimplemented = 12

type Verdict = readonly [StoreErrorCode, string]

const unavailable: Verdict = ['YB_STORE_UNAVAILABLE', 'the server cannot be reached or is busy. Repeat it.']
const notLeader: Verdict = [
  'YB_STORE_UNAVAILABLE',
  'the node is not the leader; the leader is asked next. Repeat it.',
]
export const denied: Verdict = [
  'YB_STORE_USAGE',
  'the server refuses these credentials. Check the user, its rights and the password in the URL.',
]
export const tooLarge: Verdict = [
  'YB_STORE_USAGE',
  "the append exceeds the server's limit. Raise MaxAppendSize there; an event may hold 1 MiB.",
]
export const deleted: Verdict = [
  'YB_STORE_DAMAGED',
  'the stream was deleted in the server by somebody else. Restore a copy that has it.',
]
const tooOld: Verdict = [
  'YB_STORE_USAGE',
  'the server is too old. EventStoreDB 23.10 or KurrentDB is needed.',
]

/** A failure as the port's error. The doing is said by the caller: 'appending', 'reading a stream'. */
export function failure([code, advice]: Verdict, doing: string, options?: ErrorOptions): StoreError {
  return new StoreError(code, `${doing} failed: ${advice}`, options)
}

/** The deadline passed without a sign of the server; nothing is known of the outcome. */
export function silence(doing: string, deadline: number): StoreError {
  return new StoreError(
    'YB_STORE_UNAVAILABLE',
    `${doing} failed: the server did not answer within ${deadline} ms. Repeat it.`,
  )
}

/**
 * An error of the client or of gRPC as one of the port's, with the original as its cause. Errors of a program (a
 * TypeError and its like) stay what they are: they must not pass for a server that may be asked again.
 */
export function storeError(error: unknown, doing: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  const command = convertToCommandError(error)
  if (!isCommandError(command)) {
    // The client throws a plain Error where no node of a cluster answers or its channel was just closed.
    return error.constructor === Error ? failure(unavailable, doing, { cause: error }) : error
  }
  return failure(verdictOf(command.type, command.code), doing, { cause: error })
}

function verdictOf(type: ErrorType, code: number | undefined): Verdict {
  if (type === ErrorType.NOT_LEADER) return notLeader
  if (type === ErrorType.ACCESS_DENIED || code === permissionDenied) return denied
  if (type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED || code === resourceExhausted) return tooLarge
  if (type === ErrorType.STREAM_DELETED) return deleted
  if (type === ErrorType.UNSUPPORTED || code === unimplemented) return tooOld
  return unavailable
}

/** The server's answer for a stream that does not exist. */
export function isStreamNotFound(error: unknown): boolean {
  return commandOf(error)?.type === ErrorType.STREAM_NOT_FOUND
}

/** The server's answer for a position at which no record of its log begins; versions differ in what they call it. */
export function isInvalidPosition(error: unknown): boolean {
  const command = commandOf(error)
  if (command?.code === invalidArgument) return true
  return command?.type === ErrorType.UNKNOWN && /position|unexpected/i.test(command.message)
}

/** The server's answer of a node that is not, or no longer, the leader of its cluster. */
export function isNotLeader(error: unknown): boolean {
  return commandOf(error)?.type === ErrorType.NOT_LEADER
}

/** The client's error behind one of ours. */
function commandOf(error: unknown): CommandError | undefined {
  const cause = error instanceof StoreError ? error.cause : error
  if (!(cause instanceof Error)) return undefined
  const command = convertToCommandError(cause)
  return isCommandError(command) ? command : undefined
}
