import type { MessageToPublish, PublishReceipt } from '../message-bus.ts'
import type { WireMessage } from './wire.ts'

/** Most bytes of one partition's part of a send, and of a send; a single message may be larger than the first. */
export const sendLimits = { partitionBytes: 1024 * 1024, bytes: 8 * 1024 * 1024, messages: 10_000 } as const

/** What a message costs on the wire beside its key, headers and value, at most. */
const recordOverhead = 64

/** One call of `publish` on its way. Settled once; further settling changes nothing. */
export class Call {
  readonly messages: readonly MessageToPublish[]
  readonly #receipts: PublishReceipt[] = []
  readonly #promise = Promise.withResolvers<readonly PublishReceipt[]>()
  #open: number
  failed = false

  constructor(messages: readonly MessageToPublish[]) {
    this.messages = messages
    this.#open = messages.length
  }

  get done(): Promise<readonly PublishReceipt[]> {
    return this.#promise.promise
  }

  receive(at: number, receipt: PublishReceipt): void {
    this.#receipts[at] = receipt
    this.#open -= 1
    if (this.#open === 0) this.#promise.resolve(this.#receipts)
  }

  fail(error: unknown): void {
    this.failed = true
    this.#promise.reject(error)
  }
}

/** A message of a call, its partition known. */
export interface Outgoing {
  readonly call: Call
  /** Its place in the call. */
  readonly at: number
  readonly message: MessageToPublish
  readonly partition: number
}

/** What goes to one partition in one send: one record batch, appended whole or not at all. */
export interface Part {
  readonly topic: string
  readonly partition: number
  readonly outgoing: Outgoing[]
  bytes: number
}

/** Takes from the front of the queue what one send may hold, grouped by partition, each in its order. */
export function takeParts(queue: Outgoing[]): Part[] {
  const parts = new Map<string, Part>()
  let bytes = 0
  let taken = 0
  for (const outgoing of queue) {
    const { message, partition } = outgoing
    const size = sizeOf(message)
    const key = `${partition}:${message.topic}`
    const part = parts.get(key) ?? { topic: message.topic, partition, outgoing: [], bytes: 0 }
    const overflows = part.bytes + size > sendLimits.partitionBytes && part.bytes > 0
    if (overflows || taken >= sendLimits.messages || (taken > 0 && bytes + size > sendLimits.bytes)) break
    part.outgoing.push(outgoing)
    part.bytes += size
    bytes += size
    taken += 1
    parts.set(key, part)
  }
  queue.splice(0, taken)
  return [...parts.values()]
}

function sizeOf({ key, value, headers }: MessageToPublish): number {
  let bytes = value.byteLength + key.length * 3 + recordOverhead
  for (const [name, text] of Object.entries(headers ?? {})) bytes += (name.length + text.length) * 3 + 10
  return bytes
}

export function toWire({ message: { key, value, headers } }: Outgoing): WireMessage {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return headers === undefined ? { key, value: bytes } : { key, value: bytes, headers }
}
