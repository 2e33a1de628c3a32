import { Chain, type ChainedEvent, genesis } from './chain.ts'
import type { Faults } from './faults.ts'

/** An event's row as it was read, whatever has become of it. */
export interface WalkedRow extends Omit<ChainedEvent, 'stream'> {
  /** Null when the stream is gone. */
  readonly stream: string | Uint8Array | null
  readonly digest: Buffer
  /** Position that the index over (stream, revision) gives for this event; left out where the engine does not tell. */
  readonly indexed?: number | null
}

/** A row that makes no sense to the engine. */
export interface Unreadable {
  readonly position: number
  readonly unreadable: true
}

/**
 * The chain, so that each fault shows at its own place. When a row does not fit, either its content or its digest
 * was changed; the next row tells which, by following from the digest that is stored or from the one that should be.
 */
export class ChainWalk {
  events = 0
  readonly #faults: Faults
  readonly #chain = new Chain()
  /** Digests that the next row may follow from. None: not known, so it cannot be judged. */
  #before: readonly Uint8Array[] = [genesis]
  #expected = 1

  constructor(faults: Faults) {
    this.#faults = faults
  }

  take(row: WalkedRow | Unreadable): void {
    const { position } = row
    if (position !== this.#expected) {
      const last = position - 1
      const which = last === this.#expected ? 'the event is' : `the events from here up to ${last} are`
      this.#faults.add({ position: this.#expected, problem: `${which} missing` })
      this.#before = []
    }
    this.#expected = position + 1
    if ('unreadable' in row) {
      this.#faults.add({ position, problem: 'the event cannot be read' })
      this.#before = []
    } else {
      this.events++
      this.#before = this.#takeReadable(row)
    }
  }

  #takeReadable(row: WalkedRow): readonly Uint8Array[] {
    const { position, indexed, digest } = row
    if (row.stream === null) {
      this.#faults.add({ position, problem: 'the stream of this event is missing' })
      return [digest]
    }
    const stream = typeof row.stream === 'string' ? row.stream : Buffer.from(row.stream).toString()
    if (indexed !== undefined && indexed !== position) {
      this.#faults.add({ position, stream, problem: 'the index over streams does not lead to this event' })
    }
    return this.#judge({ ...row, stream: row.stream }, digest, stream)
  }

  /** Position of the last row. */
  get last(): number {
    return this.#expected - 1
  }

  endsWith(digest: Uint8Array): boolean {
    return this.#before.length === 0 || this.#before.some((known) => Buffer.compare(known, digest) === 0)
  }

  #judge(event: ChainedEvent, digest: Buffer, stream: string): readonly Uint8Array[] {
    if (this.#before.length === 0) return [digest]
    let right: Buffer | undefined
    for (const before of this.#before) {
      if (before.length !== genesis.length) continue
      this.#chain.reset(before)
      const computed = this.#chain.extend(event)
      if (computed.equals(digest)) return [digest]
      right ??= Buffer.from(computed)
    }
    const problem = 'the event is not what was written: its digest does not fit'
    this.#faults.add({ position: event.position, stream, problem })
    return right === undefined ? [digest] : [digest, right]
  }
}
