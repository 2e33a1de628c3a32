import { contentDigest } from '../json/canonical.ts'
import { problem, YibiaoError } from '../problem.ts'
import {
  bitsOf,
  type ColumnBits,
  cutTree,
  type Grant,
  type GrantedLeaf,
  type GrantNode,
  grantedLeaves,
  grantsBelow,
  grantTree,
  noGrant,
  type PersonGrants,
} from './grants.ts'
import { type Access, type Column, type MatrixContent, matrixProblems, writerOf } from './matrix-content.ts'
import { childOf, type FormTree, type FormValue, segmentsOf } from './paths.ts'
import { bestAccess, emptyPattern, groupsAt, type PatternNode, patternTree } from './patterns.ts'
import { maskOfRoles, type Role, type RoleMask, roleMasksOf } from './roles.ts'

/** Who supplies in the founder's name. */
const suppliers: ReadonlySet<string> = new Set<Column>(['APPLICANT', 'PAB'])

/**
 * The access matrix, ready for questions. `columns` are the columns that a participant plays; of several grants the best counts.
 * `path` is a leaf's path in a record (keys, not indexes). For a leaf below `/people`, `roles` are that person's
 * (see `rolesOf`); nobody's are the grants of a person without a role. A path that is no leaf of the form has '-'.
 */
export interface AccessMatrix {
  readonly version: number
  /** SHA-256 of the content with sorted member names, lower-case hex. */
  readonly digest: string
  readonly content: MatrixContent
  access(columns: readonly string[], path: string, roles?: Iterable<Role>): Access
  /** The one column that writes a leaf; undefined when the path is none. */
  ownerOf(path: string): Column | undefined
  mayWrite(columns: readonly string[], path: string): boolean
  /** Whether they supply the leaf at submission, or in a supplement when it was asked for. */
  maySupply(columns: readonly string[], path: string): boolean
  /** Whether they may confirm or dispute the leaf. */
  mayDispute(columns: readonly string[], path: string, roles?: Iterable<Role>): boolean
  /** Whether they see the leaf, masked or not; of a part of the form, whether they see any leaf in it. */
  seesPath(columns: readonly string[], path: string, roles?: Iterable<Role>): boolean
  /**
   * What the columns may see of a fragment: ungranted leaves left out, masked ones replaced (see `mask`), so the result need not
   * fit the fragment's schema. Undefined when nothing is left. `form` is the record's whole form with the fragment applied:
   * it decides the roles of people and the conditions of columns (a bank sees nothing without consent). The result is a copy.
   */
  cut<Fragment extends object>(
    columns: readonly string[],
    fragment: Fragment,
    form: object,
  ): Fragment | undefined
  /** The columns without grants in a form, since it does not meet their condition. */
  unmet(form: object): ColumnBits
  /** Who sees a leaf, if their conditions are met; `masks` are the roles of the form's people (see `roleMasksOf`). */
  grantAt(path: string, masks: ReadonlyMap<string, RoleMask>): Grant
  /** Who sees anything at or below a path. */
  seenBelow(path: string, masks: ReadonlyMap<string, RoleMask>): ColumnBits
  /** Every leaf of a fragment, in its order, with who sees it: for whoever cuts the same for many. */
  leaves(fragment: object, masks: ReadonlyMap<string, RoleMask>): readonly GrantedLeaf[]
}

/** Throws `YB_CONFIGURATION` when the content is not a complete matrix; see `matrixProblems` for all that is wrong. */
export function compileMatrix(content: MatrixContent): AccessMatrix {
  const [first] = matrixProblems(content)
  if (first !== undefined) {
    throw new YibiaoError(problem('YB_CONFIGURATION', '', { reason: `access matrix: ${first}` }))
  }
  return new CompiledMatrix(content)
}

interface CompiledCondition {
  readonly column: ColumnBits
  readonly segments: readonly string[]
  readonly equals: unknown
}

class CompiledMatrix implements AccessMatrix {
  readonly version: number
  readonly digest: string
  readonly content: MatrixContent
  readonly #patterns: PatternNode
  readonly #grants: GrantNode
  readonly #person: PatternNode
  /** The grants of one person, by the mask of the roles. */
  readonly #people = new Map<RoleMask, GrantNode>()
  readonly #conditions: readonly CompiledCondition[]

