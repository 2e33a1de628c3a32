import { BusError } from '../errors.ts'
import type {
  BusMessage,
  Consumer,
  ConsumerOptions,
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
  checkTopicNames,
  checkTopicSpecs,
  usage,
} from '../usage.ts'
import { KafkaConsumer } from './consume.ts'
import { Link } from './link.ts'
import { Offsets, type Place } from './offsets.ts'
import { kafkaBusCapabilities, type Settings } from './options.ts'
import { Publisher } from './publish.ts'
import { Reader } from './read.ts'
import { Topics } from './topics.ts'

/** The message bus on Kafka. See the port for the contract and `openKafkaBus` for the options. */
export class KafkaBus implements MessageBus {
  readonly capabilities: MessageBusCapabilities = kafkaBusCapabilities
  readonly #settings: Settings
  /** For publishing alone: it is given up where the outcome of a send is not known. */
  readonly #sending: Link
  readonly #asking: Link
  readonly #topics: Topics
  readonly #publisher: Publisher
  readonly #offsets: Offsets
  readonly #reader: Reader
  readonly #consumers = new Set<KafkaConsumer>()
  /** While `closing`, the batches under way go on as they were, so all but consuming still works. */
  #state: 'open' | 'closing' | 'closed' = 'open'
  #closing: Promise<void> | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    this.#sending = new Link(settings)
    this.#asking = new Link(settings)
    this.#topics = new Topics(this.#asking, settings)
    this.#publisher = new Publisher({ link: this.#sending, topics: this.#topics, settings })
    this.#offsets = new Offsets(this.#asking)
    this.#reader = new Reader(this.#asking, this.#offsets)
  }

  /** Resolves when a broker was reached. */
  async connect(): Promise<void> {
    await this.#asking.attempt('connecting to Kafka', async () => {})
  }

  async provision(topics: readonly TopicSpec[]): Promise<void> {
    this.#checkOpen()
    checkTopicSpecs(topics)
    await this.#topics.provision(topics)
  }

  async publish(messages: readonly MessageToPublish[]): Promise<readonly PublishReceipt[]> {
    this.#checkOpen()
    checkMessages(messages)
    if (messages.length === 0) return []
    return await this.#publisher.publish(messages)
  }

  async consume(options: ConsumerOptions): Promise<Consumer> {
    this.#checkOpen('open')
    checkConsumerOptions(options)
    for (const topic of options.topics) await this.#topics.partitions(topic)
    this.#checkOpen('open')
    const consumer: KafkaConsumer = new KafkaConsumer({
      options: { ...options, topics: [...options.topics] },
      partitionsOf: (topic) => this.#topics.partitions(topic),
      offsets: this.#offsets,
      settings: this.#settings,
      onStopped: () => this.#consumers.delete(consumer),
    })
    this.#consumers.add(consumer)
    await consumer.start()
    this.#checkOpen('open')
    return consumer
  }

  async read(topic: string, partition: number, from: number, limit: number): Promise<readonly BusMessage[]> {
    this.#checkOpen()
    checkRead(partition, from, limit)
    const partitions = await this.#topics.partitions(topic)
    if (partition >= partitions) {
      throw usage('partition', `${partition} is not one of "${topic}", which has ${partitions}`)
    }
    return await this.#reader.read({ topic, partition, from, limit })
  }

  async offsets(group: string, topics: readonly string[]): Promise<readonly TopicOffsets[]> {
    this.#checkOpen()
    checkGroup(group)
    checkTopicNames(topics)
    const places: Place[] = []
    for (const topic of topics) {
      const partitions = await this.#topics.partitions(topic)
      for (let partition = 0; partition < partitions; partition++) places.push({ topic, partition })
    }
    return await this.#offsets.standing(group, places)
  }

  derive(): void {
    throw usage('topic', 'cannot be derived: Kafka stores what it serves (capability derivedTopics)')
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#state = 'closing'
    await Promise.all([...this.#consumers].map((consumer) => consumer.stop()))
    this.#state = 'closed'
    await this.#publisher.drain()
    this.#sending.close()
    this.#asking.close()
  }

  #checkOpen(least: 'open' | 'closing' = 'closing'): void {
    if (this.#state === 'closed' || (least === 'open' && this.#state === 'closing'))
      throw new BusError('YB_BUS_CLOSED', 'the message bus was closed')
  }
}
