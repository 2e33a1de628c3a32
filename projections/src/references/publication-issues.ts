import {
  type CalendarYear,
  type CatalogueItem,
  calendarIssues,
  contentDigest,
  type DelegationsContent,
  delegationIssues,
  type Issue,
  itemIssues,
  type MatrixContent,
  matrixProblems,
  type ParticipantsContent,
  type ProcessContent,
  type PublicationData,
  type PublicationKind,
  participantsProblems,
  processIssues,
  publicationKindOf,
  reasonedIssue,
} from '@yibiao/schemas'
import type { ReferencesInForce } from './references.ts'

/** Participants that are ours: without them nobody could file, operate or keep time. */
const ours = ['PAB', 'OPERATOR', 'CLOCK'] as const

/**
 * What is wrong with reference data that an operator publishes, by what is in force before it. Everything is decided by it
 * once it is recorded, so what does not hold as a whole (a circle of items, a promise longer than allowed, a day that is no
 * day of the year, another digest than the content's) is refused before. The data MUST fit its schema; which version comes
 * next is for whoever holds the stream to say. Pointers begin with `/data`.
 */
export function publicationIssues(
  { type, data }: { readonly type: string; readonly data: unknown },
  references: ReferencesInForce,
): Issue[] {
  const kind = publicationKindOf(type)
  if (kind === undefined) return []
  const publication = data as PublicationData
  const inContent = contentIssues(kind, publication.content, references)
  return [
    ...labelIssues(publication),
    ...inContent.map((one) => ({ ...one, pointer: `/data/content${one.pointer}` })),
  ]
}

/** Version and digest are what decisions and cuts are pinned to, so they must be the content's own. */
function labelIssues({ version, digest, content }: PublicationData): Issue[] {
  const issues: Issue[] = []
  if (version !== (content as { readonly version?: unknown }).version)
    issues.push(
      reasonedIssue('YB_PUBLICATION', '/data/version', {
        zh: '版本与内容中的 version 不同，请改为一致。',
        en: 'It differs from the version in the content; make them equal.',
      }),
    )
  if (digest !== contentDigest(content))
    issues.push(
      reasonedIssue('YB_PUBLICATION', '/data/digest', {
        zh: '摘要与内容不符，请按内容（RFC 8785）重新计算 SHA-256。',
        en: 'It is not the digest of the content; take SHA-256 over its canonical form (RFC 8785).',
      }),
    )
  return issues
}

function contentIssues(
  kind: PublicationKind,
  content: unknown,
  { catalogue, participants }: ReferencesInForce,
): readonly Issue[] {
  switch (kind) {
    case 'matrix':
      return matrixProblems(content as MatrixContent).map(asIssue)
    case 'participants':
      return participantIssues(content as ParticipantsContent)
    case 'catalogue':
      return itemIssues(content as CatalogueItem, catalogue.items)
    case 'process':
      return processIssues(content as ProcessContent, catalogue.byCode)
    case 'calendar':
      return calendarIssues(content as CalendarYear)
    case 'delegations':
      return delegationIssues(content as DelegationsContent, catalogue.byCode, participants)
  }
}

function participantIssues(content: ParticipantsContent): Issue[] {
  const kept = new Set(content.participants.filter((one) => one.ours === true).map(({ code }) => code))
  const missing = ours.filter((code) => !kept.has(code))
  return [
    ...participantsProblems(content),
    ...missing.map((code) => `${code}: is missing; it is one of the exchange's own`),
  ].map(asIssue)
}

/** These reasons name columns and paths; they are the contracts' own, in English. */
const asIssue = (reason: string): Issue =>
  reasonedIssue('YB_PUBLICATION', '', { zh: `发布的内容不成立：${reason}`, en: reason })