  constructor(content: MatrixContent) {
    this.content = content
    this.version = content.version
    this.digest = contentDigest(content)
    this.#patterns = patternTree(content.groups)
    this.#grants = grantTree(this.#patterns, 0)
    this.#person = this.#patterns.children.get('people')?.children.get('*') ?? emptyPattern()
    this.#conditions = (content.conditions ?? []).map(({ column, path, equals }) => ({
      column: bitsOf([column]),
      segments: segmentsOf(path),
      equals,
    }))
  }

  access(columns: readonly string[], path: string, roles: Iterable<Role> = []): Access {
    return bestAccess(groupsAt(this.#patterns, path, maskOfRoles(roles)), columns)
  }

  ownerOf(path: string): Column | undefined {
    const [group] = groupsAt(this.#patterns, path, 0)
    return group === undefined ? undefined : writerOf(group)
  }

  mayWrite(columns: readonly string[], path: string): boolean {
    const owner = this.ownerOf(path)
    return owner !== undefined && columns.includes(owner)
  }

  maySupply(columns: readonly string[], path: string): boolean {
    const groups = groupsAt(this.#patterns, path, 0)
    return groups.some(({ access }) =>
      columns.some((column) => access[column] === 'S' || (access[column] === 'W' && suppliers.has(column))),
    )
  }

  mayDispute(columns: readonly string[], path: string, roles: Iterable<Role> = []): boolean {
    const groups = groupsAt(this.#patterns, path, maskOfRoles(roles))
    return groups.some(({ access }) => columns.some((column) => access[column] === 'C'))
  }

  seesPath(columns: readonly string[], path: string, roles: Iterable<Role> = []): boolean {
    return ((this.#nodeAt(segmentsOf(path), maskOfRoles(roles))?.anything ?? 0) & bitsOf(columns)) !== 0
  }

  cut<Fragment extends object>(
    columns: readonly string[],
    fragment: Fragment,
    form: object,
  ): Fragment | undefined {
    const bits = bitsOf(columns) & ~this.unmet(form)
    if (bits === 0) return undefined
    let masks: ReadonlyMap<string, RoleMask> | undefined
    const person: PersonGrants = (element) => {
      masks ??= roleMasksOf(form)
      return this.#personWith(masks.get(element.key as string) ?? 0)
    }
    return cutTree(fragment as unknown as FormTree, this.#grants, { bits, person }) as Fragment | undefined
  }

  unmet(form: object): ColumnBits {
    let unmet = 0
    for (const { column, segments, equals } of this.#conditions) {
      let here: FormValue | undefined = form as FormTree
      for (const segment of segments) here = here === undefined ? undefined : childOf(here, segment)
      if (here !== equals) unmet |= column
    }
    return unmet
  }

  grantAt(path: string, masks: ReadonlyMap<string, RoleMask>): Grant {
    const segments = segmentsOf(path)
    return this.#nodeAt(segments, maskAt(segments, masks))?.here ?? noGrant
  }

  seenBelow(path: string, masks: ReadonlyMap<string, RoleMask>): ColumnBits {
    const segments = segmentsOf(path)
    return this.#nodeAt(segments, maskAt(segments, masks))?.anything ?? 0
  }

  leaves(fragment: object, masks: ReadonlyMap<string, RoleMask>): readonly GrantedLeaf[] {
    const person: PersonGrants = ({ key }) => this.#personWith(masks.get(key as string) ?? 0)
    return grantedLeaves(fragment as FormTree, this.#grants, person)
  }

  #nodeAt(segments: readonly string[], mask: RoleMask): GrantNode | undefined {
    const isPersons = segments[0] === 'people' && segments.length > 1
    let node: GrantNode | undefined = isPersons ? this.#personWith(mask) : this.#grants
    for (let at = isPersons ? 2 : 0; node !== undefined && at < segments.length; at += 1)
      node = grantsBelow(node, segments[at] as string)
    return node
  }

  #personWith(mask: RoleMask): GrantNode {
    let grants = this.#people.get(mask)
    if (grants === undefined) {
      grants = grantTree(this.#person, mask)
      this.#people.set(mask, grants)
    }
    return grants
  }
}

/** The roles of the person whose leaf it is; of what is no person's, none. */
const maskAt = ([first, key = '']: readonly string[], masks: ReadonlyMap<string, RoleMask>): RoleMask =>
  first === 'people' ? (masks.get(key) ?? 0) : 0
