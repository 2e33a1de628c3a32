import type { EventStore, StoredEvent } from '@yibiao/event-store'
import type { MessageBus, MessageToPublish } from '@yibiao/message-bus'
import { type FeedMessage, FeedReader, firstDigest, nextDigest, type References } from '@yibiao/projections'
import {
  decodeEvent,
  eventIdOf,
  inboundTopic,
  type Message,
  type RecordedEvent,
  replayTopic,
  sourceOf,
} from '@yibiao/schemas'
import type { Clock, Logger } from '@yibiao/telemetry'
import type { Deliveries } from './deliveries.ts'
import { digestHeader } from './outlet.ts'
import { beyondTheEnd, type ReplayPlan, readPlan } from './replay-plan.ts'
import { backoff, pause, type Scheduler } from './scheduler.ts'

export const requestedType = 'yibiao.operation.requested.v1'
export const completedType = 'yibiao.operation.completed.v1'

interface Requested {
  readonly operation: string
  readonly kind: string
  readonly plan: unknown
}

export interface ReplaysOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  readonly deliveries: Deliveries
  readonly history: string
  readonly logger: Logger
  readonly clock: Clock
  readonly scheduler: Scheduler
}

interface Outcome {
  readonly outcome: 'done' | 'failed'
  readonly result: Readonly<Record<string, unknown>>
}

const sentTogether = 200

/** Faults of the bus that trying again cannot mend. */
const final: ReadonlySet<string> = new Set([
  'YB_BUS_UNKNOWN_TOPIC',
  'YB_BUS_FORBIDDEN',
  'YB_BUS_TOO_LARGE',
  'YB_BUS_USAGE',
])

/**
 * Carries out replays, one after another: the messages of a range once more, under their original numbers, on the
 * participant's replay topic and never on its live feed; cut by the matrix then and the matrix now. The running digest in
 * their headers is of the replay, and begins anew with each. A replay that was interrupted is done again from its start:
 * its messages carry the same numbers, and it changes nothing at the receiver but what its own `onReplay` does.
 */
export class Replays {
  readonly #options: ReplaysOptions
  readonly #stopping = new AbortController()
  /** Operations that are under way or over. */
  readonly #taken = new Set<string>()
  readonly #completed = new Set<string>()
  #running: Promise<void> = Promise.resolve()
  #fault: string | undefined

  constructor(options: ReplaysOptions) {
    this.#options = options
  }

  get fault(): string | undefined {
    return this.#fault
  }

  /** Takes up what an earlier process left undone. */
  async resume(): Promise<void> {
    const requested: StoredEvent[] = []
    for (let from = 1; ; ) {
      const page = await this.#options.store.readStream('operations', { from })
      for (const stored of page)
        if (stored.type === requestedType) requested.push(stored)
        else this.take(stored)
      if (page.length === 0) break
      from += page.length
    }
    for (const stored of requested) this.take(stored)
  }

  /** Takes notice of an operation: starts a replay that was requested, after those before it. May be repeated. */
  take(stored: StoredEvent): void {
    if (stored.type !== requestedType && stored.type !== completedType) return
    const event = decodeEvent<Requested>(stored)
    const { operation, kind } = event.data
    if (stored.type === completedType) this.#completed.add(operation)
    else if (kind === 'replay' && !this.#taken.has(operation)) {
      this.#taken.add(operation)
      this.#running = this.#running.then(() => this.#carryOut(event))
    }
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#running
  }

  /** Breaks off what is under way; the next start takes it up again. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  /** Tries until it is done, however it ends, or the relay stops. Never throws. */
  async #carryOut(event: RecordedEvent<Requested>): Promise<void> {
    const { scheduler, logger } = this.#options
    const { signal } = this.#stopping
    const { operation } = event.data
    for (let attempt = 1; !signal.aborted && !this.#completed.has(operation); attempt += 1)
      try {
        const outcome = await this.#replay(event)
        if (signal.aborted) return
        await this.#report(event, outcome)
        this.#fault = undefined
        logger.info({ operation, outcome: outcome.outcome }, 'relay: replay ended')
        return
      } catch (error) {
        this.#fault = error instanceof Error ? error.message : String(error)
        logger.error({ err: error, operation }, 'relay: replay failed; it is done again')
        await pause(backoff(attempt), scheduler, signal)
      }
  }

