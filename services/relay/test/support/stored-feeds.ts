import type { MessageBus, MessageToPublish } from '@yibiao/message-bus'
import { feedTopic } from '@yibiao/schemas'

/** A bus without derived topics: the real one, with a stored topic for every feed. */
export async function storedFeeds(real: MessageBus, participants: readonly string[]): Promise<MessageBus> {
  await real.provision(participants.map((code) => ({ name: feedTopic(code), partitions: 1 })))
  return withPublish(real, (messages) => real.publish(messages))
}

type Publish = MessageBus['publish']

/** The same bus, but for `publish`, and without derived topics. */
export const withPublish = (real: MessageBus, publish: Publish): MessageBus => ({
  capabilities: { ...real.capabilities, derivedTopics: false },
  provision: (topics) => real.provision(topics),
  publish,
  consume: (options) => real.consume(options),
  read: (topic, partition, from, limit) => real.read(topic, partition, from, limit),
  offsets: (group, topics) => real.offsets(group, topics),
  derive: (topic, source) => real.derive(topic, source),
  close: () => real.close(),
})

export const isFeed = ({ topic }: MessageToPublish): boolean => topic.startsWith('registration.feed.')
