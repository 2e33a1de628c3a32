/** allOf, anyOf, oneOf, not, if: whether the later combination accepts all that the earlier accepted. */
import type { Context, Pair } from './context.ts'
import {
  at,
  canonical,
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
import { narrowed } from './scalars.ts'
import { hasKind, kindsOf, valuesOf } from './values.ts'

export function compareCombinators(comparison: Context, pair: Pair): void {
  compareAll(comparison, pair)
  compareAny(comparison, pair)
  compareOne(comparison, pair)
  compareNot(comparison, pair)
  compareConditions(comparison, pair)
  compareUnevaluated(comparison, pair)
}

const branches = (located: Located<SchemaObject>, keyword: string): readonly Located[] =>
  listOf(located.schema, keyword).map((schema) => at(located, schema))

/** Every member of `to` must follow from a member of `from` or from `from` as a whole. */
function compareAll(comparison: Context, { from, to, path }: Pair): void {
  const before = branches(from, 'allOf')
  const after = branches(to, 'allOf')
  const place = step(path, 'allOf')
  for (const [i, branch] of after.entries()) {
    if (before.some((one) => comparison.accepts(one, branch)) || comparison.accepts(from, branch)) continue
    const counterpart = before[i]
    if (counterpart !== undefined && before.length === after.length) {
      comparison.compare(counterpart, branch, step(place, i))
    } else narrowed(comparison, step(place, i), 'allOf')
  }
  if (before.length > after.length) comparison.dropped(place, 'allOf', 'allOf')
}

/** Every branch of `from` must be inside a branch of `to`. */
function compareAny(comparison: Context, { from, to, path }: Pair): void {
  const before = branches(from, 'anyOf')
  const after = branches(to, 'anyOf')
  const place = step(path, 'anyOf')
  if (after.length === 0) {
    if (before.length > 0) comparison.dropped(place, 'anyOf', 'anyOf')
    return
  }
  if (before.length === 0) {
    if (!after.some((branch) => comparison.accepts(from, branch))) narrowed(comparison, place, 'anyOf')
    return
  }
  for (const [i, branch] of before.entries()) {
    if (after.some((one) => comparison.accepts(branch, one))) continue
    const counterpart = after[i]
    if (counterpart !== undefined && before.length === after.length) {
      comparison.compare(branch, counterpart, step(place, i))
    } else narrowed(comparison, place, 'anyOf')
  }
}

/**
 * `oneOf` counts, so a wider branch may refuse what two branches now accept. It passes when each branch of `from` is
 * inside one of `to` and no two of `to` overlap, or when nothing of it changed.
 */
function compareOne(comparison: Context, { from, to, path }: Pair): void {
  const before = branches(from, 'oneOf')
  const after = branches(to, 'oneOf')
  const place = step(path, 'oneOf')
  if (after.length === 0) {
    if (before.length > 0) comparison.dropped(place, 'oneOf', 'oneOf')
    return
  }
  const unchanged =
    before.length === after.length && before.every((branch, i) => comparison.same(branch, after[i]!))
  if (unchanged) return
  const inside =
    before.length > 0 && before.every((branch) => after.some((one) => comparison.accepts(branch, one)))
  const apart = after.every((branch, i) => after.slice(i + 1).every((other) => areApart(branch, other)))
  if (!inside || !apart) comparison.undecidable(place, 'oneOf', 'oneOf')
}

/** Whether no value fits both: they share no kind, or a property required by both has no value in common. */
function areApart(a: Located, b: Located): boolean {
  const [left, right] = [resolve(a).schema, resolve(b).schema]
  if (!isObject(left) || !isObject(right)) return left === false || right === false
  const [kinds, others] = [kindsOf(left), kindsOf(right)]
  const shared =
    [...kinds].some((kind) => hasKind(others, kind)) || [...others].some((kind) => hasKind(kinds, kind))
  if (!shared) return true
  if (kinds.size !== 1 || others.size !== 1 || !kinds.has('object') || !others.has('object')) return false
  const required = new Set(listOf(right, 'required'))
  return listOf(left, 'required').some((name) => {
    if (typeof name !== 'string' || !required.has(name)) return false
    const [one, other] = [left, right].map((schema) => valuesOfMember(schema, name))
    return one !== undefined && other !== undefined && [...one].every((value) => !other.has(value))
  })
}

function valuesOfMember(schema: SchemaObject, name: string): ReadonlySet<string> | undefined {
  const property = member(membersOf(schema, 'properties'), name)
  return isObject(property) ? valuesOf(property) : undefined
}

/** What `to` excludes, `from` must have excluded. */
function compareNot(comparison: Context, { from, to, path }: Pair): void {
  const place = step(path, 'not')
  if (to.schema.not === undefined) {
    if (from.schema.not !== undefined) comparison.dropped(place, 'not', 'not')
  } else if (from.schema.not === undefined) narrowed(comparison, place, 'not')
  else if (!comparison.includes(under(to, 'not'), under(from, 'not'))) {
    comparison.undecidable(place, 'not', 'not')
  }
}

/** Under an unchanged condition the two consequences are compared; a changed one cannot be decided. */
function compareConditions(comparison: Context, pair: Pair): void {
  const { from, to, path } = pair
  if (to.schema.if === undefined || (to.schema.then === undefined && to.schema.else === undefined)) {
    if (from.schema.if !== undefined && to.schema.if === undefined)
      comparison.dropped(step(path, 'if'), 'if', 'if')
    return
  }
  if (from.schema.if === undefined) narrowed(comparison, step(path, 'if'), 'if')
  else if (!comparison.same(under(from, 'if'), under(to, 'if')))
    comparison.undecidable(step(path, 'if'), 'if', 'if')
  else {
    for (const keyword of ['then', 'else']) {
      comparison.compare(under(from, keyword), under(to, keyword), step(path, keyword))
    }
  }
}

/** What counts as evaluated depends on every neighbour, so with these keywords no neighbour may change. */
function compareUnevaluated(comparison: Context, { from, to, path }: Pair): void {
  for (const keyword of ['unevaluatedProperties', 'unevaluatedItems']) {
    const before = from.schema[keyword]
    const after = to.schema[keyword]
    if (after === undefined || after === true) {
      if (before !== undefined && before !== true)
        comparison.dropped(step(path, keyword), 'unevaluated', keyword)
      continue
    }
    const neighbours = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', keyword]
    const changed = neighbours.some((one) => canonical(from.schema[one]) !== canonical(to.schema[one]))
    if (changed) comparison.undecidable(step(path, keyword), 'unevaluated', keyword)
  }
}
