import {
  type AccessMatrix,
  type Catalogue,
  type CatalogueItem,
  compileCatalogue,
  compileMatrix,
  compileParticipants,
  type Participants,
  type RecordedEvent,
} from '@yibiao/schemas'

/** A process definition: what a filing of this kind consists of. */
export interface Process {
  readonly process: string
  readonly version: number
  /** The item whose grant registers the enterprise. */
  readonly registration: string
  /** Codes of the catalogue's items that may apply. */
  readonly items: readonly string[]
}

/** The reference data in force at one position, each with the version to pin. */
export interface ReferencesInForce {
  readonly matrix: AccessMatrix
  readonly participants: Participants
  readonly catalogue: Catalogue
  readonly processes: ReadonlyMap<string, Process>
  /** An item as it was published under this version: an open filing keeps the one it started with. */
  item(code: string, version: number): CatalogueItem | undefined
}

const kinds: Readonly<Record<string, string>> = {
  'yibiao.matrix.published.v1': 'matrix',
  'yibiao.participants.published.v1': 'participants',
  'yibiao.catalogue.published.v1': 'catalogue',
  'yibiao.process.published.v1': 'process',
}

/** The event types that change what is in force. */
export const isReferenceEvent = (type: string): boolean => type in kinds

interface Publication {
  readonly position: number
  readonly kind: string
  readonly key: string
  readonly content: unknown
}

/**
 * The reference data as the history published it, as of any position. Every decision, cut and deadline asks here,
 * so that a replay finds what was in force then, not what is in force now.
 */
export class References {
  readonly #publications: Publication[] = []
  readonly #inForce = new Map<number, ReferencesInForce>()
  readonly #listeners = new Set<() => void>()

  /**
   * Takes a publication, at its place whatever came before: one who reads ahead must not make another miss one. What is
   * known already is ignored, so events may be repeated.
   */
  apply(event: RecordedEvent): void {
    const kind = kinds[event.type]
    if (kind === undefined) return
    const { position } = event
    const { content } = event.data as { content: unknown }
    const place = this.#publications.findLastIndex((one) => one.position <= position)
    if (this.#publications[place]?.position === position) return
    this.#publications.splice(place + 1, 0, { position, kind, key: keyOf(kind, content), content })
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

  /** What is in force now. Throws when nothing has been published yet. */
  current(): ReferencesInForce {
    return this.#upTo(this.#publications.length)
  }

  /** What was in force for an event at this position. */
  at(position: number): ReferencesInForce {
    let count = this.#publications.length
    while (count > 0 && (this.#publications[count - 1] as Publication).position > position) count -= 1
    return this.#upTo(count)
  }

  #upTo(count: number): ReferencesInForce {
    const known = this.#inForce.get(count)
    if (known) return known
    const latest = new Map<string, Publication>()
    for (const one of this.#publications.slice(0, count)) latest.set(`${one.kind} ${one.key}`, one)
    const contents = (kind: string) =>
      [...latest.values()].filter((one) => one.kind === kind).map((one) => one.content)
    const [matrix] = contents('matrix')
    const [participants] = contents('participants')
    if (matrix === undefined || participants === undefined)
      throw new Error('no reference data has been published yet')
    const items = new Map<string, CatalogueItem>()
    for (const { kind, content } of this.#publications.slice(0, count)) {
      const item = content as CatalogueItem
      if (kind === 'catalogue') items.set(`${item.code} ${item.version}`, item)
    }
    const inForce: ReferencesInForce = {
      matrix: compileMatrix(matrix as Parameters<typeof compileMatrix>[0]),
      participants: compileParticipants(participants as Parameters<typeof compileParticipants>[0]),
      catalogue: compileCatalogue(contents('catalogue') as CatalogueItem[]),
      processes: new Map((contents('process') as Process[]).map((one) => [one.process, one])),
      item: (code, version) => items.get(`${code} ${version}`),
    }
    this.#inForce.set(count, inForce)
    return inForce
  }
}

function keyOf(kind: string, content: unknown): string {
  const { code, process } = content as { code?: string; process?: string }
  return kind === 'catalogue' ? (code ?? '') : kind === 'process' ? (process ?? '') : ''
}
