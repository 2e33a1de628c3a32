import { BroadcastChannel } from 'node:worker_threads'

/**
 * Tells everyone who has this file open in this process, in whichever thread, that something was committed. A notice wakes
 * and carries nothing: who is woken asks the database.
 */
export class Notices {
  readonly #others: BroadcastChannel
  readonly #listeners = new Map<string, Set<() => void>>()

  /** `realPath` is the same for every connection to the file, whichever link it came by. */
  constructor(realPath: string) {
    this.#others = new BroadcastChannel(`yibiao/database/${realPath}`)
    this.#others.onmessage = (event) => this.#callBack((event as { readonly data: string }).data)
    // Listening alone is no reason to go on living: whoever waits for a notice has a time limit.
    this.#others.unref()
  }

  /** A broadcast never comes back to its sender, so the listeners of this thread are called directly. */
  tell(channel: string): void {
    this.#others.postMessage(channel)
    this.#callBack(channel)
  }

  listen(channel: string, callback: () => void): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners)
    listeners.add(callback)
    return () => void listeners.delete(callback)
  }

  close(): void {
    this.#listeners.clear()
    this.#others.close()
  }

  #callBack(channel: string): void {
    for (const callback of [...(this.#listeners.get(channel) ?? [])]) callback()
  }
}
