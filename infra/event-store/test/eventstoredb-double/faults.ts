import { Metadata, type ServiceError, type StatusObject, status } from '@grpc/grpc-js'

/** What goes wrong, changed by a test while the server runs. */
export interface Faults {
  /** Calls are taken and never answered. */
  hangs: boolean
  /** Milliseconds between the arrival of an append and its being stored. */
  appendDelay: number
  /** Calls that require the leader are sent there. */
  leader: { readonly host: string; readonly port: number } | undefined
  /** Bytes that one append may hold. The server's own default is 1 MiB; the port needs more. */
  maxAppendSize: number
  /** Appends are stored, but the call breaks before the answer. */
  losesAnswers: boolean
}

export const noFaults = (): Faults => ({
  hangs: false,
  appendDelay: 0,
  leader: undefined,
  maxAppendSize: 16 * 1_048_576,
  losesAnswers: false,
})

type Fault = ServiceError & StatusObject

/** An error as the server sends it: a gRPC status, and in the trailers which exception it was. */
export function serverError(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): Fault {
  const metadata = new Metadata()
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value)
  return Object.assign(new Error(details), { code, details, metadata })
}

/** The error of a call that needs the leader, where this node is not it. */
export function notLeader(faults: Faults, metadata: Metadata): Fault | undefined {
  if (faults.leader === undefined || metadata.get('requires-leader')[0] !== 'true') return undefined
  return serverError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': faults.leader.host,
    'leader-endpoint-port': String(faults.leader.port),
  })
}

export const invalidPosition = () =>
  serverError(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.')

export function streamDeleted(stream: string): Fault {
  return serverError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  })
}
