import { BroadcastChannel } from 'node:worker_threads'

/** What stores over one file say to each other: the new head, or that one of them cannot get at the write lock. */
type Message = { readonly head: number } | { readonly lock: 'wanted' }

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
  #lockWanted = false

  constructor(realPath: string) {
    this.#channel = new BroadcastChannel(`yibiao/event-store/${realPath}`)
    this.#channel.onmessage = (event) => {
      const message = (event as { readonly data: Message }).data
      if ('head' in message) this.#notice()
      else this.#lockWanted = true
    }
    this.#channel.unref()
  }

  get version(): number {
    return this.#version
  }

  /** After a commit. A channel never delivers to its own sender, so this store's own readers are woken directly. */
  announce(head: number): void {
    this.#say({ head })
    this.#notice()
  }

  /** Asks the others to leave the write lock free for a moment. */
  askForLock(): void {
    this.#say({ lock: 'wanted' })
  }

  /** Whether another has asked for the lock since the last call. */
  lockIsWanted(): boolean {
    const wanted = this.#lockWanted
    this.#lockWanted = false
    return wanted
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

  #say(message: Message): void {
    this.#channel.postMessage(message)
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
