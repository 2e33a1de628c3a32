import type { EventStore } from '@yibiao/event-store'

/** The same store, which counts the events that were read, and those of them that came in the order of all. */
export function countingStore(real: EventStore): {
  readonly store: EventStore
  read: number
  passed: number
} {
  const counting = { store: real, read: 0, passed: 0 }
  const store: EventStore = {
    capabilities: real.capabilities,
    append: (appends) => real.append(appends),
    readStream: async (stream, options) => {
      const events = await real.readStream(stream, options)
      counting.read += events.length
      return events
    },
    readAll: async (options) => {
      const events = await real.readAll(options)
      counting.read += events.length
      counting.passed += events.length
      return events
    },
    subscribe: (options) => real.subscribe(options),
    head: () => real.head(),
    verify: (onProgress) => real.verify(onProgress),
    close: () => real.close(),
  }
  return Object.assign(counting, { store })
}
