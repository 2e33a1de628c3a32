import { BroadcastChannel } from 'node:worker_threads'

/**
 * Tells everyone who has this file open in this process, in whichever thread, that the head has moved. Nobody polls.
 *
 * A reader takes `version` before it reads; finding nothing, it waits for a version other than that one. So a
 * commit between the read and the wait ends the wait at once.
 */
export class Wake {
  readonly #channel: BroadcastChannel
  readonly #waiting = new Set<() => void>()
  #version = 0

  constructor(realPath: string) {
    this.#channel = new BroadcastChannel(`yibiao/event-store/${realPath}`)
    this.#channel.onmessage = () => this.#notice()
    this.#channel.unref()
  }

  get version(): number {
    return this.#version
  }

  /** After a commit. A channel never delivers to its own sender, so this store's own readers are woken directly. */
  announce(head: number): void {
    this.#channel.postMessage(head)
    this.#notice()
  }

  /** Calls back once, when the version is or becomes another than `seen`. Returns how to stop waiting. */
  once(seen: number, callback: () => void): () => void {
    if (this.#version !== seen) {
      callback()
      return () => {}
    }
    this.#waiting.add(callback)
    // Whoever waits for events is at work: a thread that does only this must not end in the middle of it.
    if (this.#waiting.size === 1) this.#channel.ref()
    return () => this.#remove(callback)
  }

  close(): void {
    this.#notice()
    this.#channel.close()
  }

  #notice(): void {
    this.#version++
    for (const callback of this.#waiting) {
      this.#remove(callback)
      callback()
    }
  }

  #remove(callback: () => void): void {
    if (this.#waiting.delete(callback) && this.#waiting.size === 0) this.#channel.unref()
  }
}
