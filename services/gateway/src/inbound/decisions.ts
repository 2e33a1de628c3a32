import type { EventStore, StoredEvent } from '@yibiao/event-store'
import type { MessageBus, PublishReceipt } from '@yibiao/message-bus'
import { decodeEvent, type Message, type Problem, type RecordedEvent, sameContent } from '@yibiao/schemas'
import type { Logger } from '@yibiao/telemetry'
import type { Publisher } from '../filings/publisher.ts'
import { pause } from '../live/pause.ts'
import type { Tail, Waiter } from '../live/tail.ts'
import { readStored } from '../records/stream.ts'
import type { Said } from './said.ts'

/** The ledger's consumer group on the inbound topics: what it has committed is decided, and durable as such. */
export const ledgerGroup = 'ledger'

/** Before the first look at what the ledger has committed, and at most between two, in milliseconds. */
const firstLook = 20
const longestLook = 250

/** Receipts that a repetition is looked for among. */
const lastReceipts = 1_000

/** What the ledger made of a message. */
export type Decision =
  | { readonly kind: 'recorded'; readonly event: RecordedEvent }
  | { readonly kind: 'refused'; readonly event: RecordedEvent; readonly problem: Problem }
  /**
   * It says nothing new. The event that the message was recorded by at first, with the problem where it was refused then;
   * no event where another receipt covers it.
   */
  | { readonly kind: 'repeated'; readonly event?: RecordedEvent; readonly problem?: Problem }
  /** Durable on the bus; the ledger has not come to it in time. */
  | { readonly kind: 'pending' }

/** `data` of a refusal. */
export interface Refused {
  readonly problem: Problem
  readonly bytes: string
  readonly length: number
  readonly digest: string
}

interface Open {
  readonly said: Said
  readonly waiter: Waiter
  receipt: PublishReceipt | undefined
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
      : await readStored(this.#store, stream)
    return new Map(events.map((one) => [one.id, one]))
  }
}

/**
 * Publishes what is said and waits for what the ledger makes of it. Something new shows as an event at the end of the
 * history. A repetition leaves no event: it is known by the ledger's offset having passed it, and then looked up.
 */
export class Decisions {
  readonly #options: DecisionsOptions

  constructor(options: DecisionsOptions) {
    this.#options = options
  }

  /** The event that the message was recorded or refused by earlier, if any, whatever that says. */
  async first(
    { message }: Said,
    streams = new Streams(this.#options.store),
  ): Promise<RecordedEvent | undefined> {
    if (message === undefined) return undefined
    const stored = (await streams.read(message.stream)).get(message.eventId)
    return stored && decodeEvent(stored)
  }

  /**
   * Publishes all of them in their order, in one go, and gives a decision each, in the same order. Waits at most `wait`
   * milliseconds for the ledger, or until the signal. Throws `YB_UNAVAILABLE` when the bus does not take them; the same may then be said again.
   */
  async offer(said: readonly Said[], wait: number, signal?: AbortSignal): Promise<readonly Decision[]> {
    const { tail, publisher } = this.#options
    const deadline = performance.now() + wait
    // The wait begins before the publishing, so that nothing can be recorded unseen between the two.
    const open = said.map(
      (one): Open => ({
        said: one,
        waiter: tail.waitFor([...(one.message ? [one.message.eventId] : []), one.refusalId], wait),
        receipt: undefined,
        decision: undefined,
      }),
    )
    try {
      const receipts = await publisher.send(said)
      for (const [index, one] of open.entries()) one.receipt = receipts[index]
      await this.#settle(open, deadline, signal)
    } finally {
      for (const { waiter } of open) waiter.cancel()
    }
    return firstOnly(open)
  }

  async #settle(open: readonly Open[], deadline: number, signal?: AbortSignal): Promise<void> {
    const over = new AbortController()
    const soonest = signal ? AbortSignal.any([over.signal, signal]) : over.signal
    const undecided = () => open.filter((one) => one.decision === undefined)
    const watching = open.map(async (one) => {
      const stored = await one.waiter.event
      if (stored !== undefined) one.decision ??= decisionOf(one.said, decodeEvent(stored), true)
    })
    const watched = Promise.all(watching).then(() => undecided().length === 0 && over.abort())
    for (let delay = firstLook; undecided().length > 0; delay = Math.min(delay * 2, longestLook)) {
      const left = deadline - performance.now()
      if (left <= 0 || signal?.aborted) break
      await pause(Math.min(delay, left), soonest)
      await this.#lookUp(undecided())
    }
    for (const { waiter } of open) waiter.cancel()
    await watched
  }

  /** Looks up what became of those that the ledger has passed. What cannot be looked up now is looked up later. */
  async #lookUp(open: readonly Open[]): Promise<void> {
    if (open.length === 0) return
    const { bus, logger } = this.#options
    const streams = new Streams(this.#options.store)
    try {
      const offsets = await bus.offsets(ledgerGroup, [...new Set(open.map(({ said }) => said.topic))])
      const committed = new Map(offsets.map((one) => [`${one.topic} ${one.partition}`, one.committed]))
      for (const one of open) {
        const { receipt, said } = one
        if (receipt === undefined) continue
        if ((committed.get(`${said.topic} ${receipt.partition}`) ?? 0) <= receipt.offset) continue
        one.decision ??= await this.#find(said, receipt, streams)
      }
    } catch (error) {
      // Everything is durable on the bus already: whatever is away, the answer is "accepted", never an error.
      logger.debug({ err: error }, 'gateway: what became of a message cannot be looked up now')
    }
  }

  async #find(said: Said, receipt: PublishReceipt, streams: Streams): Promise<Decision> {
    const first = await this.first(said, streams)
    // The bus's own time of this very message tells whether it was recorded from it.
    const fresh = first?.receivedtime !== undefined && Date.parse(first.receivedtime) === receipt.time
    const decision = first && decisionOf(said, first, fresh)
    if (decision) return decision
    const [refusal] = await this.#options.store.readStream(`refusal-${said.digest}`, { limit: 1 })
    return (refusal && decisionOf(said, decodeEvent(refusal), true)) ?? { kind: 'repeated' }
  }
}

/** What an event says of the message; undefined when it is about another message that was said under the same id. */
function decisionOf(said: Said, event: RecordedEvent, fresh: boolean): Decision | undefined {
  if (event.type !== 'yibiao.message.refused.v1') {
    if (said.message === undefined || !sameContent(event, said.message.content)) return undefined
    return { kind: fresh ? 'recorded' : 'repeated', event }
  }
  const refused = event.data as Refused
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
    const key = `${decision.event.subject} ${decision.event.id}`
    if (!seen.has(key)) {
      seen.add(key)
      return decision
    }
    return { ...decision, kind: 'repeated' }
  })
}
