/**
 * Who sees what, laid out like the form: at each place the columns that see the leaf there, one bit a column. A form is walked
 * together with it once, for however many readers, and no path is taken apart on the way.
 */
import { maskNamed } from './mask.ts'
import { type MatrixGroup, matrixColumns } from './matrix-content.ts'
import { below, type FormTree, isGroup, isLeaf, keyOf, type Leaf } from './paths.ts'
import { applicable, type PatternNode } from './patterns.ts'
import type { RoleMask } from './roles.ts'

/** A set of columns: one bit each, in the order of `matrixColumns`. */
export type ColumnBits = number

/** Who sees a leaf as it is, and who at least masked. */
export interface Grant {
  readonly full: ColumnBits
  readonly masked: ColumnBits
}

export type Seen = 'full' | 'masked' | 'nothing'

/** A leaf of a form with its path, and who sees it. Leaves of one kind share one grant object. */
export interface GrantedLeaf {
  readonly path: string
  readonly value: Leaf
  readonly grant: Grant
}

export interface GrantNode {
  /** Of the leaf that is here. */
  readonly here: Grant
  /** Of everything below, where that is one grant. */
  readonly rest: GrantNode | undefined
  /** Properties by name; the elements of a group under `*`. */
  readonly children: ReadonlyMap<string, GrantNode>
  /** Who sees anything here or below, masked or not. */
  readonly anything: ColumnBits
}

const bitOf: ReadonlyMap<string, ColumnBits> = new Map(
  matrixColumns.map((column, index) => [column, 1 << index]),
)

/** The bits of columns; what is no column has none. */
export function bitsOf(columns: readonly string[]): ColumnBits {
  let bits = 0
  for (const column of columns) bits |= bitOf.get(column) ?? 0
  return bits
}

/** How the columns see a leaf: the best of their grants. */
export const seenBy = (bits: ColumnBits, { full, masked }: Grant): Seen =>
  (full & bits) !== 0 ? 'full' : (masked & bits) !== 0 ? 'masked' : 'nothing'

export const noGrant: Grant = { full: 0, masked: 0 }

function grantOf(groups: readonly MatrixGroup[]): Grant {
  let full = 0
  let masked = 0
  for (const { access } of groups)
    for (const [column, letter] of Object.entries(access)) {
      if (letter === 'M') masked |= bitsOf([column])
      else if (letter !== '-') full |= bitsOf([column])
    }
  return { full, masked }
}

const none: ReadonlyMap<string, GrantNode> = new Map()

/** The grants below a place of the matrix, people seen in the roles of the mask. */
export function grantTree(node: PatternNode, mask: RoleMask): GrantNode {
  const children = new Map<string, GrantNode>()
  const here = grantOf(applicable(node.groups, mask))
  let anything = here.full | here.masked
  for (const [name, pattern] of node.children) {
    const child = grantTree(pattern, mask)
    children.set(name, child)
    anything |= child.anything
  }
  const rest = node.rest === undefined ? undefined : everywhere(grantOf([node.rest]))
  return { here, rest, children, anything: anything | (rest?.anything ?? 0) }
}

/** The same grant here and however far below. */
function everywhere(here: Grant): GrantNode {
  const node = {
    here,
    rest: undefined as GrantNode | undefined,
    children: none,
    anything: here.full | here.masked,
  }
  node.rest = node
  return node
}

/** One step down by a property's name or an element's key. */
export const grantsBelow = (node: GrantNode, segment: string): GrantNode | undefined =>
  node.rest ?? node.children.get(segment) ?? node.children.get('*')

/** Gives the grants of one element of `people`: they follow from that person's roles. */
export type PersonGrants = (element: FormTree) => GrantNode | undefined

/** Every leaf of a part of a form, in its order, with who sees it. */
export function grantedLeaves(source: FormTree, root: GrantNode, person: PersonGrants): GrantedLeaf[] {
  const walk: Walk = { person, leaves: [] }
  collect(source, root, '', walk)
  return walk.leaves
}

interface Walk {
  readonly person: PersonGrants
  readonly leaves: GrantedLeaf[]
}

function collect(tree: FormTree, node: GrantNode | undefined, prefix: string, walk: Walk): void {
  for (const name in tree) {
    const value = tree[name]
    if (name === 'key' || value === undefined || value === null) continue
    const path = below(prefix, name)
    const next = node && (node.rest ?? node.children.get(name))
    if (isLeaf(value)) walk.leaves.push({ path, value, grant: next?.here ?? noGrant })
    else if (!Array.isArray(value)) collect(value as FormTree, next, path, walk)
    else if (isGroup(value)) {
      const common = next && (next.rest ?? next.children.get('*'))
      for (const element of value) {
        const own = name === 'people' ? walk.person(element) : common
        collect(element, own, below(path, keyOf(element, path)), walk)
      }
    }
  }
}

interface Cut {
  [name: string]: Leaf | Cut | Cut[]
}

/** Who looks: some columns, at people in their roles. */
export interface Eyes {
  readonly bits: ColumnBits
  readonly person: PersonGrants
}

/** What is seen of a part of a form; undefined when nothing. Copies; keeps no part of the source. */
export function cutTree(source: FormTree, node: GrantNode, eyes: Eyes): Cut | undefined {
  let result: Cut | undefined
  for (const name in source) {
    const value = source[name]
    if (name === 'key' || value === undefined || value === null) continue
    const next = node.rest ?? node.children.get(name)
    // What is shown of people is told one by one, by their roles.
    if (next === undefined || ((next.anything & eyes.bits) === 0 && name !== 'people')) continue
    const seen = isLeaf(value)
      ? cutLeaf(name, value, seenBy(eyes.bits, next.here))
      : Array.isArray(value)
        ? cutGroup(name, value, next, eyes)
        : cutTree(value as FormTree, next, eyes)
    if (seen === undefined) continue
    if (result === undefined) {
      const key = source.key
      result = typeof key === 'string' ? { key } : {}
    }
    result[name] = seen
  }
  return result
}

function cutLeaf(name: string, value: Leaf, seen: Seen): Leaf | undefined {
  if (seen === 'nothing') return undefined
  if (seen === 'masked') return maskNamed(name, value)
  return typeof value === 'object' ? value.slice() : value
}

function cutGroup(name: string, group: readonly FormTree[], node: GrantNode, eyes: Eyes): Cut[] | undefined {
  if (!isGroup(group)) return undefined
  const common = node.rest ?? node.children.get('*')
  const result: Cut[] = []
  for (const element of group) {
    const own = name === 'people' ? eyes.person(element) : common
    const seen = own === undefined ? undefined : cutTree(element, own, eyes)
    if (seen !== undefined) result.push(seen)
  }
  return result.length === 0 ? undefined : result
}
