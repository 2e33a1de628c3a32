/** What an item of the catalogue must hold to be published, beyond its schema. */
import type { CatalogueItem } from '../../generated/reference.ts'
import { isCondition, newConditions } from '../conditions.ts'
import { reasonedIssue } from '../issues.ts'
import { type Issue, issue } from '../problem.ts'
import { blanksOf } from './blanks.ts'
import { isWithin, type TermLength, termText } from './lengths.ts'

/** The share of the statutory term that a promise may take: 承诺件审批时限提速 50%. */
export const promisedShare = 0.5

/** Shares of the promised time, in percent, at which cards are raised where the item says nothing. */
export const defaultCards = { warning: 50, red: 90 } as const

/** Longest extension by law: ten working days (行政许可法 42), three for a registration (市场主体登记管理条例 19). */
export const longestExtension = (kind: CatalogueItem['kind']): TermLength => ({
  value: kind === 'REGISTRATION' ? 3 : 10,
  unit: 'WORKING_DAY',
})

/**
 * Everything for which an item cannot be published among the others in force. It MUST fit its schema; `others` are the latest
 * versions of all items, its own earlier one included. Pointers go into the item.
 */
export function itemIssues(item: CatalogueItem, others: readonly CatalogueItem[]): Issue[] {
  return [
    ...blanksOf(item).map((pointer) => issue('YB_ITEM_INCOMPLETE', pointer, { pointer })),
    ...promiseIssues(item),
    ...cardIssues(item),
    ...extensionIssues(item),
    ...conditionIssues(item),
    ...dependencyIssues(item, others),
    ...materialIssues(item),
  ]
}

/** A promised item takes half of the statutory term at most; an instant one is done the same day. */
function promiseIssues({ itemType, disclosure }: CatalogueItem): Issue[] {
  const { statutory, promised } = disclosure.timeLimit
  const pointer = '/disclosure/timeLimit/promised/value'
  const [given, law] = [termText(promised), termText(statutory)]
  if (itemType === 'INSTANT') {
    const oneDay = { value: 1, unit: 'WORKING_DAY' } as const
    const sameDay =
      promised.value === 0 || (promised.unit === 'WORKING_HOUR' && isWithin(promised, 1, oneDay))
    if (sameDay) return []
    return [
      reasonedIssue('YB_PUBLICATION', pointer, {
        zh: `即办件须当日办结，承诺时限不能为 ${given.zh}；请改为 0，或将 itemType 改为 PROMISED。`,
        en: `An instant item is done the same day, not in ${given.en}: promise 0, or make its itemType PROMISED.`,
      }),
    ]
  }
  if (isWithin(promised, promisedShare, statutory)) return []
  const params = { promised: given.en, statutory: law.en, promisedZh: given.zh, statutoryZh: law.zh }
  return [issue('YB_PROMISE_TOO_LONG', pointer, params)]
}

function cardIssues({ cards = defaultCards }: CatalogueItem): Issue[] {
  if (cards.warning < cards.red) return []
  return [
    reasonedIssue('YB_PUBLICATION', '/cards/warning', {
      zh: `黄牌（${cards.warning} %）须早于红牌（${cards.red} %），请调小 warning 或调大 red。`,
      en: `The yellow card (${cards.warning} %) must come before the red one (${cards.red} %): lower warning or raise red.`,
    }),
  ]
}

function extensionIssues({ kind, extension }: CatalogueItem): Issue[] {
  const most = longestExtension(kind)
  if (extension === undefined || isWithin(extension, 1, most)) return []
  const [given, law] = [termText(extension), termText(most)]
  const params = { given: given.en, most: law.en, givenZh: given.zh, mostZh: law.zh }
  const basis =
    kind === 'REGISTRATION'
      ? { basis: '市场主体登记管理条例 19', basisZh: '市场主体登记管理条例第十九条' }
      : { basis: '行政许可法 42', basisZh: '行政许可法第四十二条' }
  return [issue('YB_EXTENSION_TOO_LONG', '/extension/value', { ...params, ...basis })]
}

function conditionIssues({ appliesWhen }: CatalogueItem): Issue[] {
  if (isCondition(newConditions(), appliesWhen)) return []
  return [
    reasonedIssue('YB_PUBLICATION', '/appliesWhen', {
      zh: 'appliesWhen 不是 JSON Schema（draft-07），请按一表的结构书写条件。',
      en: 'appliesWhen is no JSON Schema (draft-07); write the condition over the one form.',
    }),
  ]
}

/** A material is told by its code; one that is required is handed in under one. */
function materialIssues({ disclosure: { materials } }: CatalogueItem): Issue[] {
  return materials.flatMap(({ code, from, required }, index) => {
    const at = `/disclosure/materials/${index}`
    const isTwice = code !== undefined && materials.findIndex((one) => one.code === code) < index
    const isUnfit = required === true && (from !== 'HANDED_IN' || code === undefined)
    return [
      ...(isTwice
        ? [
            reasonedIssue('YB_PUBLICATION', `${at}/code`, {
              zh: `两项材料的代码同为 ${code}，请改其一。`,
              en: `Two materials have the code ${code}; change one.`,
            }),
          ]
        : []),
      ...(isUnfit
        ? [
            reasonedIssue('YB_PUBLICATION', `${at}/required`, {
              zh: '必交的材料须为 HANDED_IN 并有代码。',
              en: 'A material that is required is HANDED_IN and has a code.',
            }),
          ]
        : []),
    ]
  })
}

/** Every item it waits for exists, and none waits for it in turn: such a filing would never end. */
function dependencyIssues(item: CatalogueItem, others: readonly CatalogueItem[]): Issue[] {
  const byCode = new Map(others.map((one) => [one.code, one]))
  byCode.set(item.code, item)
  return item.dependsOn.flatMap((code, index) => {
    const pointer = `/dependsOn/${index}`
    if (!byCode.has(code))
      return [
        reasonedIssue('YB_PUBLICATION', pointer, {
          zh: `没有事项 ${code}，请先发布它，或从 dependsOn 去掉。`,
          en: `There is no item ${code}; publish it first, or take it out of dependsOn.`,
        }),
      ]
    const circle = pathTo(item.code, code, byCode)
    if (circle === undefined) return []
    const way = [item.code, ...circle].join(' → ')
    return [
      reasonedIssue('YB_PUBLICATION', pointer, {
        zh: `事项互相等待：${way}；请去掉其中一个依赖。`,
        en: `Items would wait for one another: ${way}; take one of these dependencies out.`,
      }),
    ]
  })
}

/** The items from one to another along what each depends on, both ends included. */
function pathTo(
  target: string,
  from: string,
  byCode: ReadonlyMap<string, CatalogueItem>,
  seen: Set<string> = new Set(),
): readonly string[] | undefined {
  if (from === target) return [from]
  if (seen.has(from)) return undefined
  seen.add(from)
  for (const next of byCode.get(from)?.dependsOn ?? []) {
    const rest = pathTo(target, next, byCode, seen)
    if (rest) return [from, ...rest]
  }
  return undefined
}
