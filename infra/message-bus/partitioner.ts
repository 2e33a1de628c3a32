import { BusError } from './errors.ts'

const seed = 0x9747b28c
const multiplier = 0x5bd1e995

/**
 * Kafka's murmur2 over bytes, as a signed 32-bit integer. Every partition a key ever went to depends on it: it MUST
 * stay equal, bit for bit, to what Kafka's own clients compute.
 */
export function murmur2(bytes: Uint8Array): number {
  const length = bytes.length
  let hash = seed ^ length
  let at = 0
  for (; at + 4 <= length; at += 4) {
    let word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    word = Math.imul(word, multiplier)
    word ^= word >>> 24
    hash = Math.imul(hash, multiplier) ^ Math.imul(word, multiplier)
  }
  const left = length - at
  if (left === 3) hash ^= bytes[at + 2]! << 16
  if (left >= 2) hash ^= bytes[at + 1]! << 8
  if (left >= 1) hash = Math.imul(hash ^ bytes[at]!, multiplier)
  hash = Math.imul(hash ^ (hash >>> 13), multiplier)
  return hash ^ (hash >>> 15)
}

/**
 * The partition of a key, 0 … `partitions` - 1: Kafka's default partitioner for keyed messages, over the key's UTF-8
 * bytes. Every adapter uses this one, so that a key keeps its partition number when an installation changes engines.
 */
export function partitionOf(key: string, partitions: number): number {
  if (!Number.isInteger(partitions) || partitions < 1) {
    throw new BusError('YB_BUS_USAGE', `partitions must be a whole number of at least 1, not ${partitions}`)
  }
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions
}
