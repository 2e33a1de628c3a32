/** Kinds, listed values, numbers and strings. */
import type { Context, Pair } from './context.ts'
import { canonical, type SchemaObject } from './located.ts'
import { type ChangeRule, step } from './report.ts'
import { hasKind, kindsOf, valuesOf } from './values.ts'

export function compareScalars(comparison: Context, pair: Pair): void {
  compareKinds(comparison, pair)
  compareValues(comparison, pair)
  const kinds = kindsOf(pair.from.schema)
  if (hasKind(kinds, 'integer')) compareNumbers(comparison, pair, !kinds.has('number'))
  if (kinds.has('string')) {
    compareCount(comparison, pair, 'minLength')
    compareCount(comparison, pair, 'maxLength')
    compareOpaque(comparison, pair, 'pattern')
    compareOpaque(comparison, pair, 'format')
  }
}

function compareKinds(comparison: Context, { from, to, path }: Pair): void {
  const before = kindsOf(from.schema)
  const after = kindsOf({ type: to.schema.type })
  const lost = [...before].filter((kind) => !hasKind(after, kind))
  const place = step(path, 'type')
  const { fromEn, fromZh, toEn, toZh } = comparison.words
  if (lost.length > 0) {
    comparison.breaks(place, 'type', [
      `${fromZh}接受类型 ${lost.join('、')}，${toZh}不再接受。`,
      `${sentence(fromEn)} accepts ${lost.join(', ')}; ${toEn} does not.`,
    ])
  } else if (from.schema.type !== undefined && [...after].some((kind) => !hasKind(before, kind))) {
    comparison.allows(place, 'type', [`${toZh}接受更多类型。`, `${sentence(toEn)} accepts more types.`])
  }
}

function compareValues(comparison: Context, { from, to, path }: Pair): void {
  const before = valuesOf(from.schema)
  const after = valuesOf(to.schema)
  const rule: ChangeRule = Object.hasOwn(to.schema, 'const') ? 'const' : 'enum'
  const place = step(path, rule)
  const { fromEn, fromZh, toEn, toZh } = comparison.words
  if (after === undefined) {
    if (before !== undefined) comparison.dropped(place, rule, rule)
    return
  }
  if (before === undefined) {
    comparison.breaks(place, rule, [
      `${fromZh}不限定取值，${toZh}只接受列出的值。`,
      `${sentence(fromEn)} lists no values; ${toEn} accepts only those it lists.`,
    ])
    return
  }
  const lost = [...before].filter((value) => !after.has(value))
  if (lost.length > 0) {
    comparison.breaks(place, rule, [
      `${toZh}不再接受 ${lost.join('、')}。`,
      `${sentence(toEn)} no longer accepts ${lost.join(', ')}.`,
    ])
  } else if (after.size > before.size) {
    comparison.allows(place, rule, [`${toZh}增加了取值。`, `${sentence(toEn)} lists more values.`])
  }
}

interface Bound {
  readonly value: number
  readonly exclusive: boolean
}

