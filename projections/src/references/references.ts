import {
  type AccessMatrix,
  type CalendarYear,
  type Catalogue,
  type CatalogueItem,
  compileCatalogue,
  compileMatrix,
  compileParticipants,
  type DelegationsContent,
  type Participants,
  type ProcessContent,
  type PublicationKind,
  publicationKey,
  publicationKindOf,
  type RecordedEvent,
  WorkingCalendar,
} from '@yibiao/schemas'

/** A process definition: what a filing of this kind consists of. */
export type Process = ProcessContent

/** The working-day calendar as it was from one publication to the next. */
export interface CalendarInForce {
  readonly calendar: WorkingCalendar
  /** When the publication that made it was recorded, epoch milliseconds. */
  readonly since: number
}

/** The reference data in force at one position, each with the version to pin. */
export interface ReferencesInForce {
  readonly matrix: AccessMatrix
  readonly participants: Participants
  /** The latest version of every item: what a new filing is routed by. */
  readonly catalogue: Catalogue
  /** The latest version of every process. */
  readonly processes: ReadonlyMap<string, Process>
  /** The working-day calendar of the latest version of every published year. */
  readonly calendar: WorkingCalendar
  /** Every calendar that was ever in force, the first one first: a clock that runs is recomputed step by step. */
  readonly calendars: readonly CalendarInForce[]
  /** An item as it was published under this version: an open filing keeps the one it started with. */
  item(code: string, version: number): CatalogueItem | undefined
  /** A process as it was published under this version. */
  process(code: string, version: number): Process | undefined
  /** By participant, the latest list of who decides what; one that is not there has handed on nothing. */
  readonly delegations: ReadonlyMap<string, DelegationsContent>
}

/** The event types that change what is in force. */
export const isReferenceEvent = (type: string): boolean => publicationKindOf(type) !== undefined

/** One publication, at its place in the history. */
export interface Published<Content = unknown> {
  readonly position: number
  /** When it was recorded, epoch milliseconds. */
  readonly recorded: number
  readonly kind: PublicationKind
  /** What tells it apart from others of its kind: an item, a year, a process, a participant. */
  readonly key: string
  readonly content: Content
}

/**
 * The reference data as the history published it, as of any position. Every decision, cut and deadline asks here,
 * so that a replay finds what was in force then, not what is in force now.
 */
export class References {
  readonly #publications: Published[] = []
  readonly #inForce = new Map<number, ReferencesInForce>()
  readonly #listeners = new Set<() => void>()

  /**
   * Takes a publication, at its place whatever came before: one who reads ahead must not make another miss one. What is
   * known already is ignored, so events may be repeated.
   */
  apply(event: RecordedEvent): void {
    const kind = publicationKindOf(event.type)
    if (kind === undefined) return
    const { position } = event
    const recorded = Date.parse(event.recordedtime)
    const { content } = event.data as { content: unknown }
    const place = this.#publications.findLastIndex((one) => one.position <= position)
    if (this.#publications[place]?.position === position) return
    this.#publications.splice(place + 1, 0, {
      position,
      recorded,
      kind,
      key: publicationKey(kind, content),
      content,
    })
    for (const count of this.#inForce.keys()) if (count > place) this.#inForce.delete(count)
    for (const listener of this.#listeners) listener()
  }

  /** Calls back after every publication that was not known before. Returns the way to stop. */
  onPublished(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Position of the last publication known, 0 when there is none. */
  get position(): number {
    return this.#publications.at(-1)?.position ?? 0
  }

  /** Every publication of a kind, the first one first. */
  published<Content>(kind: PublicationKind): readonly Published<Content>[] {
    return this.#publications.filter((one): one is Published<Content> => one.kind === kind)
  }

  /** What is in force now. Throws when nothing has been published yet. */
  current(): ReferencesInForce {
    return this.#upTo(this.#publications.length)
  }

  /** What was in force for an event at this position. */
  at(position: number): ReferencesInForce {
    let count = this.#publications.length
    while (count > 0 && (this.#publications[count - 1] as Published).position > position) count -= 1
    return this.#upTo(count)
  }

  #upTo(count: number): ReferencesInForce {
    const known = this.#inForce.get(count)
    if (known) return known
    const published = this.#publications.slice(0, count)
    const latest = new Map<string, Published>()
    for (const one of published) latest.set(`${one.kind} ${one.key}`, one)
    const contents = (kind: PublicationKind) =>
      [...latest.values()].filter((one) => one.kind === kind).map((one) => one.content)
    const [matrix] = contents('matrix')
    const [participants] = contents('participants')
    if (matrix === undefined || participants === undefined)
      throw new Error('no reference data has been published yet')
    const calendars = calendarsOf(published)
    const items = versionsOf<CatalogueItem>(published, 'catalogue')
    const processes = versionsOf<Process>(published, 'process')
    const inForce: ReferencesInForce = {
      matrix: compileMatrix(matrix as Parameters<typeof compileMatrix>[0]),
      participants: compileParticipants(participants as Parameters<typeof compileParticipants>[0]),
      catalogue: compileCatalogue(contents('catalogue') as CatalogueItem[]),
      processes: new Map((contents('process') as Process[]).map((one) => [one.process, one])),
      calendar: calendars.at(-1)?.calendar ?? unpublished,
      calendars,
      item: (code, version) => items.get(`${code} ${version}`),
      process: (code, version) => processes.get(`${code} ${version}`),
      delegations: new Map(
        (contents('delegations') as DelegationsContent[]).map((one) => [one.participant, one]),
      ),
    }
    this.#inForce.set(count, inForce)
    return inForce
  }
}

/** Before any year is published every term is undetermined. */
const unpublished = new WorkingCalendar([])

/** The calendar after each publication of a year. Those recorded at one instant, as at the first start, make one. */
function calendarsOf(publications: readonly Published[]): CalendarInForce[] {
  const years = new Map<string, CalendarYear>()
  const calendars: CalendarInForce[] = []
  const published = publications.filter((one) => one.kind === 'calendar')
  for (const [index, { key, content, recorded }] of published.entries()) {
    years.set(key, content as CalendarYear)
    if (published[index + 1]?.recorded === recorded) continue
    calendars.push({ calendar: new WorkingCalendar([...years.values()]), since: recorded })
  }
  return calendars
}

function versionsOf<Content extends { readonly version: number }>(
  publications: readonly Published[],
  kind: PublicationKind,
): ReadonlyMap<string, Content> {
  return new Map(
    publications
      .filter((one) => one.kind === kind)
      .map((one) => [`${one.key} ${(one.content as Content).version}`, one.content as Content]),
  )
}
