import type { Database } from '@yibiao/database'
import type { BusMessage, Consumer, MessageBus } from '@yibiao/message-bus'
import { openReadModel, projectionsChannel, type ReadModel } from '@yibiao/projections'
import { feedTopic } from '@yibiao/schemas'
import { clock } from './driver.ts'

/** Bytes of a feed message in which its attributes stand. */
const headBytes = 1_200

/** An event that all entitled participants have read. */
interface OnFeeds {
  readonly id: string
  readonly position: number
  readonly at: number
}

/**
 * Watches the feeds of the participants, each read by a consumer of its own, and the one-form view. An event is visible when
 * the last of the entitled participants has read it and the view is true as of its position.
 */
export class Visibility {
  readonly #entitled: number
  readonly #readModel: ReadModel
  readonly #told: (ids: readonly string[], at: readonly number[], onFeedsAt: readonly number[]) => void
  /** Events that are not on every feed yet, with the number of feeds they are on. */
  readonly #awaited = new Map<string, number>()
  /** On every feed, not in the view yet; in order of position. */
  #onFeeds: OnFeeds[] = []
  #viewPosition = 0
  #asking = false
  #again = false
  #consumers: readonly Consumer[] = []
  readonly #stopListening: () => void
  /** Messages read from all feeds. */
  read = 0

  constructor(options: {
    readonly database: Database
    readonly entitled: number
    readonly told: (ids: readonly string[], at: readonly number[], onFeedsAt: readonly number[]) => void
  }) {
    this.#entitled = options.entitled
    this.#told = options.told
    this.#readModel = openReadModel(options.database)
    this.#stopListening = options.database.listen(projectionsChannel, () => void this.#askView())
  }

  async start(bus: MessageBus, participants: readonly string[]): Promise<void> {
    this.#consumers = await Promise.all(
      participants.map((participant) =>
        bus.consume({
          group: `bench-${participant}`,
          topics: [feedTopic(participant)],
          onBatch: async (messages) => this.#take(messages),
        }),
      ),
    )
  }

  async stop(): Promise<void> {
    this.#stopListening()
    await Promise.all(this.#consumers.map((consumer) => consumer.stop()))
    this.#readModel.close()
  }

  #take(messages: readonly BusMessage[]): void {
    const now = clock()
    this.read += messages.length
    for (const { value } of messages) {
      const { id, position } = placeOf(value)
      const feeds = (this.#awaited.get(id) ?? 0) + 1
      if (feeds < this.#entitled) {
        this.#awaited.set(id, feeds)
        continue
      }
      this.#awaited.delete(id)
      this.#onFeeds.push({ id, position, at: now })
    }
    this.#tell()
  }

  /** Asks where the view stands, once more when a commit came meanwhile. */
  async #askView(): Promise<void> {
    this.#again = true
    if (this.#asking) return
    this.#asking = true
    while (this.#again) {
      this.#again = false
      this.#viewPosition = await this.#readModel.position('one-form')
      this.#tell()
    }
    this.#asking = false
  }

  #tell(): void {
    const now = clock()
    const visible = this.#onFeeds.filter(({ position }) => position <= this.#viewPosition)
    if (visible.length === 0) return
    this.#onFeeds = this.#onFeeds.filter(({ position }) => position > this.#viewPosition)
    this.#told(
      visible.map(({ id }) => id),
      visible.map(() => now),
      visible.map(({ at }) => at),
    )
  }
}

/** The event's id and position, read off the head of the message; parsing it whole is the receiver's own business. */
function placeOf(value: Buffer): { readonly id: string; readonly position: number } {
  const head = value.toString('latin1', 0, headBytes)
  const id = /"id":"([0-9a-f-]{36})"/.exec(head)?.[1] ?? ''
  const position = Number(/"position":(\d+)/.exec(head)?.[1] ?? 0)
  return { id, position }
}
