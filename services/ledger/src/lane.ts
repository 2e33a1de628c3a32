import type { EventToAppend } from '@yibiao/event-store'
import type { BusMessage } from '@yibiao/message-bus'
import type { ErrorCode, Message } from '@yibiao/schemas'
import type { Claim, Taken } from '../domain/context.ts'

/** A valid message on its way to its stream. */
export interface LaneMessage {
  readonly participant: string
  readonly received: BusMessage
  readonly message: Message
  /** The JSON text of the message's data as it came. */
  readonly dataText: Uint8Array
}

/** A refusal that did not depend on any record; it goes to a stream of its own, named by the bytes. */
export interface StatelessRefusal {
  readonly digest: string
  readonly event: EventToAppend
}

/** What one stream's messages of a batch came to. Nothing of it has been stored yet. */
export interface LaneResult {
  readonly stream: string
  readonly expectedRevision: number
  readonly events: readonly EventToAppend[]
  readonly refusals: readonly StatelessRefusal[]
  readonly claims: readonly Claim[]
  readonly releases: readonly Claim[]
  readonly counts: { readonly accepted: number; readonly refused: number; readonly duplicates: number }
  /** The code of each refusal. */
  readonly refused: readonly ErrorCode[]
  /** Keeps the state for the next batch. Call only when `events` are stored. */
  keep(): void
}

/** Decides all of one stream's messages in order. Called again, on fresh state, after a conflict. */
export interface Lane {
  decide(stream: string, messages: readonly LaneMessage[], taken: Taken): Promise<LaneResult>
  /** Forgets what is remembered of a stream: somebody else wrote it, or storing failed. */
  forget(stream: string): void
}
