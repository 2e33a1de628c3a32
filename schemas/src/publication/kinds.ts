/** The kinds of reference data that are published, and where each publication belongs. */

export const publicationKinds = [
  'matrix',
  'participants',
  'catalogue',
  'process',
  'calendar',
  'delegations',
] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** What every publication carries as its data. `digest` is `contentDigest` of the content. */
export interface PublicationData {
  readonly version: number
  readonly digest: string
  readonly content: unknown
}

const kinds: ReadonlyMap<string, PublicationKind> = new Map(
  publicationKinds.map((kind) => [publicationType(kind), kind]),
)

/** The event type by which a kind is published. */
export function publicationType(kind: PublicationKind): string {
  return `yibiao.${kind}.published.v1`
}

/** The kind that an event type publishes; undefined for every other type. */
export const publicationKindOf = (type: string): PublicationKind | undefined => kinds.get(type)

/** What tells the publications of one kind apart: an item, a process, a year, a participant. Empty where there is one. */
export function publicationKey(kind: PublicationKind, content: unknown): string {
  const { code, process, year, participant } = (content ?? {}) as Readonly<Record<string, unknown>>
  const key = {
    matrix: '',
    participants: '',
    catalogue: code,
    process,
    calendar: year,
    delegations: participant,
  }
  return String(key[kind] ?? '')
}

/** The stream that holds every version of one publication, e.g. `catalogue-food-business-licence`. */
export const publicationStream = (kind: PublicationKind, key: string): string =>
  key === '' ? kind : `${kind}-${key}`