/** The tightest bound of a schema, turned so that greater is tighter; −∞ when there is none. */
function boundOf(schema: SchemaObject, side: 'minimum' | 'maximum', integral: boolean): Bound {
  const sign = side === 'minimum' ? 1 : -1
  const inclusive = schema[side]
  const exclusive = schema[side === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum']
  let bound: Bound = { value: Number.NEGATIVE_INFINITY, exclusive: false }
  if (typeof inclusive === 'number') {
    bound = { value: integral ? Math.ceil(sign * inclusive) : sign * inclusive, exclusive: false }
  }
  if (typeof exclusive === 'number') {
    const other = integral
      ? { value: Math.floor(sign * exclusive) + 1, exclusive: false }
      : { value: sign * exclusive, exclusive: true }
    if (tighter(other, bound)) bound = other
  }
  return bound
}

const tighter = (a: Bound, b: Bound): boolean =>
  a.value > b.value || (a.value === b.value && a.exclusive && !b.exclusive)

function compareNumbers(comparison: Context, pair: Pair, integral: boolean): void {
  const { from, to, path } = pair
  for (const side of ['minimum', 'maximum'] as const) {
    const before = boundOf(from.schema, side, integral)
    const after = boundOf(to.schema, side, integral)
    if (tighter(after, before)) narrowed(comparison, step(path, side), side)
    else if (tighter(before, after)) widened(comparison, step(path, side), side)
  }
  // The exclusive bounds of draft 4 are booleans and mean something else.
  for (const keyword of ['exclusiveMinimum', 'exclusiveMaximum'] as const) {
    const odd = [from.schema[keyword], to.schema[keyword]].some((value) => typeof value === 'boolean')
    if (odd && from.schema[keyword] !== to.schema[keyword]) {
      comparison.undecidable(
        step(path, keyword),
        keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum',
        keyword,
      )
    }
  }
  compareMultiples(comparison, pair, integral)
}

function compareMultiples(comparison: Context, { from, to, path }: Pair, integral: boolean): void {
  const place = step(path, 'multipleOf')
  const after = to.schema.multipleOf
  const before = from.schema.multipleOf ?? (integral ? 1 : undefined)
  if (after === undefined) {
    if (from.schema.multipleOf !== undefined) comparison.dropped(place, 'multipleOf', 'multipleOf')
    return
  }
  if (after === before) return
  const whole = Number.isInteger(after) && Number.isInteger(before) && Number(after) > 0
  if (whole && Number(before) % Number(after) === 0) {
    if (from.schema.multipleOf !== undefined) widened(comparison, place, 'multipleOf')
  } else narrowed(comparison, place, 'multipleOf')
}

const countRules = {
  minLength: 'at-least',
  minItems: 'at-least',
  minProperties: 'at-least',
  maxLength: 'at-most',
  maxItems: 'at-most',
  maxProperties: 'at-most',
} as const

/** Compares a keyword that counts characters, items or properties. */
export function compareCount(
  comparison: Context,
  { from, to, path }: Pair,
  keyword: keyof typeof countRules,
): void {
  const atLeast = countRules[keyword] === 'at-least'
  const none = atLeast ? 0 : Number.POSITIVE_INFINITY
  const countOf = (schema: SchemaObject) => (typeof schema[keyword] === 'number' ? schema[keyword] : none)
  const gain = (countOf(to.schema) - countOf(from.schema)) * (atLeast ? 1 : -1)
  if (gain > 0) narrowed(comparison, step(path, keyword), keyword)
  else if (gain < 0) widened(comparison, step(path, keyword), keyword)
}

/** Compares a keyword that can only be told equal, removed, or different. */
export function compareOpaque(
  comparison: Context,
  { from, to, path }: Pair,
  keyword: 'pattern' | 'format',
): void {
  const before = from.schema[keyword]
  const after = to.schema[keyword]
  if (canonical(before) === canonical(after)) return
  const place = step(path, keyword)
  if (after === undefined) comparison.dropped(place, keyword, keyword)
  else if (before === undefined) narrowed(comparison, place, keyword)
  else comparison.undecidable(place, keyword, keyword)
}

export function narrowed(comparison: Context, path: string, rule: ChangeRule): void {
  const { fromZh, toZh, fromEn, toEn } = comparison.words
  comparison.breaks(path, rule, [
    `${toZh}的 ${rule} 比${fromZh}更严，${fromZh}接受的部分值将被拒绝。`,
    `${rule} is stricter in ${toEn}: values that ${fromEn} accepts would be refused.`,
  ])
}

export function widened(comparison: Context, path: string, rule: ChangeRule): void {
  const { toZh, toEn } = comparison.words
  comparison.allows(path, rule, [`${toZh}的 ${rule} 放宽了。`, `${rule} is wider in ${toEn}.`])
}

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
