import { BroadcastChannel } from 'node:worker_threads'
import { Watchers } from './watchers.ts'

/** A consumer, as the other members of its group know it, in whatever thread they are. */
export interface Member {
  readonly id: string
  readonly group: string
  readonly topics: readonly string[]
}

/** What the buses of one folder tell each other. */
export type Signal =
  /** Messages were committed to these lanes. Sent after the commit, so that who hears it finds them. */
  | { readonly kind: 'appended'; readonly lanes: readonly number[] }
  | { readonly kind: 'joined'; readonly member: Member }
  /** The answer to `joined`, from each member that was there before. */
  | { readonly kind: 'present'; readonly member: Member }
  | { readonly kind: 'left'; readonly member: Member }

/**
 * Carries signals to all buses on one folder: directly within this bus, through a broadcast channel to the others,
 * most of them in other threads. A signal is sent once and never lost while both ends are open.
 */
export class Signals {
  readonly #channel: BroadcastChannel
  readonly #listeners = new Set<(signal: Signal, remote: boolean) => void>()
  readonly #lanes = new Watchers<number>()
  #reasonsToLive = 0

  constructor(identity: string) {
    this.#channel = new BroadcastChannel(`yibiao-message-bus:${identity}`)
    this.#channel.onmessage = (event) => this.#dispatch((event as { data: Signal }).data, true)
    this.#channel.unref()
  }

  send(signal: Signal): void {
    this.#channel.postMessage(signal)
    this.#dispatch(signal, false)
  }

  /** Calls back with every signal about groups, and whether another bus sent it. */
  listen(listener: (signal: Signal, remote: boolean) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back whenever messages were appended to the lane, by whichever bus. */
  watchLane(lane: number, callback: () => void): () => void {
    return this.#lanes.add(lane, callback)
  }

  /** Keeps the thread alive until the returned function is called: a consumer waits for messages, so it has work. */
  keepAlive(): () => void {
    if (this.#reasonsToLive++ === 0) this.#channel.ref()
    let alive = true
    return () => {
      if (alive && --this.#reasonsToLive === 0) this.#channel.unref()
      alive = false
    }
  }

  close(): void {
    this.#listeners.clear()
    this.#lanes.clear()
    this.#channel.close()
  }

  #dispatch(signal: Signal, remote: boolean): void {
    if (signal.kind !== 'appended') {
      for (const listener of this.#listeners) listener(signal, remote)
      return
    }
    for (const lane of signal.lanes) this.#lanes.call(lane)
  }
}
