/** The matrix's patterns as a tree, so that the groups of a leaf are found by walking down its path. */
import { type Access, accesses, type Column, type MatrixGroup, type PersonRole } from './matrix-content.ts'
import { segmentsOf } from './paths.ts'
import { type RoleMask, rolesInMask } from './roles.ts'

/** A place in the tree. */
export interface PatternNode {
  readonly children: Map<string, PatternNode>
  /** The groups of the leaf that is here; several only below `/people/*`, one a role. */
  readonly groups: MatrixGroup[]
  /** The group of everything below. */
  rest: MatrixGroup | undefined
}

export const emptyPattern = (): PatternNode => ({ children: new Map(), groups: [], rest: undefined })

export function patternTree(groups: readonly MatrixGroup[]): PatternNode {
  const root = emptyPattern()
  for (const group of groups) {
    for (const path of group.paths) {
      let node = root
      for (const segment of segmentsOf(path)) {
        if (segment === '**') {
          node.rest = group
          break
        }
        const next = node.children.get(segment) ?? emptyPattern()
        node.children.set(segment, next)
        node = next
      }
      if (node.rest !== group) node.groups.push(group)
    }
  }
  return root
}

/** The groups of a leaf; below `/people`, of somebody with these roles. */
export function groupsAt(root: PatternNode, path: string, mask: RoleMask): readonly MatrixGroup[] {
  let node = root
  for (const segment of segmentsOf(path)) {
    const next = node.children.get(segment) ?? node.children.get('*')
    if (next === undefined) return node.rest === undefined ? [] : [node.rest]
    node = next
  }
  return applicable(node.groups, mask)
}

/** The groups that apply to a leaf of somebody with these roles; of what is no person's, all. */
export function applicable(groups: readonly MatrixGroup[], mask: RoleMask): readonly MatrixGroup[] {
  if (groups[0]?.roles === undefined) return groups
  const held: readonly PersonRole[] = mask === 0 ? ['none'] : rolesInMask(mask)
  return groups.filter((group) => group.roles?.some((role) => held.includes(role as PersonRole)))
}

/** The better of two grants. */
const better = (one: Access, other: Access): Access =>
  accesses.indexOf(one) <= accesses.indexOf(other) ? one : other

/** The best grant that any of the columns has in any of the groups. */
export function bestAccess(groups: readonly MatrixGroup[], columns: readonly string[]): Access {
  let best: Access = '-'
  for (const group of groups) {
    for (const column of columns)
      best = better(best, (group.access[column as Column] as Access | undefined) ?? '-')
  }
  return best
}
