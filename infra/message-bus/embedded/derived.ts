import { BusError } from '../errors.ts'
import type { DerivedTopic } from '../message-bus.ts'
import { usage } from '../usage.ts'
import type { TopicSource } from './source.ts'

/** The topics this bus computes. They belong to the bus object: a thread that reads one derives it itself. */
export class DerivedTopics {
  readonly #sources = new Map<string, TopicSource>()

  add(topic: string, derived: DerivedTopic): void {
    if (this.#sources.has(topic)) throw usage('topic', `"${topic}" is derived already`)
    this.#sources.set(topic, derivedSource(topic, derived))
  }

  find(topic: string): TopicSource | undefined {
    return this.#sources.get(topic)
  }
}

function derivedSource(name: string, derived: DerivedTopic): TopicSource {
  return {
    name,
    partitions: 1,
    isDerived: true,
    async read(_partition, from, limit) {
      const given = await computed(name, () => derived.read(from, limit))
      const last = given.at(-1)
      if (last === undefined) return { messages: [], more: false }
      const messages = given.map(({ offset, time, key, value, headers }) => {
        return { topic: name, partition: 0, offset, time, key, value, headers }
      })
      // It may have given less than there is, as every source may.
      return { messages, more: last.offset + 1 < (await computed(name, () => derived.latest())) }
    },
    bounds: async () => ({ earliest: 0, latest: await computed(name, () => derived.latest()) }),
    onMore: (_partition, callback) => derived.onMore(callback),
  }
}

async function computed<T>(name: string, compute: () => Promise<T>): Promise<T> {
  try {
    return await compute()
  } catch (error) {
    if (error instanceof BusError) throw error
    throw new BusError('YB_BUS_UNAVAILABLE', `the derived topic "${name}" cannot be read`, { cause: error })
  }
}
