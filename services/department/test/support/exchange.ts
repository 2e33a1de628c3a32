/**
 * The exchange's side of one participant's topics, for tests: publishes feed messages under right sequences and digests
 * and hears what the participant says.
 */
import { EventEmitter, once } from 'node:events'
import type { BusMessage, Consumer, MessageBus } from '@yibiao/message-bus'
import { feedTopic, inboundTopic, type Message, replayTopic } from '@yibiao/schemas'
import { digestHeader, firstDigest, nextDigest } from '../../index.ts'

export interface FeedDraft {
  readonly type: string
  readonly subject: string
  readonly data: object
  readonly filing?: string
  readonly source?: string
  readonly id?: string
}

export interface FeedBytes {
  readonly sequence: number
  readonly digest: string
  readonly value: Buffer
  readonly key: string
}

export const testHistory = 'history-1'

export class ExchangeSide {
  readonly participant: string
  readonly bus: MessageBus
  /** What the participant said, receipts included, in order of arrival; each id once, as the ledger takes it. */
  readonly said: Message[] = []
  /** The same with every repetition. */
  readonly arrivals: Message[] = []
  readonly #ids = new Set<string>()
  readonly #said = new EventEmitter()
  #sequence = 0
  #digest = firstDigest
  #revisions = new Map<string, number>()
  #consumer: Consumer | undefined

  constructor(bus: MessageBus, participant: string) {
    this.bus = bus
    this.participant = participant
  }

  async start(): Promise<void> {
    const topics = [inboundTopic, feedTopic, replayTopic].map((topic) => topic(this.participant))
    await this.bus.provision(topics.map((name) => ({ name, partitions: 1 })))
    this.#consumer = await this.bus.consume({
      group: `test.${this.participant}`,
      topics: [inboundTopic(this.participant)],
      onBatch: async (messages) => this.#hear(messages),
    })
  }

  /** A feed message with the next sequence and digest; not published. */
  make(draft: FeedDraft, extra: object = {}): FeedBytes {
    const sequence = ++this.#sequence
    const { type, subject, data, filing, source = '/exchange' } = draft
    const revision = (this.#revisions.get(subject) ?? 0) + 1
    this.#revisions.set(subject, revision)
    const id = draft.id ?? `event-${sequence}`
    const time = '2026-09-24T02:00:00.000Z'
    const event = {
      specversion: '1.0',
      id,
      source,
      type,
      subject,
      time,
      ...(filing === undefined ? {} : { filing }),
      authtype: 'system',
      authid: 'exchange',
      recordedtime: time,
      position: sequence * 3,
      revision,
      historyid: testHistory,
      feedsequence: sequence,
      data,
      ...extra,
    }
    const value = Buffer.from(JSON.stringify(event))
    this.#digest = nextDigest(this.#digest, sequence, id, value)
    return { sequence, digest: this.#digest, value, key: subject }
  }

  /** Puts made messages on the feed as they are. */
  async put(...messages: readonly FeedBytes[]): Promise<void> {
    await this.bus.publish(
      messages.map(({ key, value, digest }) => ({
        topic: feedTopic(this.participant),
        key,
        value,
        headers: { [digestHeader]: digest },
      })),
    )
  }

  /** Makes and puts. */
  async feed(...drafts: readonly FeedDraft[]): Promise<readonly FeedBytes[]> {
    const made = drafts.map((draft) => this.make(draft))
    await this.put(...made)
    return made
  }

  /** Puts earlier feed messages on the replay topic under their original sequence. */
  async replay(replayid: string, ...messages: readonly FeedBytes[]): Promise<void> {
    await this.bus.publish(
      messages.map(({ key, value }) => ({
        topic: replayTopic(this.participant),
        key,
        value: Buffer.from(JSON.stringify({ ...JSON.parse(value.toString()), replayid })),
      })),
    )
  }

  /** The feed's last sequence and digest. */
  get head(): { readonly sequence: number; readonly digest: string } {
    return { sequence: this.#sequence, digest: this.#digest }
  }

  /** Everything said so far that is no receipt. */
  statements(): readonly Message[] {
    return this.said.filter(({ type }) => type !== 'yibiao.feed.acknowledged.v1')
  }

  /** Waits until something said satisfies the condition. */
  async until<Found>(find: (said: readonly Message[]) => Found | undefined | false): Promise<Found> {
    for (;;) {
      const found = find(this.said)
      if (found !== undefined && found !== false) return found
      await once(this.#said, 'message')
    }
  }

  /** Waits until the participant has acknowledged everything on its feed as applied. */
  acknowledged(sequence = this.#sequence): Promise<Message> {
    return this.until((said) =>
      said.find(({ type, data }) => {
        const receipt = data as { sequence?: number; stage?: string }
        return (
          type === 'yibiao.feed.acknowledged.v1' &&
          receipt.stage === 'applied' &&
          receipt.sequence === sequence
        )
      }),
    )
  }

  async stop(): Promise<void> {
    await this.#consumer?.stop()
  }

  #hear(messages: readonly BusMessage[]): void {
    for (const { value } of messages) {
      const message = JSON.parse(value.toString()) as Message
      this.arrivals.push(message)
      if (!this.#ids.has(message.id)) this.said.push(message)
      this.#ids.add(message.id)
    }
    this.#said.emit('message')
  }
}
