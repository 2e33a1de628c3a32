import type { BusMessage } from '../message-bus.ts'
import type { Lane } from './lane.ts'

/** A batch ends behind the message with which it passes this many bytes of values. */
export const maxBatchBytes = 32 * 1024 * 1024

/**
 * Fills batches from many lanes in turn: each that has something waiting gets an equal part, and what one leaves goes to
 * the others. A batch begins behind the lane that the one before ended with, so none starves.
 */
export class Rotation {
  #lanes: Lane[] = []

  set(lanes: Iterable<Lane>): void {
    const present = new Set(lanes)
    const kept = this.#lanes.filter((lane) => present.has(lane))
    this.#lanes = [...kept, ...[...present].filter((lane) => !kept.includes(lane))]
  }

  /** As full as what was fetched allows; empty when nothing waits. */
  fill(size: number): BusMessage[] {
    const batch: BusMessage[] = []
    let bytes = 0
    let last: Lane | undefined
    for (let waiting = this.#ready(); waiting.length > 0; waiting = this.#ready()) {
      const part = Math.max(1, Math.floor((size - batch.length) / waiting.length))
      for (const lane of waiting) {
        if (batch.length >= size || bytes >= maxBatchBytes) return this.#end(batch, last)
        for (const message of lane.take(Math.min(part, size - batch.length))) {
          batch.push(message)
          bytes += message.value.byteLength
        }
        last = lane
      }
    }
    return this.#end(batch, last)
  }

  #ready(): Lane[] {
    return this.#lanes.filter((lane) => lane.ready)
  }

  #end(batch: BusMessage[], last: Lane | undefined): BusMessage[] {
    if (last === undefined) return batch
    const at = this.#lanes.indexOf(last) + 1
    this.#lanes = [...this.#lanes.slice(at), ...this.#lanes.slice(0, at)]
    return batch
  }
}
