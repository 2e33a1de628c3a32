import { StoreError } from './errors.ts'
import {
  type Append,
  anyRevision,
  type EventToAppend,
  type ReadAllOptions,
  type ReadStreamOptions,
  type SubscribeOptions,
} from './event-store.ts'

/**
 * The port's limits and defaults, and the checks of every call against them. All adapters call these, so that a
 * call refused by one engine is refused by every other, in the same words.
 *
 * Messages name the argument and the rule, never the value: a stream name may hold what must not reach a log.
 */

/** Largest `data` of one event in bytes: 1 MiB. */
export const maxEventBytes = 1_048_576
/** Most events one `Append` may hold. */
export const maxEventsPerAppend = 1_000
/** Longest stream name in bytes of UTF-8. */
export const maxStreamNameBytes = 1_024
/** Longest event type in bytes of UTF-8. */
export const maxTypeBytes = 256
/** Most events one read, or one batch of a subscription, may return. */
export const maxReadLimit = 10_000
/** Events a read returns at most when it names no limit. */
export const defaultReadLimit = 1_000
/** Events a batch of a subscription holds at most when it names no size. */
export const defaultBatchSize = 500

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The error for a call that breaks the contract: which argument, and which rule. */
export function usageError(argument: string, rule: string): StoreError {
  return new StoreError('YB_STORE_USAGE', `${argument} ${rule}`)
}

/** Throws YB_STORE_USAGE unless every append of the batch keeps the contract. An empty batch is allowed. */
export function checkAppends(appends: readonly Append[]): void {
  if (!Array.isArray(appends)) throw usageError('appends', 'must be an array')
  for (const [index, append] of appends.entries()) {
    const at = `appends[${index}]`
    if (typeof append !== 'object' || append === null) throw usageError(at, 'must be an object')
    checkStreamName(append.stream, `${at}.stream`)
    const expected = append.expectedRevision
    if (expected !== anyRevision && !isCount(expected)) {
      throw usageError(`${at}.expectedRevision`, `must be an integer of 0 or more, or '${anyRevision}'`)
    }
    const { events } = append
    if (!Array.isArray(events) || events.length < 1 || events.length > maxEventsPerAppend) {
      throw usageError(`${at}.events`, `must be an array of 1 to ${maxEventsPerAppend} events`)
    }
    for (let i = 0; i < events.length; i++) checkEvent(events[i], `${at}.events[${i}]`)
  }
}

function checkEvent(event: EventToAppend | undefined, at: string): void {
  if (typeof event !== 'object' || event === null) throw usageError(at, 'must be an object')
  if (typeof event.id !== 'string' || !uuid.test(event.id)) {
    throw usageError(`${at}.id`, 'must be a UUID in lower case')
  }
  checkText(event.type, `${at}.type`, maxTypeBytes)
  if (!(event.data instanceof Uint8Array)) throw usageError(`${at}.data`, 'must be a Uint8Array')
  if (event.data.byteLength > maxEventBytes) {
    throw usageError(`${at}.data`, `must be at most ${maxEventBytes} bytes, has ${event.data.byteLength}`)
  }
}

function checkStreamName(stream: unknown, at: string): void {
  checkText(stream, at, maxStreamNameBytes)
}

function checkText(text: unknown, at: string, maxBytes: number): void {
  if (typeof text !== 'string' || text === '') throw usageError(at, 'must be a string that is not empty')
  if (text.length > maxBytes || (text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes)) {
    throw usageError(at, `must be at most ${maxBytes} bytes of UTF-8`)
  }
  // A lone surrogate has no UTF-8, and PostgreSQL has no NUL: neither would come back as it went in.
  if (!text.isWellFormed()) throw usageError(at, 'must be well-formed Unicode, without lone surrogates')
  if (text.includes('\0')) throw usageError(at, 'must not contain the character NUL')
  // EventStoreDB keeps what begins with $ for itself.
  if (text.startsWith('$')) throw usageError(at, "must not begin with '$'")
}

/** `readStream`'s options with the defaults filled in. `from: undefined` means the last event, backwards. */
export interface StreamRead {
  readonly from: number | undefined
  readonly backwards: boolean
  readonly limit: number
}

export function checkReadStream(stream: string, options: ReadStreamOptions = {}): StreamRead {
  checkStreamName(stream, 'stream')
  const { from, direction = 'forwards', limit = defaultReadLimit } = options
  if (direction !== 'forwards' && direction !== 'backwards') {
    throw usageError('options.direction', "must be 'forwards' or 'backwards'")
  }
  if (from !== undefined && (!isCount(from) || from < 1)) {
    throw usageError('options.from', 'must be an integer of 1 or more')
  }
  checkSize(limit, 'options.limit')
  const backwards = direction === 'backwards'
  return { from: from ?? (backwards ? undefined : 1), backwards, limit }
}

export function checkReadAll(options: ReadAllOptions = {}): Required<ReadAllOptions> {
  const { after = 0, until = Number.MAX_SAFE_INTEGER, limit = defaultReadLimit } = options
  if (!isCount(after)) throw usageError('options.after', 'must be an integer of 0 or more')
  if (!isCount(until)) throw usageError('options.until', 'must be an integer of 0 or more')
  checkSize(limit, 'options.limit')
  return { after, until, limit }
}

/** `subscribe`'s options with the defaults filled in. Called at once by `subscribe`, not at the first `next()`. */
export interface SubscriptionRequest {
  readonly after: number
  readonly batchSize: number
  readonly signal: AbortSignal | undefined
}

export function checkSubscribe(options: SubscribeOptions): SubscriptionRequest {
  if (typeof options !== 'object' || options === null) throw usageError('options', 'must be an object')
  const { after, batchSize = defaultBatchSize, signal } = options
  if (!isCount(after)) throw usageError('options.after', 'must be an integer of 0 or more')
  checkSize(batchSize, 'options.batchSize')
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw usageError('options.signal', 'must be an AbortSignal')
  }
  return { after, batchSize, signal }
}

function checkSize(size: unknown, at: string): void {
  if (!isCount(size) || size < 1 || size > maxReadLimit) {
    throw usageError(at, `must be an integer from 1 to ${maxReadLimit}`)
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
