import type { ReferencesInForce } from '@yibiao/projections'
import {
  type CatalogueItem,
  catalogueProblems,
  type Issue,
  issue,
  type MatrixContent,
  type Message,
  matrixProblems,
  type ParticipantsContent,
  participantsProblems,
} from '@yibiao/schemas'

/**
 * What is wrong with reference data that an operator publishes. Everything is decided by it once it is recorded, so what
 * does not hold as a whole (a circle of items, a field without a writer) is refused before.
 */
export function publicationIssues(message: Message, { catalogue }: ReferencesInForce): Issue[] {
  return problemsOf(message, catalogue.items).map((reason) =>
    issue('YB_CONFIGURATION', '/data/content', { reason }),
  )
}

function problemsOf(message: Message, items: readonly CatalogueItem[]): readonly string[] {
  const { content } = message.data as { readonly content: unknown }
  switch (message.type) {
    case 'yibiao.matrix.published.v1':
      return matrixProblems(content as MatrixContent)
    case 'yibiao.participants.published.v1':
      return participantsProblems(content as ParticipantsContent)
    case 'yibiao.catalogue.published.v1': {
      const item = content as CatalogueItem
      return catalogueProblems([...items.filter(({ code }) => code !== item.code), item])
    }
    default:
      return []
  }
}
