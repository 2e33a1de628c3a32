/**
 * The message bus port: keyed topics of partitions, consumer groups with committed offsets. Shaped after Kafka, so that
 * the Kafka adapter adds nothing and the embedded one leaves nothing out.
 *
 * Contract, held by every adapter and proved by the suite in `contract/`:
 *
 * - A topic has a fixed number of partitions; a key always goes to the same one (murmur2 of the key, as Kafka's own
 *   producer does; see `partitionOf`). Within a partition offsets are 0, 1, 2 … in the order of append.
 * - `publish` resolves only after every message is durable. A message's `time` is the bus's own append time (epoch
 *   milliseconds), never decreasing within a partition; a sender cannot set it.
 * - A consumer group sees every message of its topics at least once, in order within a partition. `onBatch` is called
 *   with one batch at a time a consumer; when its promise has resolved the offsets behind the batch are committed, and not
 *   before; the next batch may come meanwhile, and a consumer that has stopped has committed. When it rejects nothing is
 *   committed and the batch is delivered again after `retryDelay`; order is kept.
 * - Each partition of a topic goes to one consumer of the group at a time. After a crash delivery goes on from the
 *   last committed offset. A group without one starts at the earliest message.
 */

export interface TopicSpec {
  readonly name: string
  /** 1 … 256. Cannot be changed later. */
  readonly partitions: number
  /** How long messages are kept, in milliseconds. Omitted: for ever. */
  readonly retention?: number
}

export interface MessageToPublish {
  readonly topic: string
  /** Decides the partition and the order; for events the CloudEvents subject. */
  readonly key: string
  /** At most 1 MiB. */
  readonly value: Uint8Array
  /** Names in lower case; values are UTF-8 text. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface PublishReceipt {
  readonly partition: number
  readonly offset: number
  /** The bus's append time, epoch milliseconds. */
  readonly time: number
}

export interface BusMessage {
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly time: number
  readonly key: string
  readonly value: Buffer
  readonly headers: Readonly<Record<string, string>>
}

export interface ConsumerOptions {
  readonly group: string
  readonly topics: readonly string[]
  /** At most this many messages a batch, 1 … 10,000. Default 500. A batch may span partitions and topics. */
  readonly batchSize?: number
  /** Milliseconds before a refused batch is delivered again. Default 200. */
  readonly retryDelay?: number
  readonly onBatch: (messages: readonly BusMessage[]) => Promise<void>
  /** Told of every rejection of `onBatch` and every fault of the engine, for the log. The consumer goes on by itself. */
  readonly onError?: (error: unknown) => void
}

export interface Consumer {
  /** Resolves when the batch under way is done and committed (or refused) and no other will come. May be repeated. */
  stop(): Promise<void>
}

export interface TopicOffsets {
  readonly topic: string
  readonly partition: number
  /** The first offset still kept, the next to be written, and the group's next to be delivered. */
  readonly earliest: number
  readonly latest: number
  readonly committed: number
}

/**
 * A topic that is computed where it is read instead of stored (capability `derivedTopics`): one partition, whose
 * offsets are dense from 0 and whose messages are the same at every reading.
 */
export interface DerivedTopic {
  /** Messages with an offset ≥ `from`, in order, at most `limit`; empty when there is none yet. */
  read(from: number, limit: number): Promise<readonly Omit<BusMessage, 'topic' | 'partition'>[]>
  /** The next offset to be written. */
  latest(): Promise<number>
  /** Calls back whenever there may be more to read. Returns the way to unsubscribe. */
  onMore(callback: () => void): () => void
}

export interface MessageBusCapabilities {
  /** More than one process may open it at once. */
  readonly shared: boolean
  /** What `publish` resolved for survives power loss. */
  readonly durable: boolean
  /** `derive` is there. */
  readonly derivedTopics: boolean
}

export interface MessageBus {
  readonly capabilities: MessageBusCapabilities

  /** Makes the topics that are missing. Safe to repeat. Refuses another number of partitions for an existing one. */
  provision(topics: readonly TopicSpec[]): Promise<void>

  /** Publishes all of them, durable when resolved, one receipt each in the same order. */
  publish(messages: readonly MessageToPublish[]): Promise<readonly PublishReceipt[]>

  /** Starts consuming; resolves when the consumer is in its group. */
  consume(options: ConsumerOptions): Promise<Consumer>

  /** Reads without a group and without committing: messages of one partition from an offset, at most `limit`. */
  read(topic: string, partition: number, from: number, limit: number): Promise<readonly BusMessage[]>

  /** Where a group stands on its topics; `committed` is 0 where it has committed nothing. */
  offsets(group: string, topics: readonly string[]): Promise<readonly TopicOffsets[]>

  /** Serves a topic by computation. Only with the capability `derivedTopics`; otherwise throws `YB_BUS_USAGE`. */
  derive(topic: string, source: DerivedTopic): void

  /** Stops all consumers, waits for what is under way, frees the engine. May be repeated. */
  close(): Promise<void>
}
