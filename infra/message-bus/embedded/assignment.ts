import { partitionOf } from '../partitioner.ts'
import type { Member } from './signals.ts'

export interface TopicPartition {
  readonly topic: string
  readonly partition: number
}

/**
 * The share of one member: a pure function of who is in the group, so that every member comes to the same answer
 * without asking. Partition n of all topics goes to the same member where the members have the topics in common, so
 * that a key's messages meet in one place whichever topic they came by. Topics of one partition are spread by name,
 * or the first member would have them all.
 */
export function shareOf(
  member: Member,
  members: readonly Member[],
  partitionsOf: (topic: string) => number,
): readonly TopicPartition[] {
  return member.topics.flatMap((topic) => {
    const ids = members.filter((other) => other.topics.includes(topic)).map((other) => other.id)
    const sorted = [...new Set([...ids, member.id])].sort()
    const partitions = partitionsOf(topic)
    const first = partitions === 1 ? partitionOf(topic, sorted.length) : 0
    const share: TopicPartition[] = []
    for (let partition = 0; partition < partitions; partition++) {
      if (sorted[(first + partition) % sorted.length] === member.id) share.push({ topic, partition })
    }
    return share
  })
}
