import type { EventStore, StoredEvent, Subscription, SubscriptionBatch } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'

/** A bus that tells how many messages its consumers have taken and dealt with; all else is the bus's own. */
export const watchedBus = (bus: MessageBus, onTaken: (messages: number) => void): MessageBus => ({
  capabilities: bus.capabilities,
  provision: (topics) => bus.provision(topics),
  publish: (messages) => bus.publish(messages),
  consume: (options) =>
    bus.consume({
      ...options,
      async onBatch(messages) {
        await options.onBatch(messages)
        onTaken(messages.length)
      },
    }),
  read: (topic, partition, from, limit) => bus.read(topic, partition, from, limit),
  offsets: (group, topics) => bus.offsets(group, topics),
  derive: (topic, source) => bus.derive(topic, source),
  close: () => bus.close(),
})

export interface StoreWatcher {
  /** Events that are about to be dealt with. */
  readonly onEvents?: (events: readonly StoredEvent[]) => void
  /** Everything up to this position has been dealt with. */
  readonly onDone: (position: number) => void
}

/** A store that tells how far its subscribers have come; all else is the store's own. */
export const watchedStore = (store: EventStore, watcher: StoreWatcher): EventStore => ({
  capabilities: store.capabilities,
  append: (appends) => store.append(appends),
  readStream: (stream, options) => store.readStream(stream, options),
  readAll: (options) => store.readAll(options),
  subscribe: (options) => watched(store.subscribe(options), watcher) as Subscription,
  head: () => store.head(),
  verify: (onProgress) => store.verify(onProgress),
  close: () => store.close(),
})

/** Asking for the next batch says that the one before is done. */
async function* watched(
  subscription: Subscription,
  { onEvents, onDone }: StoreWatcher,
): AsyncGenerator<SubscriptionBatch> {
  for await (const batch of subscription) {
    onEvents?.(batch.events)
    yield batch
    onDone(batch.position)
  }
}
