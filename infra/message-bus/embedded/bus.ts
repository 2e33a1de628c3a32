import { BusError } from '../errors.ts'
import type {
  BusMessage,
  Consumer,
  ConsumerOptions,
  DerivedTopic,
  MessageBus,
  MessageBusCapabilities,
  MessageToPublish,
  PublishReceipt,
  TopicOffsets,
  TopicSpec,
} from '../message-bus.ts'
import {
  checkConsumerOptions,
  checkGroup,
  checkMessages,
  checkRead,
  checkTopicName,
  checkTopicNames,
  checkTopicSpecs,
  usage,
} from '../usage.ts'
import { EmbeddedConsumer } from './consume.ts'
import { DerivedTopics } from './derived.ts'
import { Offsets } from './offsets.ts'
import type { Settings } from './options.ts'
import { Publisher } from './publish.ts'
import { LaneReader, storedSource } from './read.ts'
import { Retention } from './retention.ts'
import { Roster } from './roster.ts'
import type { Files } from './schema.ts'
import { Signals } from './signals.ts'
import type { TopicSource } from './source.ts'
import { otherPartitions, type StoredTopic, Topics } from './topics.ts'

/**
 * The message bus in a folder. See the port for the contract and `openEmbeddedBus` for the options. What a group commits on
 * a derived topic every question to this bus knows at once; after a crash up to `commitInterval` of it is delivered again.
 */
export class EmbeddedBus implements MessageBus {
  readonly capabilities: MessageBusCapabilities = { shared: false, durable: true, derivedTopics: true }
  readonly #settings: Settings
  readonly #files: Files
  readonly #lockPrefix: string
  readonly #signals: Signals
  readonly #roster: Roster
  readonly #topics: Topics
  readonly #derived = new DerivedTopics()
  readonly #reader: LaneReader
  readonly #publisher: Publisher
  readonly #offsets: Offsets
  readonly #retention: Retention
  readonly #consumers = new Set<EmbeddedConsumer>()
  /** While `closing`, the batches under way go on as they were, so all but consuming still works. */
  #state: 'open' | 'closing' | 'closed' = 'open'
  #closing: Promise<void> | undefined

  constructor(settings: Settings, files: Files) {
    const { clock, logger, identity } = settings
    this.#settings = settings
    this.#files = files
    this.#lockPrefix = `yibiao-message-bus:${identity}`
    this.#signals = new Signals(identity)
    this.#roster = new Roster({ signals: this.#signals, lockPrefix: this.#lockPrefix, logger })
    this.#topics = new Topics(files.messages)
    this.#reader = new LaneReader(files.messages)
    this.#offsets = new Offsets(files.offsets, (error) =>
      logger.error({ err: error }, 'offsets could not be committed; it is tried again'),
    )
    this.#publisher = new Publisher({
      database: files.messages,
      reader: this.#reader,
      clock,
      onAppended: (lanes) => this.#signals.send({ kind: 'appended', lanes }),
    })
    this.#retention = new Retention({
      database: files.messages,
      topics: this.#topics,
      clock,
      logger,
      lockPrefix: this.#lockPrefix,
      interval: settings.retentionInterval,
    })
  }

  async provision(topics: readonly TopicSpec[]): Promise<void> {
    this.#checkOpen()
    checkTopicSpecs(topics)
    const derived = topics.filter(({ name }) => this.#derived.find(name) !== undefined)
    for (const { name, partitions } of derived) {
      if (partitions !== 1) throw otherPartitions(name, 1, partitions)
    }
    this.#topics.provision(topics.filter((topic) => !derived.includes(topic)))
  }

  async publish(messages: readonly MessageToPublish[]): Promise<readonly PublishReceipt[]> {
    this.#checkOpen()
    checkMessages(messages)
    if (messages.length === 0) return []
    return await this.#publisher.publish(
      messages,
      messages.map(({ topic }) => this.#publishable(topic)),
    )
  }

  async consume(options: ConsumerOptions): Promise<Consumer> {
    this.#checkOpen('open')
    checkConsumerOptions(options)
    const sources = options.topics.map((topic) => this.#source(topic))
    const release = this.#signals.keepAlive()
    const consumer: EmbeddedConsumer = new EmbeddedConsumer({
      options: { ...options, topics: [...options.topics] },
      sources,
      offsets: this.#offsets,
      roster: this.#roster,
      lockPrefix: this.#lockPrefix,
      logger: this.#settings.logger,
      onStopped: () => {
        this.#consumers.delete(consumer)
        release()
      },
    })
    this.#consumers.add(consumer)
    await consumer.start()
    this.#checkOpen('open')
    return consumer
  }

  async read(topic: string, partition: number, from: number, limit: number): Promise<readonly BusMessage[]> {
    this.#checkOpen()
    checkRead(partition, from, limit)
    const source = this.#source(topic)
    if (partition >= source.partitions) {
      throw usage('partition', `${partition} is not one of "${topic}", which has ${source.partitions}`)
    }
    return (await source.read(partition, from, limit)).messages
  }

  async offsets(group: string, topics: readonly string[]): Promise<readonly TopicOffsets[]> {
    this.#checkOpen()
    checkGroup(group)
    checkTopicNames(topics)
    const rows: TopicOffsets[] = []
    for (const source of topics.map((topic) => this.#source(topic))) {
      for (let partition = 0; partition < source.partitions; partition++) {
        const { earliest, latest } = await source.bounds(partition)
        const committed = this.#offsets.committed(group, source.name, partition) ?? 0
        rows.push({ topic: source.name, partition, earliest, latest, committed })
      }
    }
    return rows
  }

  derive(topic: string, source: DerivedTopic): void {
    this.#checkOpen()
    checkTopicName('topic', topic)
    if (this.#topics.find(topic) !== undefined) {
      throw usage('topic', `"${topic}" is stored; deriving it would hide its messages`)
    }
    this.#derived.add(topic, source)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#state = 'closing'
    await Promise.all([...this.#consumers].map((consumer) => consumer.stop()))
    this.#state = 'closed'
    this.#publisher.drain()
    this.#flushOffsets()
    await this.#retention.close()
    this.#signals.close()
    this.#files.messages.close()
    this.#files.offsets.close()
  }

  /** What cannot be committed any more is delivered again. */
  #flushOffsets(): void {
    try {
      this.#offsets.flush()
    } catch (error) {
      this.#settings.logger.error({ err: error }, 'the last offsets could not be committed')
    }
  }

  #checkOpen(least: 'open' | 'closing' = 'closing'): void {
    if (this.#state === 'closed' || (least === 'open' && this.#state === 'closing'))
      throw new BusError('YB_BUS_CLOSED', 'the message bus was closed')
  }

  #source(topic: string): TopicSource {
    return this.#derived.find(topic) ?? storedSource(this.#topics.get(topic), this.#reader, this.#signals)
  }

  #publishable(topic: string): StoredTopic {
    if (this.#derived.find(topic) !== undefined) {
      throw new BusError(
        'YB_BUS_FORBIDDEN',
        `the topic "${topic}" is derived; nothing can be published to it`,
      )
    }
    return this.#topics.get(topic)
  }
}
