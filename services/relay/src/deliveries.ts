import type { Append, EventStore } from '@yibiao/event-store'
import {
  cursorOfDelivery,
  type Delivery,
  deliveriesStream,
  deliveryAtOrBefore,
  deliveryType,
  type FeedCursor,
  firstCursor,
  type References,
} from '@yibiao/projections'
import { decodeEvent, type EventToRecord, encodeEvent, eventIdOf, exchangeSource } from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'

/** A quiet participant's cursor is noted too, once so many events have passed it by, so that a restart need not fold them again. */
export const quietAfter = 5_000

/** How far a feed is out, and how many events have been considered for it since the start. */
export interface Published {
  readonly participant: string
  readonly cursor: FeedCursor
  readonly considered: number
}

interface Noted {
  cursor: FeedCursor
  /** Of the stream. */
  revision: number
  /** When it was noted, by whomever; epoch milliseconds. */
  time: number
  /** Of the stream's last event, epoch milliseconds: what is noted next must not be recorded before it. */
  recorded: number
  /** Account of the relay that noted it. */
  by: string
  considered: number
}

export interface DeliveriesOptions {
  readonly store: EventStore
  readonly references: References
  readonly clock: Clock
  /** Tells this relay from others at work on the same history. */
  readonly instance: string
}

/**
 * The relay's own records in the history: what it published to each participant, up to which position. Evidence and
 * checkpoint in one. Of two relays that both believe they own a feed whoever comes second finds it noted, and by whom.
 */
export class Deliveries {
  readonly #options: DeliveriesOptions
  readonly #noted = new Map<string, Noted>()

  constructor(options: DeliveriesOptions) {
    this.#options = options
  }

  get #account(): string {
    return `relay-${this.#options.instance}`
  }

  /** Where the feed of a participant stands by the record. */
  async load(participant: string): Promise<FeedCursor> {
    const { store } = this.#options
    const stream = deliveriesStream(participant)
    const [end] = await store.readStream(stream, { direction: 'backwards', limit: 1 })
    const revision = end?.revision ?? 0
    const delivery = await deliveryAtOrBefore(store, stream, revision)
    const cursor = delivery === undefined ? firstCursor : cursorOfDelivery(delivery.data)
    const time = delivery === undefined ? Number.NEGATIVE_INFINITY : Date.parse(delivery.recordedtime)
    const considered = this.#noted.get(participant)?.considered ?? 0
    const recorded = end === undefined ? Number.NEGATIVE_INFINITY : Date.parse(decodeEvent(end).recordedtime)
    this.#noted.set(participant, {
      ...{ cursor, revision, time, recorded, considered },
      by: delivery?.authid ?? '',
    })
    return cursor
  }

  /** Account of the relay that noted the last delivery to a participant, as of the last `load` or `note`; '' when nobody has. */
  senderOf(participant: string): string {
    return this.#noted.get(participant)?.by ?? ''
  }

  /**
   * When this may be noted, epoch milliseconds: an interval after the last record of the participant, at once where the
   * clock was put back. Undefined when there is nothing to note.
   */
  dueAt({ participant, cursor, considered }: Published, interval: number): number | undefined {
    const noted = this.#noted.get(participant)
    if (noted === undefined || cursor.position <= noted.cursor.position) return undefined
    const moved = cursor.sequence > noted.cursor.sequence || considered - noted.considered >= quietAfter
    if (!moved) return undefined
    const now = this.#options.clock.now()
    return noted.time > now + interval ? now : noted.time + interval
  }

  /**
   * Notes them all in one append. Where another relay, or a replay, wrote in between its word is taken; what is left to note
   * is due again. Returns the participants to whom another relay has sent.
   */
  async note(published: readonly Published[]): Promise<readonly string[]> {
    const others: string[] = []
    if (published.length === 0) return others
    const { store, clock } = this.#options
    const time = clock.now()
    const times = published.map(({ participant }) => this.#recordedTime(participant, time))
    const outcomes = await store.append(
      published.map((one, index) => this.#append(one, times[index] as number)),
    )
    for (const [index, { participant, cursor, considered }] of published.entries()) {
      const outcome = outcomes[index]
      if (outcome?.status === 'appended')
        this.#noted.set(participant, {
          ...{ cursor, time, considered },
          recorded: times[index] as number,
          revision: outcome.lastRevision,
          by: this.#account,
        })
      else {
        await this.load(participant)
        if (this.#noted.get(participant)?.by !== this.#account) others.push(participant)
      }
    }
    return others
  }

  /**
   * Notes a replay in the same stream, once: `id` is of the replay, `since` the position at which it was asked for.
   */
  async noteReplay(
    participant: string,
    data: Readonly<Record<string, unknown>>,
    { id, since }: { readonly id: string; readonly since: number },
  ): Promise<void> {
    const { store, clock } = this.#options
    while (!(await this.#holds(participant, id, since))) {
      if (!this.#noted.has(participant)) await this.load(participant)
      const noted = this.#noted.get(participant) as Noted
      const time = this.#recordedTime(participant, clock.now())
      const event = this.#event(participant, 'yibiao.replay.delivered.v1', { id, data, time })
      const append = {
        stream: deliveriesStream(participant),
        expectedRevision: noted.revision,
        events: [event],
      }
      const [outcome] = await store.append([append])
      if (outcome?.status !== 'appended') await this.load(participant)
      else {
        noted.revision = Math.max(noted.revision, outcome.lastRevision)
        noted.recorded = Math.max(noted.recorded, time)
      }
    }
  }

  async #holds(participant: string, id: string, since: number): Promise<boolean> {
    const stream = deliveriesStream(participant)
    for (let from: number | undefined; from === undefined || from > 0; ) {
      const page = await this.#options.store.readStream(stream, {
        direction: 'backwards',
        limit: 50,
        ...(from === undefined ? {} : { from }),
      })
      if (page.some((one) => one.id === id)) return true
      const last = page.at(-1)
      if (!last || last.position <= since) return false
      from = last.revision - 1
    }
    return false
  }

  /** The clock may have been put back; a stream's recorded times never go back. */
  #recordedTime(participant: string, now: number): number {
    return Math.max(now, this.#noted.get(participant)?.recorded ?? now)
  }

  #append({ participant, cursor }: Published, time: number): Append {
    const { cursor: before, revision } = this.#noted.get(participant) as Noted
    const data: Delivery = {
      first: before.sequence + 1,
      last: cursor.sequence,
      position: cursor.position,
      digest: cursor.digest,
      matrixVersion: this.#options.references.at(cursor.position).matrix.version,
    }
    const id = eventIdOf(`/deliveries/${participant}`, `${cursor.sequence}@${cursor.position}`, 0)
    const event = this.#event(participant, deliveryType, { id, data: { ...data }, time })
    return { stream: deliveriesStream(participant), expectedRevision: revision, events: [event] }
  }

  #event(
    participant: string,
    type: string,
    { id, data, time }: { id: string; data: Readonly<Record<string, unknown>>; time: number },
  ) {
    const recordedtime = new Date(time).toISOString()
    const event: EventToRecord = {
      specversion: '1.0',
      id,
      source: exchangeSource,
      type,
      subject: participant,
      time: recordedtime,
      authtype: 'system',
      authid: this.#account,
      recordedtime,
      data,
    }
    return { id, type, data: encodeEvent(event) }
  }
}
