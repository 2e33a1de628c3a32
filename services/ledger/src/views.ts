import { type EventStore, readRevisions, type StoredEvent } from '@yibiao/event-store'
import {
  decodeForOneForm,
  evolveOneForm,
  initialOneForm,
  type OneFormView,
  type References,
} from '@yibiao/projections'
import { recordOfStream } from '@yibiao/schemas'
import { Cache } from './cache.ts'

/**
 * The values of records whose messages ask for them. They are kept as text, outside of the heap: a tenth of what a view
 * takes, and read again faster than a record's events. A text may be behind; what is missing is folded from the stream.
 */
export class Views {
  readonly #store: EventStore
  readonly #evolve: ReturnType<typeof evolveOneForm>
  readonly #texts: Cache<Buffer>

  /** `size`: records kept, some ten kilobytes each. */
  constructor(store: EventStore, references: References, size: number) {
    this.#store = store
    this.#evolve = evolveOneForm(references)
    this.#texts = new Cache(size)
  }

  /** The view of a record's stream at a revision. */
  async at(stream: string, revision: number): Promise<OneFormView> {
    const text = this.#texts.get(stream)
    const kept = text === undefined ? undefined : (JSON.parse(text.toString('utf8')) as OneFormView)
    let view =
      kept !== undefined && kept.revision <= revision ? kept : initialOneForm(recordOfStream(stream) ?? '')
    for (const stored of await readRevisions(this.#store, stream, view.revision + 1, revision))
      view = this.after(view, stored)
    return view
  }

  /** The view after one more event. */
  after(view: OneFormView, event: StoredEvent): OneFormView {
    return this.#evolve(view, decodeForOneForm(event))
  }

  /** Keeps a view whose events are stored. */
  keep(stream: string, view: OneFormView): void {
    this.#texts.set(stream, Buffer.from(JSON.stringify(view)))
  }
}
