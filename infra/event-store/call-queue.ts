import type { Append, AppendOutcome } from './event-store.ts'

/** Bounds of one group, so that nobody waits for long. A single call is never split and may exceed them. */
export const maxGroupEvents = 4_096
export const maxGroupBytes = 8_388_608

/** A call of `append` that waits for its answer. */
export interface Call {
  readonly appends: readonly Append[]
  readonly events: number
  readonly bytes: number
  readonly resolve: (outcomes: readonly AppendOutcome[]) => void
  readonly reject: (error: unknown) => void
}

/** Calls of `append` that wait to share a transaction, in the order in which they came. */
export class CallQueue {
  readonly #calls: Call[] = []

  get isEmpty(): boolean {
    return this.#calls.length === 0
  }

  /** `onWaiting` is called when the call stands in the queue. */
  add(appends: readonly Append[], onWaiting: () => void): Promise<readonly AppendOutcome[]> {
    return new Promise((resolve, reject) => {
      const [events, bytes] = sizeOf(appends)
      this.#calls.push({ appends, events, bytes, resolve, reject })
      onWaiting()
    })
  }

  takeGroup(): readonly Call[] {
    let [events, bytes, size] = [0, 0, 0]
    for (const call of this.#calls) {
      events += call.events
      bytes += call.bytes
      if (size > 0 && (events > maxGroupEvents || bytes > maxGroupBytes)) break
      size++
    }
    return this.#calls.splice(0, size)
  }

  /** Puts a group that could not be stored yet before all others. */
  putBack(group: readonly Call[]): void {
    this.#calls.unshift(...group)
  }
}

export const appendsOf = (group: readonly Call[]): readonly Append[] => group.flatMap((call) => call.appends)

/** Gives each call of a group its part of the outcomes. */
export function answer(group: readonly Call[], outcomes: readonly AppendOutcome[]): void {
  let start = 0
  for (const call of group) {
    const end = start + call.appends.length
    call.resolve(group.length === 1 ? outcomes : outcomes.slice(start, end))
    start = end
  }
}

function sizeOf(appends: readonly Append[]): readonly [events: number, bytes: number] {
  let [events, bytes] = [0, 0]
  for (const append of appends) {
    events += append.events.length
    for (const event of append.events) bytes += event.data.byteLength
  }
  return [events, bytes]
}
