/** What a list of delegations must hold to be published, beyond its schema. */
import type { CatalogueItem, DelegationsContent } from '../../generated/reference.ts'
import { reasonedIssue } from '../issues.ts'
import type { Participants } from '../participants.ts'
import type { Issue } from '../problem.ts'

const wrong = (pointer: string, zh: string, en: string): Issue =>
  reasonedIssue('YB_PUBLICATION', pointer, { zh, en })

/**
 * Everything for which delegations cannot be published beside the items and participants in force. They MUST fit their
 * schema. A participant hands on only what is its own: items of the departments that it plays. Pointers go into the content.
 */
export function delegationIssues(
  { participant, officers }: DelegationsContent,
  items: ReadonlyMap<string, CatalogueItem>,
  participants: Participants,
): Issue[] {
  const known = participants.byCode.get(participant)
  if (known === undefined)
    return [
      wrong(
        '/participant',
        `没有接入单位 ${participant}，请先发布它。`,
        `There is no participant ${participant}; publish it first.`,
      ),
    ]
  return officers.flatMap(({ items: codes, from, to }, index) => [
    ...codes.flatMap((code, at) => {
      const pointer = `/officers/${index}/items/${at}`
      const item = items.get(code)
      if (item === undefined) return [wrong(pointer, `没有事项 ${code}。`, `There is no item ${code}.`)]
      if (known.departments.includes(item.department)) return []
      return [
        wrong(
          pointer,
          `${code} 由 ${item.department} 承办，${participant} 无权授予，请去掉。`,
          `${code} is with ${item.department}, not for ${participant} to hand on; take it out.`,
        ),
      ]
    }),
    ...(to === undefined || from <= to
      ? []
      : [
          wrong(
            `/officers/${index}/to`,
            `截止日 ${to} 早于起始日 ${from}。`,
            `The last day ${to} is before the first, ${from}.`,
          ),
        ]),
  ])
}

/** Whether an officer may decide an item on a legal date (both ends included). */
export const isDelegated = (
  { officers }: DelegationsContent,
  asked: { readonly officer: string; readonly item: string; readonly on: string },
): boolean =>
  officers.some(
    ({ officer, items, from, to }) =>
      officer === asked.officer &&
      items.includes(asked.item) &&
      from <= asked.on &&
      (to === undefined || asked.on <= to),
  )
