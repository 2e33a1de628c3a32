import type { OneForm } from '../../../generated/one-form.ts'
import { findCode } from '../../reference/code-tables.ts'
import { type Rule, wrong } from './rule.ts'

/** Ends a scope in which something needs a licence (市场主体登记管理条例 14). */
export const licensedClause = '（依法须经批准的项目，经相关部门批准后方可开展经营活动）'

/** The whole scope as it is printed on the licence: the items in order, and the clause when one of them is licensed. */
export function scopeText(items: readonly { readonly text: string; readonly kind: string }[]): string {
  const text = items.map((item) => item.text).join('；')
  return items.some((item) => item.kind === 'LICENSED') ? text + licensedClause : text
}

/** The sections of GB/T 4754-2017 and the last division of each. */
const sectionEnds: readonly (readonly [section: string, lastDivision: number])[] = [
  ['A', 5],
  ['B', 12],
  ['C', 43],
  ['D', 46],
  ['E', 50],
  ['F', 52],
  ['G', 60],
  ['H', 62],
  ['I', 65],
  ['J', 69],
  ['K', 70],
  ['L', 72],
  ['M', 75],
  ['N', 79],
  ['O', 82],
  ['P', 83],
  ['Q', 85],
  ['R', 90],
  ['S', 96],
  ['T', 97],
]

/** The section of a class, division or group of GB/T 4754-2017; undefined when there is no such division. */
export function sectionOfIndustry(code: string): string | undefined {
  const division = Number(code.slice(0, 2))
  return division < 1 ? undefined : sectionEnds.find(([, last]) => division <= last)?.[0]
}

/** The scope's text is made from its items (市场主体登记管理条例 14). */
export const scopeIsItsItems: Rule = function* ({ scope }) {
  if (scope.text !== scopeText(scope.items)) {
    yield wrong(
      '/scope/text',
      '经营范围全文应由各条目以“；”相连生成，含许可项目的加注“依法须经批准”',
      'The text of the scope is its items joined by “；”, with the clause on approval when one is licensed',
    )
  }
}

/** An item is worded as in the catalogue, is there once, and has a gate exactly when it is licensed (市场主体登记管理条例 14). */
export const scopeItemsAreStandard: Rule = function* ({ scope }) {
  const seen = new Set<string>()
  for (const [index, item] of scope.items.entries()) {
    const at = `/scope/items/${index}`
    if (seen.has(item.itemCode)) yield wrong(`${at}/itemCode`, '条目重复', 'The item is given twice')
    seen.add(item.itemCode)
    const standard = findCode('scopeItems', item.itemCode)
    if (standard !== undefined) {
      for (const [name, expected] of [
        ['text', standard.zh],
        ['kind', standard.kind],
        ['gate', standard.gate],
      ] as const) {
        if (item[name] === expected) continue
        yield wrong(
          `${at}/${name}`,
          `与规范表述目录不符，${item.itemCode} 应为“${expected}”`,
          `The catalogue of standard wordings has “${expected}” for ${item.itemCode}`,
        )
      }
    } else if ((item.kind === 'LICENSED') !== (item.gate !== 'NONE')) {
      yield wrong(
        `${at}/gate`,
        '许可项目须有审批环节，一般项目没有',
        'A licensed item has a gate, a general one has none',
      )
    }
  }
}

/** The section is the one to which the class belongs (GB/T 4754-2017). */
export const industryIsConsistent: Rule = function* ({ industry }) {
  const section = sectionOfIndustry(industry.code)
  if (section === undefined) {
    yield wrong('/industry/code', '没有这个行业小类', 'There is no such class of industry')
  } else if (section !== industry.section) {
    yield wrong(
      '/industry/section',
      `行业小类 ${industry.code} 属于门类 ${section}`,
      `Class ${industry.code} belongs to section ${section}`,
    )
  }
}

/** A fixed term has an end after its beginning and after the submission, a long one has none (公司法 46). */
export const termHasItsDates: Rule = function* ({ term }, { submittedOn }) {
  if (term.kind === 'LONG_TERM') {
    if (term.to !== undefined) {
      yield wrong('/term/to', '长期的营业期限没有截止日期', 'A term without end has no last day')
    }
  } else if (term.to === undefined) {
    yield wrong('/term/to', '固定的营业期限须填截止日期', 'A fixed term has a last day')
  } else if (term.to <= (term.from ?? submittedOn) || term.to <= submittedOn) {
    yield wrong(
      '/term/to',
      '营业期限的截止日期须晚于起始日期',
      'The last day of the term is before its first',
    )
  }
}

function* licenceFaults(
  licence: NonNullable<OneForm['licences']>[number],
  at: string,
  itemKeys: Set<string>,
) {
  if (licence.validTo !== undefined && licence.validTo < licence.validFrom) {
    yield wrong(`${at}/validTo`, '有效期截止日期早于起始日期', 'The licence ends before it begins')
  }
  for (const [place, key] of licence.scopeItemKeys.entries()) {
    if (itemKeys.has(key)) continue
    yield wrong(`${at}/scopeItemKeys/${place}`, `经营范围没有条目 ${key}`, `The scope has no item ${key}`)
  }
}

/** A licence that comes with the form is valid on the day and is for items of the scope (市场主体登记管理条例 14). */
export const licencesAreValid: Rule = function* ({ licences = [], scope }, { submittedOn }) {
  const itemKeys = new Set(scope.items.map(({ key }) => key))
  for (const [index, licence] of licences.entries()) {
    const at = `/licences/${index}`
    yield* licenceFaults(licence, at, itemKeys)
    if (licence.validTo !== undefined && licence.validTo < submittedOn) {
      yield wrong(`${at}/validTo`, '许可证已过有效期', 'The licence has expired')
    }
  }
}

export const businessRules: readonly Rule[] = [
  scopeIsItsItems,
  scopeItemsAreStandard,
  industryIsConsistent,
  termHasItsDates,
  licencesAreValid,
]
