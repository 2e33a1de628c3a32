import { BusError } from './errors.ts'
import type { ConsumerOptions, MessageToPublish, TopicSpec } from './message-bus.ts'

/**
 * What every adapter refuses before it asks its engine, so that a call that works on one works on all of them.
 * Each check throws `YB_BUS_USAGE` (or `YB_BUS_TOO_LARGE`) naming the argument and the reason.
 */

/** Most bytes of one value: 1 MiB. */
export const maxValueBytes = 1024 * 1024

/** Most bytes of one message's key and headers together: 64 KiB. */
export const maxLabelBytes = 64 * 1024

/** Most partitions of one topic. */
export const maxPartitions = 256

/** Most messages of one batch or one read. */
export const maxBatchSize = 10_000

/** What a consumer gets when it does not say. */
export const consumerDefaults = { batchSize: 500, retryDelay: 200 } as const

/** What Kafka allows in a topic's name. */
const topicName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}$/

export function usage(argument: string, reason: string): BusError {
  return new BusError('YB_BUS_USAGE', `${argument} ${reason}`)
}

export function unknownTopic(name: string): BusError {
  return new BusError('YB_BUS_UNKNOWN_TOPIC', `there is no topic "${name}"; provision it first`)
}

export function checkWhole(argument: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
    throw usage(argument, `must be a whole number ${range}, not ${String(value)}`)
  }
}

function checkText(argument: string, value: unknown): asserts value is string {
  if (typeof value !== 'string' || value === '') throw usage(argument, 'must be a non-empty string')
  if (!value.isWellFormed()) throw usage(argument, 'holds half a surrogate pair and has no UTF-8 form')
}

export function checkTopicName(argument: string, name: unknown): asserts name is string {
  if (typeof name !== 'string' || !topicName.test(name)) {
    throw usage(argument, `must be 1 to 249 letters, digits, ".", "_" or "-", not ${JSON.stringify(name)}`)
  }
}

export function checkTopicSpecs(topics: readonly TopicSpec[]): void {
  if (!Array.isArray(topics)) throw usage('topics', 'must be an array')
  const seen = new Set<string>()
  topics.forEach(({ name, partitions, retention }, at) => {
    checkTopicName(`topics[${at}].name`, name)
    if (seen.has(name)) throw usage(`topics[${at}].name`, `"${name}" is named twice`)
    seen.add(name)
    checkWhole(`topics[${at}].partitions`, partitions, 1, maxPartitions)
    if (retention !== undefined) checkWhole(`topics[${at}].retention`, retention, 1, Number.MAX_SAFE_INTEGER)
  })
}

export function checkMessages(messages: readonly MessageToPublish[]): void {
  if (!Array.isArray(messages)) throw usage('messages', 'must be an array')
  messages.forEach(checkMessage)
}

function checkMessage(message: MessageToPublish, at: number): void {
  const { topic, key, value, headers } = message
  if (typeof topic !== 'string') throw usage(`messages[${at}].topic`, 'must be a string')
  if (typeof key !== 'string' || key === '' || !key.isWellFormed()) checkText(`messages[${at}].key`, key)
  if (!(value instanceof Uint8Array)) throw usage(`messages[${at}].value`, 'must be a Uint8Array')
  if (value.byteLength > maxValueBytes) {
    throw tooLarge(`messages[${at}].value`, value.byteLength, maxValueBytes)
  }
  let labels = Buffer.byteLength(key)
  if (headers !== undefined) {
    for (const [name, text] of Object.entries(headers)) {
      checkHeader(`messages[${at}].headers`, name, text)
      labels += Buffer.byteLength(name) + Buffer.byteLength(text)
    }
  }
  if (labels > maxLabelBytes) throw tooLarge(`messages[${at}]'s key and headers`, labels, maxLabelBytes)
}

function checkHeader(argument: string, name: string, text: unknown): void {
  checkText(`a name in ${argument}`, name)
  if (name !== name.toLowerCase()) throw usage(`${argument}: "${name}"`, 'must be in lower case')
  if (typeof text !== 'string' || !text.isWellFormed()) {
    throw usage(`${argument}["${name}"]`, 'must be a string with a UTF-8 form')
  }
}

function tooLarge(argument: string, bytes: number, most: number): BusError {
  return new BusError('YB_BUS_TOO_LARGE', `${argument}: ${bytes} bytes; the most is ${most}`)
}

export function checkTopicNames(topics: readonly string[]): void {
  if (!Array.isArray(topics)) throw usage('topics', 'must be an array')
  topics.forEach((topic, at) => {
    if (typeof topic !== 'string') throw usage(`topics[${at}]`, 'must be a string')
    if (topics.indexOf(topic) !== at) throw usage(`topics[${at}]`, `"${topic}" is named twice`)
  })
}

export function checkGroup(group: string): void {
  checkText('group', group)
  if (group.length > 249) throw usage('group', 'must be at most 249 characters long')
}

export function checkConsumerOptions(options: ConsumerOptions): void {
  if (typeof options !== 'object' || options === null) throw usage('options', 'must be an object')
  checkGroup(options.group)
  checkTopicNames(options.topics)
  if (options.topics.length === 0) throw usage('topics', 'must name at least one topic')
  const { batchSize = consumerDefaults.batchSize, retryDelay = consumerDefaults.retryDelay } = options
  checkWhole('batchSize', batchSize, 1, maxBatchSize)
  checkWhole('retryDelay', retryDelay, 0, 0x7fffffff)
  if (typeof options.onBatch !== 'function') throw usage('onBatch', 'must be a function')
  if (options.onError !== undefined && typeof options.onError !== 'function') {
    throw usage('onError', 'must be a function')
  }
}

export function checkRead(partition: number, from: number, limit: number): void {
  checkWhole('partition', partition, 0, maxPartitions - 1)
  checkWhole('from', from, 0, Number.MAX_SAFE_INTEGER)
  checkWhole('limit', limit, 1, maxBatchSize)
}
