/** Arrays and objects. */
import type { Context, Pair } from './context.ts'
import {
  at,
  isObject,
  type Located,
  listOf,
  member,
  membersOf,
  resolve,
  type SchemaObject,
  under,
} from './located.ts'
import { step } from './report.ts'
import { compareCount, narrowed, sentence, widened } from './scalars.ts'
import { kindsOf } from './values.ts'

export function compareArrays(comparison: Context, pair: Pair): void {
  const { from, to, path } = pair
  if (!kindsOf(from.schema).has('array')) return
  compareCount(comparison, pair, 'minItems')
  compareCount(comparison, pair, 'maxItems')
  const [before, after] = [from.schema.uniqueItems === true, to.schema.uniqueItems === true]
  if (after && !before) narrowed(comparison, step(path, 'uniqueItems'), 'uniqueItems')
  else if (before && !after) widened(comparison, step(path, 'uniqueItems'), 'uniqueItems')
  compareItems(comparison, pair)
  compareContains(comparison, pair)
}

function compareContains(comparison: Context, { from, to, path }: Pair): void {
  const place = step(path, 'contains')
  if (to.schema.contains === undefined) {
    if (from.schema.contains !== undefined) comparison.dropped(place, 'contains', 'contains')
    return
  }
  const unchanged =
    from.schema.contains !== undefined &&
    from.schema.minContains === to.schema.minContains &&
    from.schema.maxContains === to.schema.maxContains &&
    comparison.same(under(from, 'contains'), under(to, 'contains'))
  if (!unchanged) comparison.undecidable(place, 'contains', 'contains')
}

interface Items {
  /** Schemas of the first places, with the tokens that lead to them. */
  readonly places: readonly (readonly [string, Located])[]
  readonly rest: Located
  readonly restToken: string
}

/** Positional items of draft 7 (`items` an array) and of draft 2020-12 (`prefixItems`). */
function itemsOf(located: Located<SchemaObject>): Items {
  const older = Array.isArray(located.schema.items)
  const listed = older ? 'items' : 'prefixItems'
  const restToken = older ? 'additionalItems' : 'items'
  return {
    places: listOf(located.schema, listed).map(
      (schema, i) => [`${listed}/${i}`, at(located, schema)] as const,
    ),
    rest: under(located, restToken),
    restToken,
  }
}

function compareItems(comparison: Context, { from, to, path }: Pair): void {
  const before = itemsOf(from)
  const after = itemsOf(to)
  for (let i = 0; i < Math.max(before.places.length, after.places.length); i++) {
    const token = (after.places[i] ?? before.places[i])![0]
    comparison.compare(
      before.places[i]?.[1] ?? before.rest,
      after.places[i]?.[1] ?? after.rest,
      `${path}/${token}`,
    )
  }
  comparison.compare(before.rest, after.rest, step(path, after.restToken))
}

export function compareObjects(comparison: Context, pair: Pair): void {
  const { from, to } = pair
  if (!kindsOf(from.schema).has('object')) return
  compareCount(comparison, pair, 'minProperties')
  compareCount(comparison, pair, 'maxProperties')
  compareProperties(comparison, pair)
  compareRequired(comparison, pair)
  comparePatterns(comparison, pair)
  compareAdditional(comparison, pair)
  compareDependencies(comparison, pair)
  const place = step(pair.path, 'propertyNames')
  if (to.schema.propertyNames !== undefined) {
    const names = resolve(under(from, 'propertyNames'))
    // A name is a string, whatever its schema says.
    const strings = names.schema === true ? { type: 'string' } : { type: 'string', ...names.schema }
    const known = names.schema === false || (isObject(names.schema) && names.schema.$ref !== undefined)
    comparison.compare(known ? names : at(names, strings), under(to, 'propertyNames'), place)
  } else if (from.schema.propertyNames !== undefined)
    comparison.dropped(place, 'propertyNames', 'propertyNames')
}

const isClosed = (schema: SchemaObject): boolean => schema.additionalProperties === false

function compareProperties(comparison: Context, { from, to, path }: Pair): void {
  const before = membersOf(from.schema, 'properties')
  const after = membersOf(to.schema, 'properties')
  const { fromEn, fromZh, toEn, toZh } = comparison.words
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const place = step(step(path, 'properties'), name)
    const [had, has] = [member(before, name), member(after, name)]
    if (had === false) continue
    if (has === undefined && comparison.tolerant && isObject(to.schema.additionalProperties)) {
      comparison.compare(at(from, had), under(to, 'additionalProperties'), place)
    } else if (has === undefined && comparison.tolerant) {
      comparison.allows(place, 'property-added', [
        `${toZh}不认识此属性，读取方会忽略。`,
        `${sentence(toEn)} does not know this property; a tolerant reader passes over it.`,
      ])
    } else if (has === undefined) {
      comparison.breaks(place, 'property-removed', [
        `${fromZh}有此属性，${toZh}没有：按${fromZh}发送的数据将被拒绝或不再被理解。`,
        `${sentence(fromEn)} has this property and ${toEn} has not: what is sent by ${fromEn} would be refused or no longer understood.`,
      ])
    } else if (had !== undefined) comparison.compare(at(from, had), at(to, has), place)
    else compareAddedProperty(comparison, { from, to, path: place }, { name, schema: at(to, has) })
  }
}

