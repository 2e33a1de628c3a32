import type { MessageBus, MessageBusCapabilities, TopicSpec } from '@yibiao/message-bus'
import type { References } from '@yibiao/projections'
import { feedTopic, inboundTopic, type Participants, replayTopic } from '@yibiao/schemas'
import type { Logger } from '@yibiao/telemetry'

/** Partitions of every inbound topic; equal for all, so that one ledger can take partition n of each. */
export const inboundPartitions = 8

const day = 24 * 60 * 60 * 1_000

/**
 * How long a bus that other systems share keeps messages. Inbound ones for 30 days, so that an outage over the longest
 * holidays loses nothing; feeds likewise, for what is older comes by replay. The embedded bus keeps its own.
 */
export const retention = 30 * day

/** The topics of every participant. A feed is stored only on a bus that cannot compute it. */
export function topicsOf(
  { shared, derivedTopics }: MessageBusCapabilities,
  participants: Participants,
): readonly TopicSpec[] {
  const kept = shared ? { retention } : {}
  return [...participants.byCode.values()].flatMap(({ code, ours }) => [
    { name: inboundTopic(code), partitions: inboundPartitions, ...kept },
    ...(ours ? [] : [{ name: replayTopic(code), partitions: 1, ...kept }]),
    ...(ours || derivedTopics ? [] : [{ name: feedTopic(code), partitions: 1, ...kept }]),
  ])
}

/** Makes the topics that are missing, now and whenever participants are published. Returns the way to stop. */
export async function keepTopics(
  bus: MessageBus,
  references: References,
  logger: Logger,
): Promise<() => void> {
  const provision = () => bus.provision(topicsOf(bus.capabilities, references.current().participants))
  await provision()
  return references.onPublished(() => {
    provision().catch((error: unknown) => {
      logger.error({ err: error }, 'topics of new participants could not be made')
    })
  })
}
