import type { BusMessage } from '../message-bus.ts'
import type { Lane } from './lane.ts'
import { maxReadBytes } from './read.ts'

export interface BatchRequest {
  readonly size: number
  /** Told of a lane that could not be read. The others are read all the same. */
  readonly onFault: (error: unknown) => void
}

/**
 * Fills batches from many lanes in turn. Each lane that has something waiting gets an equal part of a batch; what one
 * leaves goes to the others. A batch begins behind the lane that the one before ended with, so none starves even
 * where the lanes outnumber the batch.
 */
export class Rotation {
  #lanes: Lane[] = []

  add(lane: Lane): void {
    this.#lanes.push(lane)
  }

  remove(lane: Lane): void {
    this.#lanes = this.#lanes.filter((other) => other !== lane)
  }

  /** As full as what waits allows; empty when nothing does. */
  async fill({ size, onFault }: BatchRequest): Promise<BusMessage[]> {
    const batch: BusMessage[] = []
    let bytes = 0
    let waiting = this.#lanes.filter((lane) => lane.ready)
    let last: Lane | undefined
    while (waiting.length > 0 && batch.length < size && bytes < maxReadBytes) {
      const part = Math.max(1, Math.floor((size - batch.length) / waiting.length))
      const more: Lane[] = []
      for (const lane of waiting) {
        if (batch.length >= size || bytes >= maxReadBytes) break
        let taken: readonly BusMessage[] = []
        try {
          taken = await lane.take(Math.min(part, size - batch.length))
        } catch (error) {
          onFault(error)
          continue
        }
        for (const message of taken) {
          batch.push(message)
          bytes += message.value.byteLength
        }
        if (taken.length > 0) last = lane
        if (lane.ready) more.push(lane)
      }
      waiting = more
    }
    if (last !== undefined) this.#beginBehind(last)
    return batch
  }

  #beginBehind(lane: Lane): void {
    const at = this.#lanes.indexOf(lane) + 1
    this.#lanes = [...this.#lanes.slice(at), ...this.#lanes.slice(0, at)]
  }
}
