import type { Chain } from '../chain/chain.ts'
import { type Append, type AppendOutcome, anyRevision, type EventToAppend } from '../event-store.ts'
import type { StreamState } from '../stream-cache.ts'

/** A stream as this transaction leaves it. `id` 0: it does not exist yet. */
interface Touched {
  id: number
  revision: number
  /** Its revision before this transaction. */
  readonly stored: number
  made: boolean
  /** What this transaction adds, from revision `stored + 1`. */
  readonly added: { readonly position: number; readonly event: EventToAppend }[]
}

/** An event to be stored, with all that its row says. */
export interface NewRow extends EventToAppend {
  readonly position: number
  readonly streamId: number
  readonly revision: number
  readonly digest: Buffer
}

/** An event that may be stored already: the question to the server whether it is. */
export interface Compared extends EventToAppend {
  /** Number of the question. */
  readonly place: number
  readonly streamId: number
  readonly revision: number
}

interface Doubtful {
  readonly stream: Touched
  readonly expected: number
  readonly actual: number
  readonly events: readonly EventToAppend[]
  /** The questions about those of its events that were stored before this transaction. */
  readonly places: readonly number[]
  /** Position of the last of them when that was added by this transaction, and all of these are equal. */
  readonly added: { readonly equal: boolean; readonly position: number | undefined }
}

export interface HeadState {
  readonly head: number
  readonly streams: number
}

/**
 * Decides a group of appends over the streams' revisions, which nobody else can change meanwhile: what is stored, and which
 * events have to be compared before the answers are known. Revisions do not depend on those answers, for an append that is
 * not at its stream's end stores nothing either way.
 */
export class Plan {
  readonly rows: NewRow[] = []
  readonly compared: Compared[] = []
  /** The head before and after. */
  readonly before: number
  position: number
  streams: number
  readonly #chain: Chain
  readonly #known: (name: string) => StreamState | undefined
  readonly #touched = new Map<string, Touched>()
  readonly #answers: (AppendOutcome | Doubtful)[]

  constructor(
    appends: readonly Append[],
    head: HeadState,
    chain: Chain,
    known: (name: string) => StreamState | undefined,
  ) {
    this.before = head.head
    this.position = head.head
    this.streams = head.streams
    this.#chain = chain
    this.#known = known
    this.#answers = appends.map((append) => this.#decide(append))
  }

  /** True when every append is stored and no answer depends on more than the revisions. */
  get isPlain(): boolean {
    return this.#answers.every((answer) => 'status' in answer && answer.status === 'appended')
  }

  /** Streams that are new, and those that have grown. */
  written(): readonly { readonly name: string; readonly state: StreamState; readonly made: boolean }[] {
    return [...this.#touched]
      .filter(([, { added }]) => added.length > 0)
      .map(([name, { id, revision, made }]) => ({ name, state: { id, revision }, made }))
  }

  /** The outcomes, given the position of each compared event that is equal, by its place. */
  outcomes(equal: ReadonlyMap<number, number>): readonly AppendOutcome[] {
    return this.#answers.map((answer) => ('status' in answer ? answer : settle(answer, equal)))
  }

  #decide({ stream: name, expectedRevision, events }: Append): AppendOutcome | Doubtful {
    const stream = this.#touch(name)
    if (expectedRevision !== anyRevision && expectedRevision !== stream.revision) {
      if (expectedRevision + events.length > stream.revision) {
        return { status: 'conflict', actualRevision: stream.revision }
      }
      return this.#doubt(stream, expectedRevision, events)
    }
    if (stream.id === 0) {
      stream.id = ++this.streams
      stream.made = true
    }
    const firstRevision = stream.revision + 1
    for (const event of events) this.#add(name, stream, event)
    return {
      status: 'appended',
      firstRevision,
      lastRevision: stream.revision,
      position: this.position,
      repeated: false,
    }
  }

  #add(name: string, stream: Touched, event: EventToAppend): void {
    const { id, type, data } = event
    const position = ++this.position
    const revision = ++stream.revision
    // The digest is a view that the next one overwrites.
    const digest = Buffer.from(this.#chain.extend({ position, revision, stream: name, id, type, data }))
    stream.added.push({ position, event })
    this.rows.push({ position, streamId: stream.id, revision, id, type, data, digest })
  }

  #doubt(stream: Touched, expected: number, events: readonly EventToAppend[]): Doubtful {
    const places: number[] = []
    let [equal, position]: [boolean, number | undefined] = [true, undefined]
    for (const [index, event] of events.entries()) {
      const revision = expected + index + 1
      if (revision <= stream.stored) {
        const place = this.compared.length
        places.push(place)
        this.compared.push({ ...event, place, streamId: stream.id, revision })
        continue
      }
      const added = stream.added[revision - stream.stored - 1]
      equal &&= added !== undefined && isEqual(added.event, event)
      position = added?.position
    }
    return { stream, expected, actual: stream.revision, events, places, added: { equal, position } }
  }

  #touch(name: string): Touched {
    const before = this.#touched.get(name)
    if (before !== undefined) return before
    const { id, revision } = this.#known(name) ?? { id: 0, revision: 0 }
    const touched = { id, revision, stored: revision, made: false, added: [] }
    this.#touched.set(name, touched)
    return touched
  }
}

function settle(doubtful: Doubtful, equal: ReadonlyMap<number, number>): AppendOutcome {
  const { expected, actual, events, places, added } = doubtful
  const last = places.at(-1)
  const position = added.position ?? (last === undefined ? undefined : equal.get(last))
  if (!added.equal || position === undefined || places.some((place) => !equal.has(place))) {
    return { status: 'conflict', actualRevision: actual }
  }
  const [firstRevision, lastRevision] = [expected + 1, expected + events.length]
  return { status: 'appended', firstRevision, lastRevision, position, repeated: true }
}

function isEqual(one: EventToAppend, other: EventToAppend): boolean {
  return one.id === other.id && one.type === other.type && Buffer.compare(one.data, other.data) === 0
}
