/**
 * A lens is the matrix seen through one set of columns, laid out like the form, so that a cut walks form and lens together and
 * never takes a path apart.
 */
import { maskNamed } from './mask.ts'
import { type Access, accesses, type Column, type MatrixGroup, type PersonRole } from './matrix-content.ts'
import { type FormTree, isGroup, isLeaf, type Leaf } from './paths.ts'
import { type RoleMask, rolesInMask } from './roles.ts'

/** A place in the tree of the matrix's patterns. */
export interface PatternNode {
  readonly children: Map<string, PatternNode>
  /** The groups of the leaf that is here; several only below `/people/*`, one a role. */
  readonly groups: MatrixGroup[]
  /** The group of everything below. */
  rest: MatrixGroup | undefined
}

export interface Lens {
  /** What is granted of the leaf that is here. */
  readonly access: Access
  /** What is granted of everything below, where that is the same. */
  readonly rest: Access | undefined
  /** Properties by name; the elements of a group under `*`. */
  readonly children: ReadonlyMap<string, Lens>
  /** Whether anything here or below is seen. */
  readonly sees: boolean
}

/** The better of two grants. */
const better = (one: Access, other: Access): Access =>
  accesses.indexOf(one) <= accesses.indexOf(other) ? one : other

/** The groups that apply to a leaf of somebody with these roles; of what is no person's, all. */
export function applicable(groups: readonly MatrixGroup[], mask: RoleMask): readonly MatrixGroup[] {
  if (groups[0]?.roles === undefined) return groups
  const held: readonly PersonRole[] = mask === 0 ? ['none'] : rolesInMask(mask)
  return groups.filter((group) => group.roles?.some((role) => held.includes(role as PersonRole)))
}

/** The best grant that any of the columns has in any of the groups. */
export function bestAccess(groups: readonly MatrixGroup[], columns: readonly string[]): Access {
  let best: Access = '-'
  for (const group of groups) {
    for (const column of columns)
      best = better(best, (group.access[column as Column] as Access | undefined) ?? '-')
  }
  return best
}

/** The lens of some columns below a node, people seen in the roles of the mask. */
export function lensOf(node: PatternNode, columns: readonly string[], mask: RoleMask): Lens {
  const children = new Map<string, Lens>()
  for (const [name, child] of node.children) children.set(name, lensOf(child, columns, mask))
  const access = bestAccess(applicable(node.groups, mask), columns)
  const rest = node.rest === undefined ? undefined : bestAccess([node.rest], columns)
  const sees =
    access !== '-' ||
    (rest !== undefined && rest !== '-') ||
    [...children.values()].some((child) => child.sees)
  return { access, rest, children, sees }
}

interface Cut {
  [name: string]: Leaf | Cut | Cut[]
}

/** Gives the lens of one element of a group; only people need their own. */
export type ElementLens = (element: FormTree) => Lens | undefined

/** What a lens shows of a part of a form; undefined when nothing. Copies; keeps no part of the source. */
export function cutTree(source: FormTree, lens: Lens, person: ElementLens): Cut | undefined {
  let result: Cut | undefined
  for (const name in source) {
    const value = source[name]
    if (name === 'key' || value === undefined || value === null) continue
    const next = lens.rest === undefined ? lens.children.get(name) : lens
    if (next === undefined || !next.sees) continue
    const seen = isLeaf(value)
      ? cutLeaf(name, value, next.rest ?? next.access)
      : Array.isArray(value)
        ? cutGroup(name, value, next, person)
        : cutTree(value as FormTree, next, person)
    if (seen === undefined) continue
    if (result === undefined) {
      const key = source.key
      result = typeof key === 'string' ? { key } : {}
    }
    result[name] = seen
  }
  return result
}

function cutLeaf(name: string, value: Leaf, access: Access): Leaf | undefined {
  if (access === '-') return undefined
  if (access === 'M') return maskNamed(name, value)
  return typeof value === 'object' ? value.slice() : value
}

function cutGroup(
  name: string,
  group: readonly FormTree[],
  lens: Lens,
  person: ElementLens,
): Cut[] | undefined {
  if (!isGroup(group)) return undefined
  const common = lens.rest === undefined ? lens.children.get('*') : lens
  let result: Cut[] | undefined
  for (const element of group) {
    const own = name === 'people' ? person(element) : common
    const seen = own === undefined ? undefined : cutTree(element, own, person)
    if (seen === undefined) continue
    if (result === undefined) result = [seen]
    else result.push(seen)
  }
  return result
}
