import { publicationIssues, type ReferencesInForce } from '@yibiao/projections'
import {
  type Issue,
  issue,
  type Message,
  type ProcessContent,
  type PublicationData,
  publicationKey,
  publicationKindOf,
  publicationStream,
  reasonedIssue,
} from '@yibiao/schemas'
import { rules } from '../domain/rules/index.ts'

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
  const issues = [...publicationIssues(message, references), ...ruleless(message)]
  if (given === latest + 1) return issues
  const stream = publicationStream(kind, publicationKey(kind, content))
  const params = { stream, latest, next: latest + 1, given }
  return [...issues, issue('YB_PUBLICATION_VERSION', '/data/version', params)]
}

/** A process that names a rule which nobody can ask would admit nobody. */
function ruleless({ type, data }: Message): Issue[] {
  if (type !== 'yibiao.process.published.v1') return []
  const named = ((data as PublicationData).content as ProcessContent).rules ?? []
  return named.flatMap((rule, index) =>
    rules.has(rule)
      ? []
      : [
          reasonedIssue('YB_PUBLICATION', `/data/content/rules/${index}`, {
            zh: `没有规则 ${rule}，可用：${[...rules.keys()].join('、')}。`,
            en: `There is no rule ${rule}; there are: ${[...rules.keys()].join(', ')}.`,
          }),
        ],
  )
}
