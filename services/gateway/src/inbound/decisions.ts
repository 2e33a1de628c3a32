import { type EventStore, readWhole, type StoredEvent } from '@yibiao/event-store'
import type { MessageBus, PublishReceipt } from '@yibiao/message-bus'
import { decodeEvent, type Message, type Problem, sameContent } from '@yibiao/schemas'
import type { Logger } from '@yibiao/telemetry'
import type { Publisher } from '../filings/publisher.ts'
import type { Tail, Waiter } from '../live/tail.ts'
import { type Awaited, LedgerProgress } from './ledger-progress.ts'
import { recordsTheSame, type Said } from './said.ts'

export const refusedType = 'yibiao.message.refused.v1'

/** Receipts that a repetition is looked for among. */
const lastReceipts = 1_000

/** What the ledger made of a message. */
export type Decision =
  | { readonly kind: 'recorded'; readonly event: StoredEvent }
  | { readonly kind: 'refused'; readonly event: StoredEvent; readonly problem: Problem }
  /**
   * It says nothing new. The event that the message was recorded by at first, with the problem where it was refused then;
   * no event where another receipt covers it.
   */
  | { readonly kind: 'repeated'; readonly event?: StoredEvent; readonly problem?: Problem }
  /** Durable on the bus; the ledger has not come to it in time. */
  | { readonly kind: 'pending' }

/** `data` of a refusal. */
export interface Refused {
  readonly problem: Problem
  readonly bytes: string
  readonly length: number
  readonly digest: string
}

interface Open extends Awaited {
  readonly said: Said
  readonly waiter: Waiter
  decision: Decision | undefined
}

export interface DecisionsOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly tail: Tail
  readonly publisher: Publisher
  readonly logger: Logger
}

/** The events of streams by their ids, each stream read once. */
class Streams {
  readonly #store: EventStore
  readonly #read = new Map<string, Promise<ReadonlyMap<string, StoredEvent>>>()

  constructor(store: EventStore) {
    this.#store = store
  }

  read(stream: string): Promise<ReadonlyMap<string, StoredEvent>> {
    const known = this.#read.get(stream) ?? this.#load(stream)
    this.#read.set(stream, known)
    return known
  }

  /** Receipts are for ever, and none is repeated late: of these the last ones. A record's stream is read whole. */
  async #load(stream: string): Promise<ReadonlyMap<string, StoredEvent>> {
    const events = stream.startsWith('receipts-')
      ? await this.#store.readStream(stream, { direction: 'backwards', limit: lastReceipts })
      : await readWhole(this.#store, stream)
    return new Map(events.map((one) => [one.id, one]))
  }
}

/**
 * Publishes what is said and waits for what the ledger makes of it. Something new shows as an event at the end of the
 * history. A repetition leaves no event: it is known by the ledger's offset having passed it, and then looked up.
 */
export class Decisions {
  readonly #options: DecisionsOptions
  readonly #progress: LedgerProgress

  constructor(options: DecisionsOptions) {
    this.#options = options
    this.#progress = new LedgerProgress(options)
  }

