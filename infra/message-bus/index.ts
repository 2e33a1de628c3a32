export type { BusErrorCode, OffsetExpiry } from './errors.ts'
export { BusError, busErrorCodes } from './errors.ts'
export type {
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
} from './message-bus.ts'
export { partitionOf } from './partitioner.ts'
