import { publicationIssues, type ReferencesInForce } from '@yibiao/projections'
import {
  type Issue,
  issue,
  type Message,
  type PublicationData,
  publicationKey,
  publicationKindOf,
  publicationStream,
} from '@yibiao/schemas'

/** The version that a publication carries; 0 for every other event. */
export const publishedVersion = ({ type, data }: Pick<Message, 'type' | 'data'>): number =>
  publicationKindOf(type) === undefined ? 0 : (data as PublicationData).version

/**
 * Why a publication is not recorded: what does not hold by the reference data in force, and a version that does not follow
 * the last one of its stream. The revision that the stream is appended at makes sure that nobody else was there first.
 */
export function publicationRefusal(
  message: Message,
  references: ReferencesInForce,
  latest: number,
): readonly Issue[] {
  const kind = publicationKindOf(message.type)
  if (kind === undefined) return []
  const { version: given, content } = message.data as PublicationData
  const issues = publicationIssues(message, references)
  if (given === latest + 1) return issues
  const stream = publicationStream(kind, publicationKey(kind, content))
  const params = { stream, latest, next: latest + 1, given }
  return [...issues, issue('YB_PUBLICATION_VERSION', '/data/version', params)]
}