  async #replay(event: RecordedEvent<Requested>): Promise<Outcome> {
    const read = readPlan(event.data.plan, this.#options.references.current())
    if ('reason' in read) return { outcome: 'failed', result: { reason: read.reason } }
    try {
      return await this.#send(event, read.plan)
    } catch (error) {
      const { code } = error as { readonly code?: string }
      if (code === undefined || !final.has(code)) throw error
      return { outcome: 'failed', result: { code } }
    }
  }

  /** Sends the range as it was when it was asked for, so that a replay ends even while the feed grows. */
  async #send(event: RecordedEvent<Requested>, plan: ReplayPlan): Promise<Outcome> {
    const { store, references, history, deliveries } = this.#options
    const reader = new FeedReader({
      store,
      references,
      history,
      participant: plan.participant,
      alsoNow: true,
    })
    const sending = new Sending(this.#options.bus, plan.participant, event.data.operation)
    let reached = false
    for await (const message of reader.from(plan.from, event.position)) {
      if (message.sequence > plan.to) break
      if (this.#stopping.signal.aborted) return { outcome: 'failed', result: {} }
      reached = true
      if (plan.record === undefined || message.key === plan.record) await sending.add(message)
    }
    await sending.flush()
    if (!reached) return { outcome: 'failed', result: { reason: beyondTheEnd(plan.from) } }
    const { first, last, digest, count } = sending
    if (first && last) {
      const data = {
        replay: event.data.operation,
        first: first.sequence,
        last: last.sequence,
        position: last.position,
        digest,
        matrixVersion: references.current().matrix.version,
      }
      const id = eventIdOf('/replays', event.data.operation, 0)
      await deliveries.noteReplay(plan.participant, data, { id, since: event.position })
    }
    return { outcome: 'done', result: { messages: count } }
  }

  /** The result is said like everything else: as a message, which the ledger records, once for all that say it. */
  async #report(event: RecordedEvent<Requested>, { outcome, result }: Outcome): Promise<void> {
    const { operation } = event.data
    const message: Message = {
      specversion: '1.0',
      id: eventIdOf('/operations', operation, 1),
      source: sourceOf('OPERATOR'),
      type: completedType,
      subject: event.subject,
      time: new Date(this.#options.clock.now()).toISOString(),
      authtype: 'system',
      authid: 'relay',
      causationid: event.id,
      data: { operation, outcome, result },
    }
    const value = Buffer.from(JSON.stringify(message))
    await this.#options.bus.publish([{ topic: inboundTopic('OPERATOR'), key: event.subject, value }])
  }
}

/** The messages of one replay on their way to the replay topic, some at a time. */
class Sending {
  readonly #bus: MessageBus
  readonly #topic: string
  readonly #replay: string
  #waiting: MessageToPublish[] = []
  digest = firstDigest
  count = 0
  first: FeedMessage | undefined
  last: FeedMessage | undefined

  constructor(bus: MessageBus, participant: string, replay: string) {
    this.#bus = bus
    this.#topic = replayTopic(participant)
    this.#replay = replay
  }

  async add(message: FeedMessage): Promise<void> {
    const { key, sequence, eventId } = message
    const value = withReplayId(message.value, this.#replay)
    this.digest = nextDigest(this.digest, sequence, eventId, value)
    this.count += 1
    this.first ??= message
    this.last = message
    this.#waiting.push({ topic: this.#topic, key, value, headers: { [digestHeader]: this.digest } })
    if (this.#waiting.length >= sentTogether) await this.flush()
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    if (waiting.length > 0) await this.#bus.publish(waiting)
  }
}

/** The same message, marked as a replay. */
function withReplayId(value: Buffer, replayid: string): Buffer {
  const { data, ...attributes } = JSON.parse(value.toString('utf8')) as Record<string, unknown>
  return Buffer.from(JSON.stringify({ ...attributes, replayid, data }))
}
