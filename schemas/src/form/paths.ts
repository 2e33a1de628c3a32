/**
 * Paths into the one form. A path is a JSON pointer (RFC 6901) in which an element of a repeated group is named by its
 * `key`, never by its index: `/shareholders/S1/subscribedFen`. A leaf is a scalar or an array of scalars. `key` is reserved
 * for the key of an element: it is no leaf, it is part of the path.
 *
 * An empty object, an empty array and an element with nothing but its key say nothing: they have no leaves and leave no
 * trace in a form, so a form and the set of its leaves always say the same.
 *
 * Nothing here knows the schema: what it is given MUST have been validated against the form's or the fragment's.
 */
import { problem, YibiaoError } from '../problem.ts'

export type Scalar = string | number | boolean
export type Leaf = Scalar | readonly Scalar[]
/** A form, a fragment or a part of one, as JSON. Generated form types go where a `FormTree` is asked for. */
export interface FormTree {
  readonly [name: string]: FormValue | undefined
}
export type FormValue = Leaf | FormTree | readonly FormTree[]

const escapeSegment = (name: string): string =>
  name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name
const unescapeSegment = (part: string): string =>
  part.includes('~') ? part.replaceAll('~1', '/').replaceAll('~0', '~') : part

/** Paths that are remembered: more than all forms have, but for the keys that senders choose. */
const remembered = 20_000
const steps = new Map<string, Map<string, string>>()
let stepsRemembered = 0

/** One step below a path. The paths of nearly all forms are the same: each is one string, however often it is made. */
export function below(path: string, name: string): string {
  const known = steps.get(path)?.get(name)
  if (known !== undefined) return known
  const made = `${path}/${escapeSegment(name)}`
  if (stepsRemembered >= remembered) return made
  stepsRemembered += 1
  const next = steps.get(path)
  if (next) next.set(name, made)
  else steps.set(path, new Map([[name, made]]))
  return made
}

/** `['shareholders', 'S1']` → `/shareholders/S1`, escaped. */
export const pathOf = (segments: readonly string[]): string => segments.reduce(below, '')

const wrong = (path: string, reason: string): YibiaoError =>
  new YibiaoError(problem('YB_SCHEMA', path, { pointer: path, reason }))

/** The reverse of `pathOf`; the empty path has no segments. Throws `YB_SCHEMA` when it does not begin with `/`. */
export function segmentsOf(path: string): string[] {
  if (path === '') return []
  if (!path.startsWith('/')) throw wrong(path, 'a path begins with /')
  return path.slice(1).split('/').map(unescapeSegment)
}

/** Whether a path is the other or lies below it. */
export const isWithin = (path: string, ancestor: string): boolean =>
  path.startsWith(ancestor) && (path.length === ancestor.length || path[ancestor.length] === '/')

/** Whether an array holds elements of a group rather than being a leaf. An empty one is neither. */
export const isGroup = (array: readonly unknown[]): array is readonly FormTree[] =>
  array.length > 0 && typeof array[0] === 'object'

/** The key of an element. Throws `YB_SCHEMA` when it has none. */
export function keyOf(element: FormTree, groupPath: string): string {
  const key = element?.key
  if (typeof key === 'string' && key !== '') return key
  throw wrong(groupPath, 'an element of a repeated group needs a key')
}

/**
 * Every leaf with its path, in the order in which it is written. Throws `YB_SCHEMA` for an element without a key.
 * The arrays among the values are the fragment's own: do not change them.
 */
export function leavesOf(fragment: object): [path: string, value: Leaf][] {
  const leaves: [string, Leaf][] = []
  collect(fragment as FormTree, '', leaves)
  return leaves
}

function collect(tree: FormTree, prefix: string, leaves: [string, Leaf][]): void {
  for (const name in tree) {
    const value = tree[name]
    if (name === 'key' || value === undefined || value === null) continue
    const path = below(prefix, name)
    if (typeof value !== 'object') leaves.push([path, value])
    else if (!Array.isArray(value)) collect(value as FormTree, path, leaves)
    else if (isGroup(value)) collectGroup(value, path, leaves)
    else if (isLeaf(value)) leaves.push([path, value])
  }
}

function collectGroup(group: readonly FormTree[], path: string, leaves: [string, Leaf][]): void {
  for (const element of group) collect(element, below(path, keyOf(element, path)), leaves)
}

/** The leaves at and below a path of a form, with their full paths, in the form's order. */
export function leavesUnder(form: object, path: string): [path: string, value: Leaf][] {
  const leaves: [string, Leaf][] = []
  const value = valueAt(form, path)
  if (value === undefined || path.endsWith('/key')) return leaves
  if (isLeaf(value)) leaves.push([path, value])
  else if (Array.isArray(value)) collectGroup(value as readonly FormTree[], path, leaves)
  else collect(value as FormTree, path, leaves)
  return leaves
}

/** Whether a value is a leaf: a scalar or an array of scalars with something in it. */
export const isLeaf = (value: FormValue): value is Leaf =>
  typeof value !== 'object' || (Array.isArray(value) && value.length > 0 && !isGroup(value))

/** One step down: a property by name, an element by key. Never reaches what an object inherits. */
export function childOf(parent: FormValue, segment: string): FormValue | undefined {
  if (typeof parent !== 'object') return undefined
  if (Array.isArray(parent)) {
    return isGroup(parent) ? parent.find((element) => element.key === segment) : undefined
  }
  return Object.hasOwn(parent, segment) ? (parent as FormTree)[segment] : undefined
}

/** What is at a path: a leaf, a subtree, a group or one element; undefined when there is nothing. */
export function valueAt(form: object, path: string): FormValue | undefined {
  let here: FormValue | undefined = form as FormTree
  for (const segment of segmentsOf(path)) {
    if (here === undefined) return undefined
    here = childOf(here, segment)
  }
  return here
}

/** The leaf at a path; undefined when there is none. */
export function leafAt(form: object, path: string): Leaf | undefined {
  const value = valueAt(form, path)
  return value !== undefined && isLeaf(value) ? value : undefined
}

/** Whether two leaves are equal; arrays by content and order. */
export function sameLeaf(one: Leaf, other: Leaf): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one.length !== other.length) return false
  return one.every((value, index) => value === other[index])
}
