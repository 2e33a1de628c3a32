import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import type { BusMessage, ConsumerOptions, MessageBus, MessageToPublish } from '../message-bus.ts'

/** An adapter to be put through the contract. */
export interface BusUnderTest {
  /** Names the adapter in the report. */
  readonly name: string
  /** Opens a bus. Its storage may be new or hold what earlier tests left: the suite uses names nobody had before. */
  open(): Promise<MessageBus>
  /** Opens the storage of the last `open` again, whose bus was closed in between. */
  reopen(): Promise<MessageBus>
  /** Removes everything. Called once, at the end. */
  destroy(): Promise<void>
  /** Milliseconds any one expectation may take, rebalances included. Default 30,000. */
  readonly patience?: number
}

/** What a test of the contract gets: an open bus, names of its own, and ways to wait without sleeping. */
export class Lab {
  readonly #under: BusUnderTest
  #bus: MessageBus

  private constructor(under: BusUnderTest, bus: MessageBus) {
    this.#under = under
    this.#bus = bus
  }

  static async open(under: BusUnderTest): Promise<Lab> {
    return new Lab(under, await under.open())
  }

  get bus(): MessageBus {
    return this.#bus
  }

  /** Closes the bus and opens its storage again. */
  async reopen(): Promise<void> {
    await this.#bus.close()
    this.#bus = await this.#under.reopen()
  }

  /** A new name; an unprovisioned topic or a group that never was. */
  name(): string {
    return `contract-${randomUUID()}`
  }

  /** Provisions a topic nobody used before. */
  async topic(partitions = 1): Promise<string> {
    const name = this.name()
    await this.#bus.provision([{ name, partitions }])
    return name
  }

  inbox(): Inbox {
    return new Inbox(this.#under.patience ?? 30_000)
  }

  /** Starts a consumer whose batches go to the inbox. */
  async consume(inbox: Inbox, options: Omit<ConsumerOptions, 'onBatch' | 'onError'>) {
    return await this.#bus.consume({ ...options, onBatch: inbox.onBatch, onError: inbox.onError })
  }

  /** Fails when the promise is not kept within the adapter's patience. */
  async soon<T>(what: string, promise: Promise<T>): Promise<T> {
    return await within(this.#under.patience ?? 30_000, what, promise)
  }
}

/** Runs one test of the contract on a bus of its own. */
export async function contractTest(
  t: Test,
  under: BusUnderTest,
  title: string,
  body: (t: Test, lab: Lab) => Promise<unknown>,
): Promise<void> {
  await t.test(title, async (t) => {
    const lab = await Lab.open(under)
    try {
      await body(t, lab)
    } finally {
      await lab.bus.close()
    }
  })
}

/** Takes batches, accepts them unless told otherwise, and lets a test wait for what it expects. */
export class Inbox {
  readonly #patience: number
  readonly #waiting = new Set<() => void>()
  /** Every batch that came, refused or accepted. */
  readonly batches: (readonly BusMessage[])[] = []
  readonly accepted: BusMessage[] = []
  readonly errors: unknown[] = []
  /** Called with each batch before it is accepted; a rejection refuses it. */
  before: (messages: readonly BusMessage[]) => Promise<void> = async () => {}

  constructor(patience: number) {
    this.#patience = patience
  }

  readonly onBatch = async (messages: readonly BusMessage[]): Promise<void> => {
    this.batches.push(messages)
    this.#look()
    await this.before(messages)
    this.accepted.push(...messages)
    this.#look()
  }

  readonly onError = (error: unknown): void => {
    this.errors.push(error)
    this.#look()
  }

  /** Different messages accepted so far; a repeated one counts once. */
  get distinct(): number {
    return new Set(this.accepted.map(placeOf)).size
  }

  /** Resolves as soon as the condition holds, looked at after every batch and error. */
  async until(what: string, condition: () => boolean): Promise<void> {
    let look = () => {}
    const holds = new Promise<void>((resolve) => {
      look = () => {
        if (condition()) resolve()
      }
    })
    this.#waiting.add(look)
    look()
    await within(this.#patience, what, holds).finally(() => this.#waiting.delete(look))
  }

  async untilDistinct(count: number): Promise<void> {
    await this.until(`${count} messages`, () => this.distinct >= count)
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }
}

/** Something to await that is settled from outside. */
export class Gate {
  readonly #opened: Promise<void>
  open: () => void = () => {}

  constructor() {
    this.#opened = new Promise((resolve) => {
      this.open = resolve
    })
  }

  async passed(): Promise<void> {
    await this.#opened
  }
}

/** Fails when the promise is not kept in time; until then the process stays alive. */
export async function within<T>(patience: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${patience} ms for ${what}`)), patience)
  })
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

export function placeOf({ topic, partition, offset }: BusMessage): string {
  return `${topic}/${partition}/${offset}`
}

export function textOf(message: BusMessage): string {
  return message.value.toString('utf8')
}

export function textMessage(topic: string, key: string, text: string): MessageToPublish {
  return { topic, key, value: Buffer.from(text) }
}

/** `count` messages over `keys` keys, whose texts are `key:0`, `key:1` … in the order of each key. */
export function keyedMessages(topic: string, keys: number, count: number, from = 0): MessageToPublish[] {
  return Array.from({ length: count }, (_, at) => {
    const key = `key-${(from + at) % keys}`
    return textMessage(topic, key, `${key}:${Math.floor((from + at) / keys)}`)
  })
}

/**
 * The faults in the order of delivery: within a partition the first sight of an offset comes after the first sight of
 * every smaller one. Repeats are allowed, gaps are not.
 */
export function orderFaults(messages: readonly BusMessage[]): string[] {
  const next = new Map<string, number>()
  const faults: string[] = []
  for (const { topic, partition, offset } of messages) {
    const place = `${topic}/${partition}`
    const expected = next.get(place) ?? 0
    if (offset > expected) faults.push(`${place}: offset ${offset} came before ${expected}`)
    next.set(place, Math.max(expected, offset + 1))
  }
  return faults
}
