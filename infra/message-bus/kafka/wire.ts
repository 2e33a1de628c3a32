/**
 * The part of kafkajs's broker and cluster that the adapter uses. kafkajs gives its cluster to partition assigners and
 * types it, but loosely (`any`) where it matters here; these are the shapes that its protocol layer has in 2.2.4.
 */

export interface WirePartitions<T> {
  readonly topic: string
  readonly partitions: readonly T[]
}

export interface WireMessage {
  readonly key: string
  readonly value: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export interface ProducePartition {
  readonly partition: number
  readonly firstSequence: number
  readonly messages: readonly WireMessage[]
}

export interface ProducedPartition {
  readonly partition: number
  readonly baseOffset: string
  readonly logAppendTime: string
}

export interface FetchedMessage {
  readonly offset: string
  readonly timestamp: string
  readonly key: Buffer | null
  readonly value: Buffer | null
  readonly headers: Readonly<Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>>
  readonly isControlRecord?: boolean
}

export interface FetchedPartition {
  readonly partition: number
  readonly highWatermark: string
  readonly abortedTransactions?: readonly unknown[]
  readonly messages: readonly FetchedMessage[]
}

export interface JoinedGroup {
  readonly generationId: number
  readonly leaderId: string
  readonly memberId: string
  readonly members: readonly { readonly memberId: string; readonly memberMetadata: Buffer }[]
}

export interface CommittedPartition {
  readonly partition: number
  /** -1 where nothing is committed. */
  readonly offset: string
}

export interface Broker {
  metadata(topics: readonly string[]): Promise<unknown>
  produce(request: {
    readonly acks: -1
    readonly timeout: number
    readonly producerId: string | number
    readonly producerEpoch: number
    readonly topicData: readonly WirePartitions<ProducePartition>[]
  }): Promise<{
    readonly topics: readonly { topicName: string; partitions: readonly ProducedPartition[] }[]
  }>
  initProducerId(request: { readonly transactionTimeout: number }): Promise<{
    readonly producerId: string
    readonly producerEpoch: number
  }>
  fetch(request: {
    readonly isolationLevel: number
    readonly maxWaitTime: number
    readonly minBytes: number
    readonly maxBytes: number
    readonly topics: readonly WirePartitions<{
      readonly partition: number
      readonly fetchOffset: string
      readonly maxBytes: number
    }>[]
  }): Promise<{
    readonly responses: readonly { topicName: string; partitions: readonly FetchedPartition[] }[]
  }>
  findGroupCoordinator(request: {
    readonly groupId: string
    /** 0: of a consumer group. */
    readonly coordinatorType: number
  }): Promise<unknown>
  joinGroup(request: {
    readonly groupId: string
    readonly sessionTimeout: number
    readonly rebalanceTimeout: number
    readonly memberId: string
    readonly groupProtocols: readonly { readonly name: string; readonly metadata: Buffer }[]
  }): Promise<JoinedGroup>
  syncGroup(request: {
    readonly groupId: string
    readonly generationId: number
    readonly memberId: string
    readonly groupAssignment: readonly { readonly memberId: string; readonly memberAssignment: Buffer }[]
  }): Promise<{ readonly memberAssignment: Buffer }>
  heartbeat(request: GroupMember): Promise<unknown>
  leaveGroup(request: { readonly groupId: string; readonly memberId: string }): Promise<unknown>
  offsetCommit(
    request: GroupMember & {
      readonly topics: readonly WirePartitions<{ readonly partition: number; readonly offset: string }>[]
    },
  ): Promise<unknown>
  offsetFetch(request: {
    readonly groupId: string
    readonly topics: readonly WirePartitions<{ readonly partition: number }>[]
  }): Promise<{ readonly responses: readonly WirePartitions<CommittedPartition>[] }>
}

export interface GroupMember {
  readonly groupId: string
  readonly groupGenerationId: number
  readonly memberId: string
}

export interface Cluster {
  /** The topics whose leaders it asks for; it fails as a whole where one of them is not there. */
  readonly targetTopics: Set<string>
  connect(): Promise<void>
  disconnect(): Promise<void>
  refreshMetadata(): Promise<void>
  refreshMetadataIfNecessary(): Promise<void>
  addMultipleTargetTopics(topics: readonly string[]): Promise<void>
  findBroker(node: { readonly nodeId: string }): Promise<Broker>
  findControllerBroker(): Promise<Broker>
  findGroupCoordinator(group: { readonly groupId: string }): Promise<Broker>
  findTopicPartitionMetadata(
    topic: string,
  ): readonly { readonly partitionId: number; readonly leader: number }[]
  fetchTopicsOffset(
    topics: readonly {
      readonly topic: string
      readonly partitions: readonly { readonly partition: number }[]
      readonly fromBeginning: boolean
    }[],
  ): Promise<readonly WirePartitions<{ readonly partition: number; readonly offset: string }>[]>
}
