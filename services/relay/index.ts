export { quietAfter } from './src/deliveries.ts'
export { keptBytes, keptMessages, keptPlaces } from './src/feed-topic.ts'
export {
  createRelay,
  defaultBatchSize,
  defaultNoteInterval,
  type Relay,
  type RelayOptions,
} from './src/relay.ts'
export type { ReplayPlan } from './src/replay-plan.ts'
export type { Scheduler } from './src/scheduler.ts'
export { queuedMessages } from './src/sent-feed.ts'
export { defaultLease } from './src/standby.ts'
