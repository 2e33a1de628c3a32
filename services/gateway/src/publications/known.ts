import type { Published, References } from '@yibiao/projections'
import { contentDigest, type PublicationKind } from '@yibiao/schemas'
import { type AsOf, wasKnown } from '../records/as-of.ts'

interface Numbered {
  readonly version: number
}

/** What had been published of a kind, the first one first; without `asOf` up to now. */
export function knownOf<Content extends Numbered>(
  references: References,
  kind: PublicationKind,
  asOf?: AsOf,
): readonly Published<Content>[] {
  const all = references.published<Content>(kind)
  if (asOf === undefined) return all
  return all.filter(({ position, recorded }) =>
    wasKnown({ position, recordedtime: new Date(recorded).toISOString() }, asOf),
  )
}

/** The latest of each, by key. */
export function latestOf<Content>(known: readonly Published<Content>[]): readonly Published<Content>[] {
  const latest = new Map(known.map((one) => [one.key, one]))
  return [...latest.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** A publication without its content, as an answer says it. */
export const labelOf = ({ key, content, position, recorded }: Published<Numbered>) => ({
  key,
  version: content.version,
  digest: contentDigest(content),
  position,
  recordedAt: new Date(recorded).toISOString(),
})

/** A publication as an answer says it. */
export const publicationOf = (one: Published<Numbered>) => ({ ...labelOf(one), content: one.content })
