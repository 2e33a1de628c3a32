import type { ReferencesInForce } from '@yibiao/projections'
import {
  type CatalogueItem,
  catalogueProblems,
  contentDigest,
  type Issue,
  isLifeProcess,
  type MatrixContent,
  type Message,
  matrixProblems,
  type ParticipantsContent,
  type ProcessContent,
  participantsProblems,
  processProblems,
  reasonedIssue,
} from '@yibiao/schemas'
import { rules } from '../domain/rules/index.ts'

interface Publication {
  readonly version: number
  readonly digest: string
  readonly content: unknown
}

/** Participants that are ours: without them nobody could file, operate or keep time. */
const ours = ['PAB', 'OPERATOR', 'CLOCK'] as const

/**
 * What is wrong with reference data that an operator publishes. Everything is decided by it once it is recorded, so what
 * does not hold as a whole (a circle of items, a field without a writer, another digest than the content's) is refused
 * before.
 */
export function publicationIssues(message: Message, references: ReferencesInForce): Issue[] {
  if (!message.type.endsWith('.published.v1')) return []
  const publication = message.data as Publication
  const wrong = problemsOf(message.type, publication, references)
  return [
    ...labelIssues(publication),
    ...wrong.map((reason) =>
      // The reasons name items, columns and paths; they are the contracts' own, in English.
      reasonedIssue('YB_CONFIGURATION', '/data/content', { zh: `发布的内容不成立：${reason}`, en: reason }),
    ),
  ]
}

/** Version and digest are what decisions and cuts are pinned to, so they must be the content's own. */
function labelIssues({ version, digest, content }: Publication): Issue[] {
  const issues: Issue[] = []
  if (version !== (content as { readonly version?: unknown }).version)
    issues.push(
      reasonedIssue('YB_CONFIGURATION', '/data/version', {
        zh: '版本与内容中的 version 不同，请改为一致。',
        en: 'It differs from the version in the content; make them equal.',
      }),
    )
  if (digest !== contentDigest(content))
    issues.push(
      reasonedIssue('YB_CONFIGURATION', '/data/digest', {
        zh: '摘要与内容不符，请按内容（RFC 8785）重新计算 SHA-256。',
        en: 'It is not the digest of the content; take SHA-256 over its canonical form (RFC 8785).',
      }),
    )
  return issues
}

function problemsOf(
  type: string,
  { content }: Publication,
  { catalogue }: ReferencesInForce,
): readonly string[] {
  switch (type) {
    case 'yibiao.matrix.published.v1':
      return matrixProblems(content as MatrixContent)
    case 'yibiao.participants.published.v1': {
      const { participants } = content as ParticipantsContent
      const kept = new Set(participants.filter((one) => one.ours === true).map(({ code }) => code))
      const missing = ours.filter((code) => !kept.has(code))
      return [
        ...participantsProblems(content as ParticipantsContent),
        ...missing.map((code) => `${code}: is missing; it is one of the exchange's own`),
      ]
    }
    case 'yibiao.catalogue.published.v1': {
      const item = content as CatalogueItem
      return catalogueProblems([...catalogue.items.filter(({ code }) => code !== item.code), item])
    }
    case 'yibiao.process.published.v1': {
      const process = content as ProcessContent
      const { registration, items } = process
      const found = catalogue.byCode.get(registration)
      const decides = isLifeProcess(process) || found?.kind === 'REGISTRATION'
      return [
        ...processProblems(process),
        ...(decides ? [] : [`${registration}: is no item that registers an enterprise`]),
        ...items.filter((code) => !catalogue.byCode.has(code)).map((code) => `${code}: is no item`),
        ...(process.rules ?? []).filter((rule) => !rules.has(rule)).map((rule) => `${rule}: is no rule`),
      ]
    }
    default:
      return []
  }
}
