/** How a department connects: the connector, its store and the shapes of what it delivers. */
export type { Handler } from './src/apply.ts'
export type { Connector, RefusedMessage, StopOutcome } from './src/connector.ts'
export type { Draft } from './src/draft.ts'
export { largestMessage } from './src/draft.ts'
export type { ConnectorErrorCode } from './src/errors.ts'
export { ConnectorError, connectorErrorCodes, Rejection } from './src/errors.ts'
export { createConnector } from './src/feed-connector.ts'
export type { Delivery, FeedChange, FeedEvent } from './src/feed-message.ts'
export { digestHeader, firstDigest, nextDigest } from './src/feed-message.ts'
export type { Transaction } from './src/handler-transaction.ts'
export type {
  ConnectorOptions,
  ConnectorState,
  ConnectorStatus,
  Halt,
  RetryOptions,
  Scheduler,
} from './src/options.ts'
export { defaultRetry, defaultStopDeadline, receiptInterval, systemScheduler } from './src/options.ts'
export type { ConnectorStoreOptions } from './src/sqlite-store.ts'
export { openConnectorStore } from './src/sqlite-store.ts'
export type {
  Checkpoint,
  ConnectorStore,
  LocalRecord,
  OutboxEntry,
  PendingEntry,
  StoreTransaction,
} from './src/store.ts'
