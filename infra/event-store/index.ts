export type { StoreErrorCode } from './errors.ts'
export { StoreError, storeErrorCodes } from './errors.ts'
export type {
  Append,
  AppendOutcome,
  EventStore,
  EventStoreCapabilities,
  EventToAppend,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
  Subscription,
  SubscriptionBatch,
  VerifyReport,
} from './event-store.ts'
export { anyRevision, noStream } from './event-store.ts'
export { readRevisions, readWhole } from './read-whole.ts'
