import { reasonedIssue } from '../issues.ts'
import type { Issue } from '../problem.ts'
import {
  below,
  childOf,
  type FormTree,
  isGroup,
  isLeaf,
  keyOf,
  type Leaf,
  leavesUnder,
  pathOf,
  sameLeaf,
} from './paths.ts'

/** What one event does to one leaf; `null` stands for "not there". */
export interface Change {
  readonly path: string
  readonly before: Leaf | null
  readonly after: Leaf | null
}

/**
 * What a statement would change, one entry a leaf, taken BEFORE it is applied (see `applyStatement`). First the fragment's
 * leaves in its order, then the removed ones in the order of `removed` and of the form. A leaf that keeps its value is no
 * change. Applying the changes gives the same form as applying the statement, provided that no key is given twice in a group
 * (see `repeatedKeys`).
 */
export function changesBetween(
  form: object,
  fragment: object | undefined,
  removed: readonly string[] = [],
): Change[] {
  const changes: Change[] = []
  const set = removed.length === 0 ? undefined : new Set<string>()
  if (fragment !== undefined) compare(form as FormTree, fragment as FormTree, '', changes, set)
  if (set === undefined) return changes
  for (const path of removed) {
    for (const [leaf, before] of leavesUnder(form, path)) {
      if (set.has(leaf)) continue
      set.add(leaf)
      changes.push({ path: leaf, before, after: null })
    }
  }
  return changes
}

/** Walks both at once, so that no path has to be taken apart. `set` collects the leaves that the fragment sets. */
function compare(
  form: FormTree | undefined,
  fragment: FormTree,
  prefix: string,
  changes: Change[],
  set: Set<string> | undefined,
): void {
  for (const name in fragment) {
    const value = fragment[name]
    if (name === 'key' || value === undefined || value === null) continue
    const path = below(prefix, name)
    const there = form === undefined ? undefined : childOf(form, name)
    if (isLeaf(value)) {
      set?.add(path)
      const before = there !== undefined && isLeaf(there) ? there : null
      if (before === null || !sameLeaf(before, value)) changes.push({ path, before, after: value })
    } else if (!Array.isArray(value)) {
      compare(there as FormTree | undefined, value as FormTree, path, changes, set)
    } else if (isGroup(value)) {
      for (const element of value) {
        const key = keyOf(element, path)
        const same = there === undefined ? undefined : childOf(there, key)
        compare(same as FormTree | undefined, element, below(path, key), changes, set)
      }
    }
  }
}

const keyTwice = {
  zh: '同组内此 key 重复，请换用另一个',
  en: 'this key is given twice in the group; choose another',
}

/**
 * An issue for every element of a fragment or form whose key an earlier element of the same group has. JSON Schema cannot say
 * this, so whoever takes a fragment in MUST ask. `pointer` goes before the issues' pointers: `/data/form`.
 */
export function repeatedKeys(fragment: object, pointer = ''): Issue[] {
  const issues: Issue[] = []
  if (!repeatsKeys(fragment as FormTree)) return issues
  findRepeated(fragment as FormTree, [], (trail) => {
    const at = pointer + pathOf(trail)
    issues.push(reasonedIssue('YB_SCHEMA', at, keyTwice, { pointer: at }))
  })
  return issues
}

/** Whether there is anything to find: the answer for nearly every message, and every message is asked. */
function repeatsKeys(tree: FormTree): boolean {
  for (const name in tree) {
    const value = tree[name]
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) {
      if (repeatsKeys(value as FormTree)) return true
    } else if (isGroup(value)) {
      for (let index = 0; index < value.length; index++) {
        const element = value[index] as FormTree
        for (let before = 0; before < index; before++) if (value[before]?.key === element.key) return true
        if (repeatsKeys(element)) return true
      }
    }
  }
  return false
}

function findRepeated(tree: FormTree, trail: string[], found: (trail: readonly string[]) => void): void {
  for (const name in tree) {
    const value = tree[name]
    if (typeof value !== 'object' || value === null) continue
    trail.push(name)
    if (!Array.isArray(value)) findRepeated(value as FormTree, trail, found)
    else if (isGroup(value)) {
      for (let index = 0; index < value.length; index++) {
        const element = value[index] as FormTree
        trail.push(String(index))
        if (value.findIndex((other) => other.key === element.key) < index) found([...trail, 'key'])
        findRepeated(element, trail, found)
        trail.pop()
      }
    }
    trail.pop()
  }
}
