import type { Append, EventStore } from '@yibiao/event-store'
import { type Delivery, deliveriesStream, type FeedCursor, firstCursor } from '@yibiao/projections'
import { decodeEvent, type EventToRecord, encodeEvent, eventIdOf, exchangeSource } from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'

/** A quiet participant's cursor is noted too, once so many events have passed it by, so that a restart need not fold them again. */
export const quietAfter = 5_000

/** What a relay wants noted of one feed. */
export interface Published {
  readonly participant: string
  readonly cursor: FeedCursor
  readonly matrixVersion: number
}

/**
 * The relay's own records in the history: what it published to each participant, up to which position. Evidence and
 * checkpoint in one. Two relays that both believe they own a feed write the same; whoever comes second finds it noted.
 */
export class Deliveries {
  readonly #store: EventStore
  readonly #clock: Clock
  readonly #noted = new Map<string, { cursor: FeedCursor; revision: number; time: number }>()

  constructor(store: EventStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Where the feed of a participant stands by the record. */
  async load(participant: string): Promise<FeedCursor> {
    const stream = deliveriesStream(participant)
    let cursor: FeedCursor = firstCursor
    let revision = 0
    let from: number | undefined
    for (;;) {
      const page = await this.#store.readStream(stream, {
        direction: 'backwards',
        limit: 50,
        ...(from === undefined ? {} : { from }),
      })
      revision ||= page[0]?.revision ?? 0
      const stored = page.find((one) => one.type === 'yibiao.delivery.recorded.v1')
      if (stored) {
        const { last, digest, position } = decodeEvent<Delivery>(stored).data
        cursor = { sequence: last, digest, position }
        break
      }
      from = (page.at(-1)?.revision ?? 1) - 1
      if (from < 1) break
    }
    this.#noted.set(participant, { cursor, revision, time: 0 })
    return cursor
  }

  /** When this participant may be noted again: at most once a second. Epoch milliseconds. */
  dueAt(participant: string, interval: number): number {
    return (this.#noted.get(participant)?.time ?? 0) + interval
  }

  /** Notes them all in one append. Nothing is written for a feed that has not moved. */
  async note(published: readonly Published[]): Promise<void> {
    const moved = published.filter((one) => this.#hasMoved(one))
    const outcomes = moved.length === 0 ? [] : await this.#store.append(moved.map((one) => this.#append(one)))
    for (const [index, one] of moved.entries()) {
      const noted = this.#noted.get(one.participant)
      const outcome = outcomes[index]
      if (!noted || !outcome) continue
      if (outcome.status === 'appended') {
        noted.cursor = one.cursor
        noted.revision = outcome.lastRevision
        noted.time = this.#clock.now()
        // Another relay, or a replay, wrote here: take its word and note the rest next time.
      } else await this.load(one.participant)
    }
  }

  /** Notes a replay in the same stream. */
  async noteReplay(participant: string, data: Readonly<Record<string, unknown>>, id: string): Promise<void> {
    for (;;) {
      const noted = this.#noted.get(participant)
      const expectedRevision = noted?.revision ?? 0
      const event = this.#event(participant, 'yibiao.replay.delivered.v1', id, data)
      const append = { stream: deliveriesStream(participant), expectedRevision, events: [event] }
      const [outcome] = await this.#store.append([append])
      if (outcome?.status === 'appended') {
        if (noted) noted.revision = outcome.lastRevision
        return
      }
      await this.load(participant)
    }
  }

  #hasMoved({ participant, cursor }: Published): boolean {
    const noted = this.#noted.get(participant)?.cursor ?? firstCursor
    return cursor.sequence > noted.sequence || cursor.position - noted.position >= quietAfter
  }

  #append({ participant, cursor, matrixVersion }: Published): Append {
    const { cursor: before, revision } = this.#noted.get(participant) ?? { cursor: firstCursor, revision: 0 }
    const data: Delivery = {
      first: before.sequence + 1,
      last: cursor.sequence,
      position: cursor.position,
      digest: cursor.digest,
      matrixVersion,
    }
    const id = eventIdOf(`/deliveries/${participant}`, `${cursor.sequence}@${cursor.position}`, 0)
    const event = this.#event(participant, 'yibiao.delivery.recorded.v1', id, { ...data })
    return { stream: deliveriesStream(participant), expectedRevision: revision, events: [event] }
  }

  #event(participant: string, type: string, id: string, data: Readonly<Record<string, unknown>>) {
    const recordedtime = new Date(this.#clock.now()).toISOString()
    const event: EventToRecord = {
      specversion: '1.0',
      id,
      source: exchangeSource,
      type,
      subject: participant,
      time: recordedtime,
      authtype: 'system',
      authid: 'relay',
      recordedtime,
      data,
    }
    return { id, type, data: encodeEvent(event) }
  }
}
