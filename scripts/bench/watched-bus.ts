import type { MessageBus } from '@yibiao/message-bus'

/** Told after every batch that a consumer has taken, i.e. whose work is done and whose offsets are about to be committed. */
export type OnTaken = (messages: number, milliseconds: number) => void

/** A bus that tells how many messages its consumers have taken; all else is the bus's own. */
export const watchedBus = (bus: MessageBus, onTaken: OnTaken): MessageBus => ({
  capabilities: bus.capabilities,
  provision: (topics) => bus.provision(topics),
  publish: (messages) => bus.publish(messages),
  consume: (options) =>
    bus.consume({
      ...options,
      async onBatch(messages) {
        const began = performance.now()
        await options.onBatch(messages)
        onTaken(messages.length, performance.now() - began)
      },
    }),
  read: (topic, partition, from, limit) => bus.read(topic, partition, from, limit),
  offsets: (group, topics) => bus.offsets(group, topics),
  derive: (topic, source) => bus.derive(topic, source),
  close: () => bus.close(),
})
