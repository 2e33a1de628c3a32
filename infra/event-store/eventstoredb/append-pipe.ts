import { randomUUID } from 'node:crypto'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { EventToAppend } from '../event-store.ts'
import { toPosition, withMark } from './codec.ts'
import type { BatchAppendCall, Connection } from './connection.ts'
import { deleted, denied, failure, silence, storeError, tooLarge } from './errors.ts'

/** One append as the server sees it. */
export interface AppendRequest {
  /** The stream's name in the server. */
  readonly name: string
  /** How many events the stream must hold. */
  readonly expected: number
  readonly events: readonly EventToAppend[]
  /** Kept with each event. */
  readonly mark: string
}

/** `stored` may also mean that the server took the append for a repetition: it compares ids, and nothing else. */
export type AppendAnswer =
  | {
      readonly status: 'stored'
      readonly revision: number
      /** Of the last event, undefined when the server does not say. */
      readonly position: number | undefined
    }
  | { readonly status: 'wrong-revision'; readonly actual: number }

interface Pending {
  readonly resolve: (answer: AppendAnswer) => void
  readonly reject: (error: unknown) => void
}

/** A call with those who wait for its answers. */
interface Line {
  readonly call: BatchAppendCall
  readonly pending: Map<string, Pending>
  /** Why it carries nothing any more. */
  ended: Error | undefined
}

type Nothing = Parameters<BatchAppendReq.Options['setNoStream']>[0]

const doing = 'appending'
/** Google's Empty by way of the server's own message of that name, which is the same on the wire: no fields. */
const nothing = new shared.Empty() as unknown as Nothing
/** Milliseconds without an append after which the call is given up: an open one would keep the process from ending. */
const idleTime = 500

/**
 * All appends of a store travel on one BatchAppend call. The server takes them off it one after another, so they are
 * committed in the order of `send`, while up to the store's `concurrency` of them are under way.
 *
 * The client has such a call too, but one table of promises for all clients of a process: the fault of one fails the
 * appends of all, and an answer that comes after it ends the process. Here each call has its own.
 */
export class AppendPipe {
  readonly #connection: Connection
  #open: Promise<Line> | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Rejects with a StoreError; then nothing is known of the append. */
  async send(request: AppendRequest): Promise<AppendAnswer> {
    clearTimeout(this.#idle)
    this.#open ??= this.#start()
    const { call, pending, ended } = await this.#connection.within(doing, this.#open)
    if (ended !== undefined) throw storeError(ended, doing)
    const id = randomUUID()
    const { deadline } = this.#connection
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        pending.delete(id)
        reject(silence(doing, deadline))
      }, deadline)
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer)
          if (pending.size === 0) this.#whenIdle()
          settle(value)
        }
      }
      pending.set(id, { resolve: settled(resolve), reject: settled(reject) })
      call.write(encode(request, id))
    })
  }

  /** Says goodbye to the server. Nothing may be under way. */
  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const line = await this.#open?.catch(() => undefined)
    line?.call.end()
  }

  #whenIdle(): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      void this.close()
      this.#open = undefined
    }, idleTime)
    this.#idle.unref()
  }

  #start(): Promise<Line> {
    const lines: Line[] = []
    const forget = () => {
      if (this.#open === open) this.#open = undefined
    }
    const end = (error: Error) => {
      forget()
      for (const line of lines) endLine(line, error)
    }
    const listen = (call: BatchAppendCall) => {
      const line: Line = { call, pending: new Map(), ended: undefined }
      lines.push(line)
      call.on('data', (answer) => settle(line.pending, answer))
      call.on('error', end)
      call.on('end', () => end(new Error('the server ended the call')))
      return line
    }
    const open = this.#connection.batchAppend(listen)
    open.catch(forget)
    return open
  }
}

function endLine(line: Line, error: Error): void {
  line.ended ??= error
  const waiting = [...line.pending.values()]
  line.pending.clear()
  for (const { reject } of waiting) reject(storeError(error, doing))
}

/**
 * The deadline is not among what is sent: the server holds it against its own clock. It has a limit of its own for
 * every write, and ours is kept here.
 */
function encode({ name, expected, events, mark }: AppendRequest, id: string) {
  const options = new streams.BatchAppendReq.Options()
  const stream = new shared.StreamIdentifier()
  stream.setStreamName(new Uint8Array(Buffer.from(name)))
  options.setStreamIdentifier(stream)
  if (expected === 0) options.setNoStream(nothing)
  else options.setStreamPosition(String(expected - 1))
  const request = new streams.BatchAppendReq()
  request.setCorrelationId(uuid(id))
  request.setOptions(options)
  request.setIsFinal(true)
  const metadata = withMark(mark)
  for (const event of events) {
    const message = new streams.BatchAppendReq.ProposedMessage()
    message.setId(uuid(event.id))
    message.getMetadataMap().set('type', event.type)
    message.getMetadataMap().set('content-type', 'application/octet-stream')
    message.setCustomMetadata(metadata)
    // A plain view: the encoder takes no subclass of Uint8Array but Buffer.
    const { buffer, byteOffset, byteLength } = event.data
    message.setData(new Uint8Array(buffer, byteOffset, byteLength))
    request.addProposedMessages(message)
  }
  return request
}

function uuid(id: string) {
  const message = new shared.UUID()
  message.setString(id)
  return message
}

function settle(pending: Map<string, Pending>, answer: BatchAppendResp): void {
  const id = answer.getCorrelationId()?.getString() ?? ''
  const waiting = pending.get(id)
  // Nobody waits any more for what the deadline has overtaken.
  if (waiting === undefined) return
  pending.delete(id)
  try {
    waiting.resolve(decode(answer))
  } catch (error) {
    waiting.reject(error)
  }
}

function decode(answer: BatchAppendResp): AppendAnswer {
  const success = answer.getSuccess()
  if (success !== undefined) {
    const commit = success.getPosition()?.getCommitPosition()
    const position = commit === undefined ? undefined : toPosition(BigInt(commit))
    return { status: 'stored', revision: Number(success.getCurrentRevision()) + 1, position }
  }
  const status = answer.getError()
  const details = status?.getDetails()
  const type = details?.getTypeName()
  switch (type) {
    case 'event_store.client.WrongExpectedVersion': {
      const wrong = details?.unpack(shared.WrongExpectedVersion.deserializeBinary, type)
      const actual = wrong?.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) + 1 : 0
      return { status: 'wrong-revision', actual }
    }
    case 'event_store.client.StreamDeleted':
      throw failure(deleted, doing)
    case 'event_store.client.AccessDenied':
      throw failure(denied, doing)
    case 'event_store.client.MaximumAppendSizeExceeded':
      throw failure(tooLarge, doing)
    default:
      throw storeError(new Error(status?.getMessage() || `the server answered ${type}`), doing)
  }
}