  /** The event that the message was recorded or refused by earlier, if any, whatever that says. */
  async first(
    { message }: Said,
    streams = new Streams(this.#options.store),
  ): Promise<StoredEvent | undefined> {
    return message && (await streams.read(message.stream)).get(message.eventId)
  }

  /**
   * Publishes all of them in their order, in one go, and gives a decision each, in the same order. Waits at most `wait`
   * milliseconds for the ledger, or until the signal. Throws `YB_UNAVAILABLE` when the bus does not take them; the same may then be said again.
   */
  async offer(said: readonly Said[], wait: number, signal?: AbortSignal): Promise<readonly Decision[]> {
    const { tail, publisher } = this.#options
    const deadline = performance.now() + wait
    // The wait begins before the publishing, so that nothing can be recorded unseen between the two.
    const waiting = said.map((one) =>
      tail.waitFor([...(one.message ? [one.message.eventId] : []), one.refusalId], wait),
    )
    try {
      const receipts = await publisher.send(said)
      const open = said.map(
        (one, index): Open => ({
          said: one,
          topic: one.topic,
          waiter: waiting[index] as Waiter,
          receipt: receipts[index] as PublishReceipt,
          decision: undefined,
        }),
      )
      await this.#settle(open, deadline, signal)
      return firstOnly(open)
    } finally {
      for (const waiter of waiting) waiter.cancel()
    }
  }

  async #settle(open: readonly Open[], deadline: number, signal?: AbortSignal): Promise<void> {
    const over = Promise.withResolvers<void>()
    const timer = setTimeout(over.resolve, Math.max(0, deadline - performance.now()))
    const giveUp = () => over.resolve()
    signal?.addEventListener('abort', giveUp)
    if (signal?.aborted) giveUp()
    const endWhenDecided = () => {
      if (open.every(({ decision }) => decision !== undefined)) over.resolve()
    }
    for (const one of open)
      one.waiter.event.then((stored) => {
        if (stored !== undefined) one.decision ??= decisionOf(one.said, stored, true)
        endWhenDecided()
      }, over.reject)
    const watch = this.#progress.watch(open, async (passed) => {
      await this.#lookUp(passed)
      endWhenDecided()
    })
    try {
      await over.promise
      // The time is over: the last chance of what left no event.
      if (open.some(({ decision }) => decision === undefined)) await watch.look()
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
      watch.stop()
    }
  }

  /** Looks up what became of those that the ledger has passed. */
  async #lookUp(passed: readonly Open[]): Promise<void> {
    const streams = new Streams(this.#options.store)
    for (const one of passed) one.decision ??= await this.#find(one, streams)
  }

  async #find({ said, receipt }: Open, streams: Streams): Promise<Decision> {
    const first = await this.first(said, streams)
    // The bus's own time of this very message tells whether it was recorded from it.
    const { receivedtime } = first === undefined ? {} : decodeEvent(first)
    const fresh = receivedtime !== undefined && Date.parse(receivedtime) === receipt.time
    const decision = first && decisionOf(said, first, fresh)
    if (decision) return decision
    const [refusal] = await this.#options.store.readStream(`refusal-${said.digest}`, { limit: 1 })
    return (refusal && decisionOf(said, refusal, true)) ?? { kind: 'repeated' }
  }
}

/** What an event says of the message; undefined when it is about another message that was said under the same id. */
function decisionOf(said: Said, event: StoredEvent, fresh: boolean): Decision | undefined {
  if (event.type !== refusedType) {
    if (said.message === undefined || !recordsTheSame(event, said.message)) return undefined
    return { kind: fresh ? 'recorded' : 'repeated', event }
  }
  const refused = decodeEvent<Refused>(event).data
  if (refused.digest !== said.digest && !saysTheSame(refused, said)) return undefined
  return { kind: fresh ? 'refused' : 'repeated', event, problem: refused.problem }
}

/** Whether the refused message, as far as its bytes were kept, says the same in other bytes. */
function saysTheSame(refused: Refused, { message }: Said): boolean {
  const original = originalOf(refused)
  return original !== undefined && message !== undefined && sameContent(original, message.content)
}

/** The refused message as it was sent; undefined where not all of its bytes were kept or they cannot be read. */
export function originalOf({ bytes, length }: Refused): Message | undefined {
  const kept = Buffer.from(bytes, 'base64')
  if (kept.length < length) return undefined
  try {
    return JSON.parse(kept.toString('utf8')) as Message
  } catch {
    return undefined
  }
}

/** Of several in one batch that say the same the first was recorded or refused; the others repeat it. */
function firstOnly(open: readonly Open[]): Decision[] {
  const seen = new Set<string>()
  return open.map(({ said, decision = { kind: 'pending' } }): Decision => {
    if (decision.kind === 'pending' || decision.event?.id !== said.message?.eventId || !decision.event)
      return decision
    const key = `${decision.event.stream} ${decision.event.id}`
    if (!seen.has(key)) {
      seen.add(key)
      return decision
    }
    return { ...decision, kind: 'repeated' }
  })
}
