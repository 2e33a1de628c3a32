import { contentDigest } from '../json/canonical.ts'
import { problem, YibiaoError } from '../problem.ts'
import {
  applicable,
  bestAccess,
  cutTree,
  type ElementLens,
  type Lens,
  lensOf,
  type PatternNode,
} from './lens.ts'
import {
  type Access,
  type Column,
  type MatrixContent,
  type MatrixGroup,
  matrixProblems,
  peoplePattern,
  writerOf,
} from './matrix-content.ts'
import { childOf, type FormTree, type FormValue, segmentsOf } from './paths.ts'
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
}

/** Throws `YB_CONFIGURATION` when the content is not a complete matrix; see `matrixProblems` for all that is wrong. */
export function compileMatrix(content: MatrixContent): AccessMatrix {
  const [first] = matrixProblems(content)
  if (first !== undefined) {
    throw new YibiaoError(problem('YB_CONFIGURATION', '', { reason: `access matrix: ${first}` }))
  }
  return new CompiledMatrix(content)
}

const emptyNode = (): PatternNode => ({ children: new Map(), groups: [], rest: undefined })

function patternTree(groups: readonly MatrixGroup[]): PatternNode {
  const root = emptyNode()
  for (const group of groups) {
    for (const path of group.paths) {
      let node = root
      for (const segment of segmentsOf(path)) {
        if (segment === '**') {
          node.rest = group
          break
        }
        const next = node.children.get(segment) ?? emptyNode()
        node.children.set(segment, next)
        node = next
      }
      if (node.rest !== group) node.groups.push(group)
    }
  }
  return root
}

interface View {
  readonly lens: Lens
  /** The lens on one person, by the mask of the roles. */
  readonly people: Map<RoleMask, Lens>
}

interface CompiledCondition {
  readonly column: string
  readonly segments: readonly string[]
  readonly equals: unknown
}

class CompiledMatrix implements AccessMatrix {
  readonly version: number
  readonly digest: string
  readonly content: MatrixContent
  readonly #root: PatternNode
  readonly #person: PatternNode
  readonly #conditions: readonly CompiledCondition[]
  readonly #views = new Map<string, View>()

  constructor(content: MatrixContent) {
    this.content = content
    this.version = content.version
    this.digest = contentDigest(content)
    this.#root = patternTree(content.groups)
    this.#person = this.#nodeAt(segmentsOf(peoplePattern)) ?? emptyNode()
    this.#conditions = (content.conditions ?? []).map(({ column, path, equals }) => ({
      column,
      segments: segmentsOf(path),
      equals,
    }))
  }

  access(columns: readonly string[], path: string, roles: Iterable<Role> = []): Access {
    return bestAccess(this.#groupsAt(path, maskOfRoles(roles)), columns)
  }

  ownerOf(path: string): Column | undefined {
    const [group] = this.#groupsAt(path, 0)
    return group === undefined ? undefined : writerOf(group)
  }

  mayWrite(columns: readonly string[], path: string): boolean {
    const owner = this.ownerOf(path)
    return owner !== undefined && columns.includes(owner)
  }

  maySupply(columns: readonly string[], path: string): boolean {
    const groups = this.#groupsAt(path, 0)
    return groups.some(({ access }) =>
      columns.some((column) => access[column] === 'S' || (access[column] === 'W' && suppliers.has(column))),
    )
  }

  mayDispute(columns: readonly string[], path: string, roles: Iterable<Role> = []): boolean {
    const groups = this.#groupsAt(path, maskOfRoles(roles))
    return groups.some(({ access }) => columns.some((column) => access[column] === 'C'))
  }

  seesPath(columns: readonly string[], path: string, roles: Iterable<Role> = []): boolean {
    if (this.access(columns, path, roles) !== '-') return true
    const node = this.#nodeAt(segmentsOf(path))
    return node !== undefined && lensOf(node, columns, maskOfRoles(roles)).sees
  }

  cut<Fragment extends object>(
    columns: readonly string[],
    fragment: Fragment,
    form: object,
  ): Fragment | undefined {
    const allowed = this.#allowed(columns, form)
    const view = this.#viewOf(allowed)
    if (!view.lens.sees) return undefined
    let masks: Map<string, RoleMask> | undefined
    const person: ElementLens = (element) => {
      masks ??= roleMasksOf(form)
      return this.#personLens(view, allowed, masks.get(element.key as string) ?? 0)
    }
    return cutTree(fragment as unknown as FormTree, view.lens, person) as Fragment | undefined
  }

  /** The columns whose condition the record meets. */
  #allowed(columns: readonly string[], form: object): readonly string[] {
    let allowed = columns
    for (const { column, segments, equals } of this.#conditions) {
      if (!columns.includes(column)) continue
      let here: FormValue | undefined = form as FormTree
      for (const segment of segments) here = here === undefined ? undefined : childOf(here, segment)
      if (here !== equals) allowed = allowed.filter((other) => other !== column)
    }
    return allowed
  }

  #viewOf(columns: readonly string[]): View {
    const id = columns.length === 1 ? (columns[0] as string) : columns.join(' ')
    let view = this.#views.get(id)
    if (view === undefined) {
      view = { lens: lensOf(this.#root, columns, 0), people: new Map() }
      // A person's role may show what the lens of somebody without a role does not: people are looked into one by one.
      view = { ...view, lens: withVisible(view.lens, 'people') }
      this.#views.set(id, view)
    }
    return view
  }

  #personLens(view: View, columns: readonly string[], mask: RoleMask): Lens {
    let lens = view.people.get(mask)
    if (lens === undefined) {
      lens = lensOf(this.#person, columns, mask)
      view.people.set(mask, lens)
    }
    return lens
  }

  #groupsAt(path: string, mask: RoleMask): readonly MatrixGroup[] {
    let node = this.#root
    for (const segment of segmentsOf(path)) {
      const next = node.children.get(segment) ?? node.children.get('*')
      if (next === undefined) return node.rest === undefined ? [] : [node.rest]
      node = next
    }
    return applicable(node.groups, mask)
  }

  #nodeAt(segments: readonly string[]): PatternNode | undefined {
    let node: PatternNode | undefined = this.#root
    for (const segment of segments) node = node?.children.get(segment) ?? node?.children.get('*')
    return node
  }
}

function withVisible(lens: Lens, name: string): Lens {
  const child = lens.children.get(name)
  if (child === undefined) return lens
  const children = new Map(lens.children).set(name, { ...child, sees: true })
  return { ...lens, children, sees: true }
}
