import type { Standing } from './codec.ts'
import type { Reader } from './read.ts'

/** The last event of an append, where the server says that it stands. */
export interface Place {
  readonly stream: string
  readonly revision: number
  /** Undefined when the server did not say. */
  readonly position: number | undefined
  /** How many events the append held. */
  readonly events: number
}

interface Waiting {
  readonly place: Place
  readonly resolve: (standing: Standing | undefined | Promise<Standing | undefined>) => void
}

/** Others' events that a read together may meet between ours before it gives up. */
const slack = 64

/**
 * Reads back what appends have left. Those that come while a read is under way are read together by the next: they
 * stand side by side at the end of the log, and one read of that part costs little more than the read of one event.
 */
export class Confirmer {
  readonly #reader: Reader
  #waiting: Waiting[] = []
  #isReading = false

  constructor(reader: Reader) {
    this.#reader = reader
  }

  confirm(place: Place): Promise<Standing | undefined> {
    return new Promise((resolve) => {
      this.#waiting.push({ place, resolve })
      if (!this.#isReading) void this.#readAll()
    })
  }

  async #readAll(): Promise<void> {
    this.#isReading = true
    while (this.#waiting.length > 0) {
      const together = this.#waiting
      this.#waiting = []
      const found = together.length > 1 ? await this.#together(together) : undefined
      const alone: Promise<unknown>[] = []
      for (const { place, resolve } of together) {
        const standing = found?.get(keyOf(place))
        // By its own stream it is found for certain.
        const read = standing ?? this.#reader.marked(place.stream, place.revision)
        resolve(read)
        if (read instanceof Promise) alone.push(read)
      }
      await Promise.allSettled(alone)
    }
    this.#isReading = false
  }

  async #together(waiting: readonly Waiting[]): Promise<ReadonlyMap<string, Standing> | undefined> {
    let first = Number.POSITIVE_INFINITY
    let limit = slack
    for (const { place } of waiting) {
      first = Math.min(first, place.position ?? first)
      limit += place.events
    }
    if (!Number.isFinite(first)) return undefined
    try {
      const events = await this.#reader.fromPosition(first, limit)
      return new Map(
        events.map(({ stream, revision, ...standing }) => [keyOf({ stream, revision }), standing]),
      )
    } catch {
      // Each is read alone then, and has its own error if there is one.
      return undefined
    }
  }
}

function keyOf({ stream, revision }: Pick<Place, 'stream' | 'revision'>): string {
  return `${revision} ${stream}`
}
