import type { Change, Leaf } from '@yibiao/schemas'
import { type AccessMatrix, leavesOf, mask, rolesOf, sameLeaf, valueAt } from '@yibiao/schemas'
import type { OneFormView } from '../one-form/index.ts'
import type { ReferencesInForce } from '../references/index.ts'

export interface FeedChange {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

/** For whom an event is cut, and by which matrices: the one in force then and, in a replay, also the one now. */
export interface Recipient {
  readonly participant: string
  readonly columns: readonly string[]
  readonly matrices: readonly ReferencesInForce['matrix'][]
  /** Approvals of the record that were routed to the recipient: what was written about them is meant for it. */
  readonly approvals?: ReadonlySet<string>
}

/** The record as far as a cut needs it. */
export type Formed = Pick<OneFormView, 'form'>

export type Seen = 'full' | 'masked' | 'nothing'

/** The columns whose condition the form meets: a bank has its grants only with the founder's consent. */
function columnsMet(columns: readonly string[], matrix: AccessMatrix, form: object): readonly string[] {
  let met = columns
  for (const { column, path, equals } of matrix.content.conditions ?? [])
    if (columns.includes(column) && valueAt(form, path) !== equals) met = met.filter((one) => one !== column)
  return met
}

/** A form through a recipient's eyes: the least that all of the recipient's matrices allow. */
export class Sight {
  readonly #form: object
  readonly #matrices: readonly { readonly matrix: AccessMatrix; readonly columns: readonly string[] }[]
  #roles: ReturnType<typeof rolesOf> | undefined

  constructor(form: object, { columns, matrices }: Recipient, roles?: ReturnType<typeof rolesOf>) {
    this.#form = form
    this.#roles = roles
    this.#matrices = matrices.map((matrix) => ({ matrix, columns: columnsMet(columns, matrix, form) }))
  }

  /** How a leaf is seen. */
  at(path: string): Seen {
    const roles = this.#rolesAt(path)
    let least: Seen = 'full'
    for (const { matrix, columns } of this.#matrices) {
      const access = matrix.access(columns, path, roles)
      if (access === '-') return 'nothing'
      if (access === 'M') least = 'masked'
    }
    return least
  }

  /** Whether anything at or below a path is seen. */
  reaches(path: string): boolean {
    const roles = this.#rolesAt(path)
    return this.#matrices.every(({ matrix, columns }) => matrix.seesPath(columns, path, roles))
  }

  /** What is seen of a fragment of this form; undefined when nothing is. */
  cut<Fragment extends object>(fragment: Fragment): Fragment | undefined {
    let left: Fragment | undefined = fragment
    for (const { matrix, columns } of this.#matrices) left = left && matrix.cut(columns, left, this.#form)
    return left
  }

  /** Every leaf that is seen, as it is seen. */
  leaves(): [path: string, value: Leaf][] {
    const seen = this.cut(this.#form)
    return seen === undefined ? [] : leavesOf(seen)
  }

  #rolesAt(path: string) {
    if (!path.startsWith('/people/')) return undefined
    this.#roles ??= rolesOf(this.#form)
    return this.#roles.get(path.split('/', 3)[2] as string)
  }
}

/** The changes seen where the event changes nobody's sight: neither a role of a person nor a column's condition. */
export function changesInSight(changes: readonly FeedChange[], sight: Sight): readonly FeedChange[] {
  const visible: FeedChange[] = []
  for (const change of changes) {
    const seen = sight.at(change.path)
    if (seen === 'full') visible.push(change)
    else if (seen === 'masked') visible.push(maskedChange(change))
  }
  return visible
}

function maskedChange({ path, before, after }: FeedChange): FeedChange {
  const shown = (value: unknown): unknown => (value === null ? null : mask(path, value as Leaf))
  return {
    path,
    ...(before === undefined ? {} : { before: shown(before) }),
    ...(after === undefined ? {} : { after: shown(after) }),
  }
}

/** Whether a change may show or hide other values: a person in another role, the consent to tell the bank. */
export const movesSight = ({ path }: Change, matrices: readonly AccessMatrix[]): boolean =>
  path.endsWith('/person') ||
  matrices.some(({ content }) => content.conditions?.some((condition) => condition.path === path))

/**
 * What an event changes of a recipient's part of the form when it also changes what that part is: the part before
 * against the part after. A value that did not change but is seen from now on comes as new; one that is seen no longer
 * goes, so that whoever folds the changes holds exactly what the matrix lets it see.
 */
export function changesOfSight(
  changes: readonly FeedChange[],
  before: Sight,
  after: Sight,
): readonly FeedChange[] {
  const had = new Map(before.leaves())
  const has = new Map(after.leaves())
  const visible: FeedChange[] = []
  const told = new Set<string>()
  const tell = (path: string): void => {
    told.add(path)
    visible.push({ path, before: had.get(path) ?? null, after: has.get(path) ?? null })
  }
  for (const { path } of changes) if (had.has(path) || has.has(path)) tell(path)
  for (const [path, value] of has) {
    const old = had.get(path)
    if (!told.has(path) && (old === undefined || !sameLeaf(old, value))) tell(path)
  }
  for (const path of had.keys()) if (!told.has(path) && !has.has(path)) tell(path)
  return visible
}
