import type { EventStore } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import { FeedReader, type References } from '@yibiao/projections'
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

/** What the plan of a replay says; the gateway made it, an operator confirmed it. */
export interface ReplayPlan {
  readonly participant: string
  readonly from: number
  readonly to: number
  readonly record?: string
}

interface Requested {
  readonly operation: string
  readonly kind: string
  readonly plan: ReplayPlan
}

export interface ReplaysOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  readonly deliveries: Deliveries
  readonly history: string
  readonly logger: Logger
  readonly clock: Clock
}

const batch = 200

/**
 * Carries out replays: the messages of a range once more, under their original numbers, on the participant's replay
 * topic and never on its live feed; cut by the matrix then and the matrix now. A replay that a crash interrupted is
 * done again from its start: its messages carry the same numbers, and it changes nothing at the receiver but what its
 * own `onReplay` does.
 */
export class Replays {
  readonly #options: ReplaysOptions
  readonly #done = new Set<string>()
  #running: Promise<void> = Promise.resolve()

  constructor(options: ReplaysOptions) {
    this.#options = options
  }

  /** Takes up what an earlier process left undone. */
  async resume(): Promise<void> {
    const requested: RecordedEvent<Requested>[] = []
    let from = 1
    for (;;) {
      const page = await this.#options.store.readStream('operations', { from })
      for (const stored of page) {
        const event = decodeEvent<Requested>(stored)
        if (event.type === 'yibiao.operation.requested.v1') requested.push(event)
        else this.#done.add(event.data.operation)
      }
      if (page.length === 0) break
      from += page.length
    }
    for (const event of requested) this.take(event)
  }

  /** Starts a replay that an operator requested, after those before it. Other operations are not the relay's. */
  take(event: RecordedEvent<Requested>): void {
    const { operation, kind } = event.data
    if (kind !== 'replay' || this.#done.has(operation)) return
    this.#done.add(operation)
    this.#running = this.#running
      .then(() => this.#carryOut(event))
      .catch((error: unknown) => {
        this.#done.delete(operation)
        this.#options.logger.error(
          { err: error, operation },
          'relay: replay failed; it is taken up at the next start',
        )
      })
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#running
  }

  async #carryOut(event: RecordedEvent<Requested>): Promise<void> {
    const { operation, plan } = event.data
    const { store, bus, references, history, deliveries, logger } = this.#options
    const reader = new FeedReader({
      store,
      references,
      history,
      participant: plan.participant,
      alsoNow: true,
    })
    let messages = 0
    let last = { sequence: plan.from, digest: '', position: 0 }
    let waiting: Parameters<MessageBus['publish']>[0][number][] = []
    const flush = async () => {
      if (waiting.length > 0) await bus.publish(waiting)
      waiting = []
    }
    for await (const message of reader.from(plan.from)) {
      if (message.sequence > plan.to) break
      if (plan.record !== undefined && message.key !== plan.record) continue
      const value = withReplayId(message.value, operation)
      waiting.push({ topic: replayTopic(plan.participant), key: message.key, value })
      messages += 1
      last = { sequence: message.sequence, digest: message.digest, position: message.position }
      if (waiting.length >= batch) await flush()
    }
    await flush()
    const delivered = {
      replay: operation,
      first: plan.from,
      last: last.sequence,
      position: last.position,
      digest: last.digest,
      matrixVersion: references.current().matrix.version,
    }
    if (messages > 0)
      await deliveries.noteReplay(plan.participant, delivered, eventIdOf('/replays', operation, 0))
    await this.#report(event, messages)
    logger.info({ operation, participant: plan.participant, messages }, 'relay: replay delivered')
  }

  /** The result is said like everything else: as a message, which the ledger records. */
  async #report(event: RecordedEvent<Requested>, messages: number): Promise<void> {
    const { operation } = event.data
    const message: Message = {
      specversion: '1.0',
      id: `${operation}/completed`,
      source: sourceOf('OPERATOR'),
      type: 'yibiao.operation.completed.v1',
      subject: operation,
      time: new Date(this.#options.clock.now()).toISOString(),
      authtype: 'system',
      authid: 'relay',
      causationid: event.id,
      data: { operation, outcome: 'done', result: { messages } },
    }
    const value = Buffer.from(JSON.stringify(message))
    await this.#options.bus.publish([{ topic: inboundTopic('OPERATOR'), key: operation, value }])
  }
}

/** The same message, marked as a replay. */
function withReplayId(value: Buffer, replayid: string): Buffer {
  const { data, ...attributes } = JSON.parse(value.toString('utf8')) as Record<string, unknown>
  return Buffer.from(JSON.stringify({ ...attributes, replayid, data }))
}