/** Whether a name matches a pattern; true when the pattern cannot be compiled here. */
function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name)
  } catch {
    return true
  }
}

/** A property that only `to` names: harmless where `from` could not carry it, else it must accept what `from` let pass. */
function compareAddedProperty(
  comparison: Context,
  { from, path }: Pair,
  added: { readonly name: string; readonly schema: Located },
): void {
  const patterns = membersOf(from.schema, 'patternProperties')
  const pattern = Object.keys(patterns).find((one) => matches(one, added.name))
  const allowed = pattern === undefined ? under(from, 'additionalProperties') : at(from, patterns[pattern])
  if (allowed.schema === false) {
    const { toZh, toEn } = comparison.words
    comparison.allows(path, 'property-added', [
      `${toZh}增加了此属性。`,
      `${sentence(toEn)} has this property in addition.`,
    ])
  } else comparison.compare(allowed, added.schema, path)
}

function compareRequired(comparison: Context, { from, to, path }: Pair): void {
  const before = new Set(listOf(from.schema, 'required'))
  const after = new Set(listOf(to.schema, 'required'))
  const place = step(path, 'required')
  const { fromEn, fromZh, toEn, toZh } = comparison.words
  const added = [...after].filter((name) => !before.has(name))
  if (added.length > 0) {
    comparison.breaks(place, 'required', [
      `${toZh}要求 ${added.join('、')}，${fromZh}不要求。`,
      `${sentence(toEn)} requires ${added.join(', ')}; ${fromEn} does not.`,
    ])
  }
  if ([...before].some((name) => !after.has(name))) comparison.dropped(place, 'required', 'required')
}

function comparePatterns(comparison: Context, { from, to, path }: Pair): void {
  const before = membersOf(from.schema, 'patternProperties')
  const after = membersOf(to.schema, 'patternProperties')
  const named = Object.keys(membersOf(from.schema, 'properties'))
  for (const pattern of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const place = step(step(path, 'patternProperties'), pattern)
    const [had, has] = [member(before, pattern), member(after, pattern)]
    if (had !== undefined && has !== undefined) comparison.compare(at(from, had), at(to, has), place)
    else if (had !== undefined) {
      if (!comparison.tolerant) comparison.undecidable(place, 'patternProperties', 'patternProperties')
    } else if (
      isClosed(from.schema) &&
      Object.keys(before).length === 0 &&
      !named.some((name) => matches(pattern, name))
    ) {
      widened(comparison, place, 'patternProperties')
    } else comparison.undecidable(place, 'patternProperties', 'patternProperties')
  }
}

function compareAdditional(comparison: Context, { from, to, path }: Pair): void {
  if (comparison.tolerant && isClosed(to.schema)) return
  const place = step(path, 'additionalProperties')
  const { fromEn, fromZh, toEn, toZh } = comparison.words
  if (isClosed(to.schema) && !isClosed(from.schema)) {
    comparison.breaks(place, 'additionalProperties', [
      `${fromZh}允许未列出的属性，${toZh}不允许。`,
      `${sentence(fromEn)} takes properties that it does not name; ${toEn} refuses them.`,
    ])
  } else if (isClosed(from.schema) && !isClosed(to.schema)) widened(comparison, place, 'additionalProperties')
  else comparison.compare(under(from, 'additionalProperties'), under(to, 'additionalProperties'), place)
}

function compareDependencies(comparison: Context, { from, to, path }: Pair): void {
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas'] as const) {
    const before = membersOf(from.schema, keyword)
    const after = membersOf(to.schema, keyword)
    for (const [name, rule] of Object.entries(after)) {
      const had = member(before, name)
      const place = step(step(path, keyword), name)
      if (Array.isArray(rule)) {
        const held = new Set(Array.isArray(had) ? had : [])
        if (rule.some((one) => !held.has(one))) narrowed(comparison, place, 'dependencies')
      } else if (had === undefined || Array.isArray(had)) narrowed(comparison, place, 'dependencies')
      else comparison.compare(at(from, had), at(to, rule), place)
    }
    for (const name of Object.keys(before)) {
      if (!Object.hasOwn(after, name))
        comparison.dropped(step(step(path, keyword), name), 'dependencies', keyword)
    }
  }
}
