import { randomUUID } from 'node:crypto'
import { StoreError } from '../errors.ts'
import { type Append, type AppendOutcome, anyRevision } from '../event-store.ts'
import type { AppendPipe } from './append-pipe.ts'
import { type Codec, sameEvent } from './codec.ts'
import { Confirmer } from './confirm.ts'
import { maxBytesUnderWay } from './options.ts'
import type { Reader } from './read.ts'

interface Call {
  /** The first fault of infrastructure in this call: what of it has not been sent need not be. */
  fault: unknown
}

interface Job {
  readonly append: Append
  readonly bytes: number
  readonly call: Call
  readonly resolve: (outcome: AppendOutcome) => void
  readonly reject: (error: unknown) => void
}

export interface AppenderOptions {
  readonly pipe: AppendPipe
  readonly reader: Reader
  readonly codec: Codec
  readonly concurrency: number
  /** Told the position of everything that was stored. */
  readonly stored: (position: number) => void
}

/**
 * Appends in the order in which they were given, many at once.
 *
 * The server alone cannot keep the port's rule of repetition. It compares the ids of events and neither types nor
 * bytes, and it answers a repetition as if it had stored it now. So every append leaves a mark of its own in the
 * metadata of its events, and the last one is read back: with our mark it was stored now, with another the events
 * that stand there are compared one by one. For the same reason `anyRevision` never becomes the server's `any`, which
 * swallows known ids as far as it remembers them: the end is read, and the append expects exactly that.
 */
export class Appender {
  readonly #options: AppenderOptions
  readonly #queue: Job[] = []
  readonly #busy = new Set<string>()
  readonly #instance = randomUUID()
  readonly #confirmer: Confirmer
  #appends = 0
  #bytes = 0
  #exclusive = false
  #floor = 0

  constructor(options: AppenderOptions) {
    this.#options = options
    this.#confirmer = new Confirmer(options.reader)
  }

  /** What was stored up to this position, was stored before any append that is yet to come. */
  after(position: number): void {
    this.#floor = Math.max(this.#floor, position)
  }

  /** Waits for all, whatever becomes of them; then throws the first fault, if there was one. */
  async append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    const call: Call = { fault: undefined }
    const outcomes = appends.map(
      (append) =>
        new Promise<AppendOutcome>((resolve, reject) => {
          const bytes = append.events.reduce((sum, event) => sum + event.data.byteLength, 0)
          this.#queue.push({ append, bytes, call, resolve, reject })
        }),
    )
    this.#startNext()
    const settled = await Promise.allSettled(outcomes)
    return settled.map((each) => {
      if (each.status === 'rejected') throw call.fault
      return each.value
    })
  }

  #startNext(): void {
    for (let job = this.#queue[0]; job !== undefined; job = this.#queue[0]) {
      if (job.call.fault === undefined && !this.#maySend(job)) return
      this.#queue.shift()
      if (job.call.fault === undefined) void this.#run(job)
      else job.reject(job.call.fault)
    }
  }

  /** The next in turn waits, and all behind it: whoever overtook it would stand before it in the history. */
  #maySend({ append, bytes }: Job): boolean {
    const underWay = this.#busy.size
    if (underWay === 0) return true
    if (this.#exclusive || append.expectedRevision === anyRevision) return false
    if (this.#busy.has(append.stream)) return false
    return underWay < this.#options.concurrency && this.#bytes + bytes <= maxBytesUnderWay
  }

  async #run({ append, bytes, call, resolve, reject }: Job): Promise<void> {
    const { stream, expectedRevision } = append
    this.#busy.add(stream)
    this.#bytes += bytes
    this.#exclusive = expectedRevision === anyRevision
    try {
      resolve(await this.#outcome(append))
    } catch (error) {
      call.fault ??= error
      reject(error)
    } finally {
      this.#busy.delete(stream)
      this.#bytes -= bytes
      this.#exclusive = false
      this.#startNext()
    }
  }

  async #outcome(append: Append): Promise<AppendOutcome> {
    const { stream, expectedRevision } = append
    if (expectedRevision !== anyRevision) return this.#exact(append, expectedRevision)
    for (;;) {
      const expected = await this.#options.reader.revision(stream)
      const outcome = await this.#exact(append, expected)
      // Another was faster; or it appended the very same events, which for `anyRevision` is no repetition.
      if (outcome.status === 'appended' && !outcome.repeated) return outcome
    }
  }

  async #exact({ stream, events }: Append, expected: number): Promise<AppendOutcome> {
    const { pipe, codec } = this.#options
    const mark = `${this.#instance}/${++this.#appends}`
    const floor = this.#floor
    const answer = await pipe.send({ name: codec.name(stream), expected, events, mark })
    const lastRevision = expected + events.length
    if (answer.status === 'wrong-revision') {
      const { actual } = answer
      // Nothing, or too little, stands at the place of these events.
      if (actual < lastRevision) return { status: 'conflict', actualRevision: actual }
      return this.#compare(stream, events, expected, actual)
    }
    if (answer.revision !== lastRevision) throw tampered()
    const place = { stream, revision: lastRevision, position: answer.position, events: events.length }
    // What stands before where the log ended when this was sent, was there already.
    const isOld = answer.position !== undefined && answer.position <= floor
    const last = isOld ? undefined : await this.#confirmer.confirm(place)
    if (last?.mark !== mark) return this.#compare(stream, events, expected)
    const { position } = last
    this.#stored(position)
    return { status: 'appended', firstRevision: expected + 1, lastRevision, position, repeated: false }
  }

  #stored(position: number): void {
    this.after(position)
    this.#options.stored(position)
  }

  /** Whether the events that stand where these should are the very same. */
  async #compare(
    stream: string,
    events: Append['events'],
    expected: number,
    actual?: number,
  ): Promise<AppendOutcome> {
    const { reader } = this.#options
    const there = await reader.forwards(stream, expected + 1, events.length)
    const equal =
      there.length === events.length &&
      there.every((stored, index) => {
        const event = events[index]
        return event !== undefined && stored.revision === expected + 1 + index && sameEvent(stored, event)
      })
    const last = there.at(-1)
    if (!equal || last === undefined) {
      return { status: 'conflict', actualRevision: actual ?? (await reader.revision(stream)) }
    }
    const { revision: lastRevision, position } = last
    this.#stored(position)
    return { status: 'appended', firstRevision: expected + 1, lastRevision, position, repeated: true }
  }
}

function tampered(): StoreError {
  return new StoreError(
    'YB_STORE_DAMAGED',
    'appending failed: the stream does not end where the server says. It was deleted or truncated by somebody else.',
  )
}
