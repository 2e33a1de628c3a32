import { hash } from 'node:crypto'
import type { Clock, Ids } from '@yibiao/telemetry'
import type { Outgoing, Publisher } from '../filings/publisher.ts'
import { authTypeOf, type Principal } from '../http/principal.ts'
import { personalPaths } from './personal.ts'

/** What an event of a reading holds at most. */
const largestRead = 500
/** Readings remembered, so that the same one is not recorded again at once. */
const remembered = 10_000

export interface Reading {
  readonly principal: Principal
  readonly record: string
  /** Why, in a few words that hold nothing personal. */
  readonly purpose: string
  /** Paths of the values shown; those that are not personal need no record. */
  readonly paths: Iterable<string>
}

export interface ReadsOptions {
  readonly publisher: Publisher
  readonly clock: Clock
  readonly ids: Ids
  /** The same reading again is recorded once in so many milliseconds. */
  readonly repeat: number
}

/**
 * Records who read personal fields of whom, and why (个人信息保护法 51, 54). Nothing personal is shown before its reading
 * is durable on the bus: an answer waits for that, all answers of a moment for one publishing.
 */
export class Reads {
  readonly #options: ReadsOptions
  readonly #recent = new Map<string, number>()
  #waiting: Outgoing[] = []
  #sending: Promise<void> | undefined

  constructor(options: ReadsOptions) {
    this.#options = options
  }

  async record(reading: Reading): Promise<void> {
    const paths = [...new Set(personalPaths(reading.paths))].sort()
    if (paths.length === 0) return
    const key = hash(
      'sha256',
      JSON.stringify([reading.principal.kind, reading.principal.id, reading.record, reading.purpose, paths]),
      'base64',
    )
    const now = this.#options.clock.now()
    const last = this.#recent.get(key)
    if (last !== undefined && now - last < this.#options.repeat) return
    for (let from = 0; from < paths.length; from += largestRead)
      this.#waiting.push(this.#message(reading, paths.slice(from, from + largestRead)))
    this.#sending ??= this.#send()
    await this.#sending
    this.#remember(key, now)
  }

  /** Whoever comes in the same turn of the event loop goes out with it. */
  async #send(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    const messages = this.#waiting
    this.#waiting = []
    this.#sending = undefined
    await this.#options.publisher.publish(messages)
  }

  #message({ principal, record, purpose }: Reading, paths: readonly string[]): Outgoing {
    return this.#options.publisher.make({
      speaker: 'OPERATOR',
      id: `read/${this.#options.ids.uuid()}`,
      type: 'yibiao.read.recorded.v1',
      subject: record,
      principal,
      data: [
        JSON.stringify({
          reader: `${authTypeOf[principal.kind]}:${principal.id}`.slice(0, 128),
          purpose,
          paths,
        }),
      ],
    })
  }

  #remember(key: string, now: number): void {
    this.#recent.delete(key)
    this.#recent.set(key, now)
    if (this.#recent.size > remembered) this.#recent.delete(this.#recent.keys().next().value as string)
  }
}
