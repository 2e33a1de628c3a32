/**
 * Setting and removing values of a form. Every event of a record passes here, so these functions own and change the form they
 * are given instead of copying it; a caller that still needs the earlier form copies it first (`structuredClone`).
 * They never change, and never keep a part of, the fragment.
 */
import { childOf, type FormTree, isGroup, keyOf, type Leaf, type Scalar, segmentsOf } from './paths.ts'

interface MutableTree {
  [name: string]: MutableValue | undefined
}
type MutableValue = Leaf | MutableTree | MutableTree[]

/**
 * Sets what the fragment says; what it does not mention stays. Elements of a group are matched by key, a new one goes to the
 * end. Owns and changes `form` and returns it. Throws `YB_SCHEMA` for an element without a key.
 */
export function applyFragment<Form extends object>(form: Form, fragment: object): Form {
  merge(form as MutableTree, fragment as FormTree, '')
  return form
}

/** Returns whether the source said anything, so that what says nothing leaves no empty shell behind. */
function merge(target: MutableTree, source: FormTree, path: string): boolean {
  let said = false
  for (const name in source) {
    const value = source[name]
    if (name === 'key' || value === undefined || value === null) continue
    if (typeof value !== 'object') {
      target[name] = value
      said = true
    } else if (!Array.isArray(value)) {
      const existing = target[name] as MutableTree | undefined
      const child = existing ?? {}
      if (!merge(child, value as FormTree, path)) continue
      if (existing === undefined) target[name] = child
      said = true
    } else if (isGroup(value)) {
      if (mergeGroup(target, name, value, `${path}/${name}`)) said = true
    } else if ((value as readonly Scalar[]).length > 0) {
      target[name] = (value as readonly Scalar[]).slice()
      said = true
    }
  }
  return said
}

function mergeGroup(target: MutableTree, name: string, elements: readonly FormTree[], path: string): boolean {
  const existing = target[name] as MutableTree[] | undefined
  const group = existing ?? []
  let said = false
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index] as FormTree
    const key = keyOf(element, path)
    // Senders keep the order of a group, so the element is nearly always where it was.
    const aligned = group[index]
    const found = aligned?.key === key ? aligned : group.find((candidate) => candidate.key === key)
    const child = found ?? { key }
    if (!merge(child, element, path)) continue
    if (found === undefined) group.push(child)
    said = true
  }
  if (existing === undefined && said) target[name] = group
  return said
}

/**
 * Removes the leaf, the element or the whole part at a path, and what that leaves empty. Owns and changes `form`. Returns
 * whether there was anything. The empty path and the `key` of an element cannot be removed.
 */
export function removePath(form: object, path: string): boolean {
  const segments = segmentsOf(path)
  return segments.length > 0 && removeFrom(form as MutableTree, segments, 0)
}

function removeFrom(
  parent: MutableTree | MutableTree[],
  segments: readonly string[],
  depth: number,
): boolean {
  const segment = segments[depth] as string
  if (segment === 'key' && !Array.isArray(parent)) return false
  const child = childOf(parent, segment) as MutableValue | undefined
  if (child === undefined) return false
  if (depth < segments.length - 1) {
    if (typeof child !== 'object') return false
    const part = child as MutableTree | MutableTree[]
    if (!removeFrom(part, segments, depth + 1)) return false
    if (saysSomething(part)) return true
  }
  if (Array.isArray(parent)) parent.splice(parent.indexOf(child as MutableTree), 1)
  else delete parent[segment]
  return true
}

function saysSomething(part: MutableTree | MutableTree[]): boolean {
  if (Array.isArray(part)) return part.length > 0
  for (const name in part) if (name !== 'key') return true
  return false
}

/** What an event states about a form: what goes, then what is set. */
export interface Statement {
  readonly form?: object | undefined
  readonly removed?: readonly string[] | undefined
}

/** Applies a statement: removals first, then the fragment. Owns and changes `form` and returns it. */
export function applyStatement<Form extends object>(form: Form, statement: Statement): Form {
  if (statement.removed !== undefined) for (const path of statement.removed) removePath(form, path)
  return statement.form === undefined ? form : applyFragment(form, statement.form)
}
