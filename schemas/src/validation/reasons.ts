/** What each keyword's failure means, for people. Only limits of the schema are quoted, never the value. */
import type { ErrorObject } from 'ajv'
import type { Reason } from '../issues.ts'

type Params = Readonly<Record<string, unknown>>

const typesZh: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  object: '对象',
  array: '数组',
  null: 'null',
}
const typesEn: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
  null: 'null',
}

/** At most this many allowed values are listed. */
const listed = 16

function typeReason(params: Params): Reason {
  const types = [params.type].flat().map(String)
  return {
    zh: `应为${types.map((type) => typesZh[type] ?? type).join('或')}`,
    en: `must be ${types.map((type) => typesEn[type] ?? type).join(' or ')}`,
  }
}

function enumReason(params: Params): Reason {
  const values = (params.allowedValues as readonly unknown[]).map(String)
  const shown = values.slice(0, listed).join(', ')
  const more = values.length - listed
  return {
    zh: `应为以下之一：${shown}${more > 0 ? ` 等 ${values.length} 个` : ''}`,
    en: `must be one of ${shown}${more > 0 ? ` and ${more} more` : ''}`,
  }
}

const comparisonsZh: Readonly<Record<string, string>> = {
  '>=': '不小于',
  '<=': '不大于',
  '>': '大于',
  '<': '小于',
}
const comparisonsEn: Readonly<Record<string, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
}

function comparisonReason({ comparison, limit }: Params): Reason {
  return {
    zh: `应${comparisonsZh[String(comparison)]} ${limit}`,
    en: `must be ${comparisonsEn[String(comparison)]} ${limit}`,
  }
}

const reasons: Readonly<Record<string, (params: Params) => Reason>> = {
  required: () => ({ zh: '未填写', en: 'is missing' }),
  additionalProperties: () => ({ zh: '没有这一项，请去掉', en: 'is not known here; leave it out' }),
  propertyNames: () => ({ zh: '名称的格式不对', en: 'has a name of the wrong form' }),
  'false schema': () => ({ zh: '此项不允许出现', en: 'is not allowed here' }),
  type: typeReason,
  enum: enumReason,
  const: ({ allowedValue }) => ({
    zh: `应为 ${String(allowedValue)}`,
    en: `must be ${String(allowedValue)}`,
  }),
  minLength: ({ limit }) => ({ zh: `至少 ${limit} 个字`, en: `must have at least ${limit} characters` }),
  maxLength: ({ limit }) => ({ zh: `最多 ${limit} 个字`, en: `must have at most ${limit} characters` }),
  minItems: ({ limit }) => ({ zh: `至少 ${limit} 项`, en: `must have at least ${limit} elements` }),
  maxItems: ({ limit }) => ({ zh: `最多 ${limit} 项`, en: `must have at most ${limit} elements` }),
  minProperties: ({ limit }) => ({ zh: `至少 ${limit} 个成员`, en: `must have at least ${limit} members` }),
  maxProperties: ({ limit }) => ({ zh: `最多 ${limit} 个成员`, en: `must have at most ${limit} members` }),
  minimum: comparisonReason,
  maximum: comparisonReason,
  exclusiveMinimum: comparisonReason,
  exclusiveMaximum: comparisonReason,
  multipleOf: ({ multipleOf }) => ({
    zh: `应为 ${multipleOf} 的倍数`,
    en: `must be a multiple of ${multipleOf}`,
  }),
  pattern: ({ pattern }) => ({
    zh: `格式不对，应符合 ${pattern}`,
    en: `has the wrong form; expected ${pattern}`,
  }),
  uniqueItems: ({ i, j }) => ({
    zh: `第 ${Number(j) + 1} 项与第 ${Number(i) + 1} 项重复`,
    en: `elements ${Number(j) + 1} and ${Number(i) + 1} are equal`,
  }),
  anyOf: () => ({ zh: '不符合任何一种允许的形式', en: 'fits none of the forms that are allowed' }),
}

/** The reason of an error other than a format's, without full stop. */
export function reasonOf({ keyword, params }: ErrorObject): Reason {
  const known = reasons[keyword]
  return known === undefined
    ? { zh: `不符合要求（${keyword}）`, en: `does not meet the requirement (${keyword})` }
    : known(params as Params)
}
