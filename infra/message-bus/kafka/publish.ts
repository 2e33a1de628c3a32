import { BusError } from '../errors.ts'
import type { MessageToPublish, PublishReceipt } from '../message-bus.ts'
import { partitionOf } from '../partitioner.ts'
import { coded } from './faults.ts'
import type { Link } from './link.ts'
import type { Settings } from './options.ts'
import { Call, type Outgoing, type Part, takeParts } from './outgoing.ts'
import { IdempotentProducer, publishFault } from './producer.ts'
import type { Topics } from './topics.ts'

export interface PublisherParts {
  readonly link: Link
  readonly topics: Topics
  readonly settings: Settings
}

/**
 * Publishes with one send under way: calls made meanwhile share the next one, so nothing waits for company and a busy
 * publisher still sends large batches. Calls are appended in the order they were made. Values are not copied: they MUST
 * NOT change before the call resolves.
 *
 * A call that fits into one send and goes to one partition succeeds whole or leaves nothing behind. Over several
 * partitions Kafka has no such promise: a call that rejects may have been appended in part. Publish it again.
 */
export class Publisher {
  readonly #topics: Topics
  readonly #producer: IdempotentProducer
  #calls: Call[] = []
  /** Messages whose partition is known. */
  #queue: Outgoing[] = []
  #running: Promise<void> | undefined

  constructor({ link, topics, settings }: PublisherParts) {
    this.#topics = topics
    this.#producer = new IdempotentProducer(link, settings.timeout)
  }

  publish(messages: readonly MessageToPublish[]): Promise<readonly PublishReceipt[]> {
    const call = new Call([...messages])
    this.#calls.push(call)
    // The run begins behind the callers of this turn, so that what they publish together is sent together.
    this.#running ??= Promise.resolve().then(() => this.#run())
    return call.done
  }

  /** Resolves when nothing is under way. */
  async drain(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  async #run(): Promise<void> {
    while (this.#calls.length > 0 || this.#queue.length > 0) {
      await this.#takeCalls()
      if (this.#queue.length > 0) await this.#send(takeParts(this.#queue))
    }
    // With nothing awaited in between: what is published from here on starts a new run.
    this.#running = undefined
  }

  /** Finds each call's partitions. A call for a topic that is not there is refused whole. */
  async #takeCalls(): Promise<void> {
    for (const call of this.#calls.splice(0)) {
      try {
        const partitions = new Map<string, number>()
        for (const { topic } of call.messages) {
          if (!partitions.has(topic)) partitions.set(topic, await this.#topics.partitions(topic))
        }
        for (const [at, message] of call.messages.entries()) {
          const partition = partitionOf(message.key, partitions.get(message.topic) as number)
          this.#queue.push({ call, at, message, partition })
        }
      } catch (error) {
        call.fail(coded(error, 'publishing'))
      }
    }
  }

  async #send(parts: readonly Part[]): Promise<void> {
    let unavailable: BusError | undefined
    for (const outcome of await this.#producer.send(parts)) {
      const { part } = outcome
      if ('produced' in outcome) {
        const first = Number(outcome.produced.baseOffset)
        const time = Number(outcome.produced.logAppendTime)
        for (const [behind, { call, at }] of part.outgoing.entries()) {
          call.receive(at, { partition: part.partition, offset: first + behind, time })
        }
        continue
      }
      const fault = publishFault(outcome.error, part)
      if (fault.code === 'YB_BUS_UNAVAILABLE') unavailable = fault
      for (const { call } of part.outgoing) call.fail(fault)
    }
    if (unavailable !== undefined) this.#refuseWaiting(unavailable)
    // What is left of a call that failed would stand behind its gap.
    this.#queue = this.#queue.filter(({ call }) => !call.failed)
  }

  /** Whoever waited behind a send that could not be done waited long enough: the next would take as long. */
  #refuseWaiting(cause: BusError): void {
    const message = 'Kafka was not to be reached; nothing of this call was published; try again'
    for (const call of [...this.#calls.splice(0), ...this.#queue.map(({ call }) => call)]) {
      if (!call.failed) call.fail(new BusError('YB_BUS_UNAVAILABLE', message, { cause }))
    }
    this.#queue = []
  }
}
