/** Callbacks by key. */
export class Watchers<Key, Arguments extends readonly unknown[] = []> {
  readonly #byKey = new Map<Key, Set<(...args: Arguments) => void>>()

  /** Returns the way to unsubscribe. */
  add(key: Key, callback: (...args: Arguments) => void): () => void {
    const callbacks = this.#byKey.get(key) ?? new Set()
    callbacks.add(callback)
    this.#byKey.set(key, callbacks)
    return () => {
      callbacks.delete(callback)
      if (callbacks.size === 0 && this.#byKey.get(key) === callbacks) this.#byKey.delete(key)
    }
  }

  call(key: Key, ...args: Arguments): void {
    const callbacks = this.#byKey.get(key)
    // A copy, since a callback may unsubscribe.
    if (callbacks !== undefined) for (const callback of [...callbacks]) callback(...args)
  }

  clear(): void {
    this.#byKey.clear()
  }
}
