import {
  type AccessMatrix,
  bitsOf,
  type Change,
  type ColumnBits,
  type Grant,
  type GrantedLeaf,
  type Leaf,
  mask,
  type RoleMask,
  roleMasksOf,
  type Seen,
  sameLeaf,
  seenBy,
} from '@yibiao/schemas'
import type { OneFormView } from '../one-form/index.ts'

export interface FeedChange {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

/** For whom an event is cut, and by which matrices: the one in force then and, in a replay, also the one now. */
export interface Recipient {
  readonly participant: string
  readonly columns: readonly string[]
  readonly matrices: readonly AccessMatrix[]
  /** Approvals of the record that were routed to the recipient: what was written about them is meant for it. */
  readonly approvals?: ReadonlySet<string>
  /** Codes of the materials that its items of the record take; where there are none to see, none. */
  readonly materials?: ReadonlySet<string>
}

/** The record as far as a cut needs it. */
export type Formed = Pick<OneFormView, 'form'>

/** The leaves of a form or a fragment with what is granted of them, once for each matrix, always in the same order. */
export type Layers = readonly (readonly GrantedLeaf[])[]

/**
 * A form, and what some matrices grant of it: found out once, at the first question, for however many look at it. MUST NOT be
 * asked after the form has changed, save for what `hold` has found out before.
 */
export class Exposure {
  readonly form: object
  readonly matrices: readonly AccessMatrix[]
  #masks: ReadonlyMap<string, RoleMask> | undefined
  #unmet: readonly ColumnBits[] | undefined
  #layers: Layers | undefined

  constructor(form: object, matrices: readonly AccessMatrix[]) {
    this.form = form
    this.matrices = matrices
  }

  /** Finds out what the form shows now, before it changes. */
  hold(): this {
    this.unmet()
    this.layers()
    return this
  }

  /** Of each matrix the columns whose condition the form does not meet: a bank sees only with the founder's consent. */
  unmet(): readonly ColumnBits[] {
    this.#unmet ??= this.matrices.map((matrix) => matrix.unmet(this.form))
    return this.#unmet
  }

  layers(): Layers {
    this.#layers ??= this.layersOf(this.form)
    return this.#layers
  }

  layersOf(fragment: object): Layers {
    return this.matrices.map((matrix) => matrix.leaves(fragment, this.#roles()))
  }

  grantsAt(path: string): readonly Grant[] {
    return this.matrices.map((matrix) => matrix.grantAt(path, this.#roles()))
  }

  /** Of each matrix the columns that see anything at or below a path. */
  seenBelow(path: string): readonly ColumnBits[] {
    return this.matrices.map((matrix) => matrix.seenBelow(path, this.#roles()))
  }

  #roles(): ReadonlyMap<string, RoleMask> {
    this.#masks ??= roleMasksOf(this.form)
    return this.#masks
  }
}

/** A form through a recipient's eyes: the least that all of the matrices allow. */
export class Sight {
  readonly #exposure: Exposure
  readonly #columns: readonly string[]
  /** By matrix, the columns that the recipient looks through. */
  readonly #bits: readonly ColumnBits[]

  constructor(exposure: Exposure, { columns }: Recipient) {
    this.#exposure = exposure
    this.#columns = columns
    const bits = bitsOf(columns)
    this.#bits = exposure.unmet().map((unmet) => bits & ~unmet)
  }

  /** The same for all who see the same of everything. */
  get key(): string {
    return this.#bits.join()
  }

  /** False for whom the form shows nothing: a bank without the founder's consent, a department that is played no more. */
  get seesAnything(): boolean {
    return this.#bits.every((bits) => bits !== 0)
  }

  /** How the leaf of an index is seen. */
  seen(layers: Layers, index: number): Seen {
    let least: Seen = 'full'
    for (let matrix = 0; matrix < layers.length; matrix += 1) {
      const { grant } = (layers[matrix] as Layers[number])[index] as GrantedLeaf
      const seen = seenBy(this.#bits[matrix] as ColumnBits, grant)
      if (seen === 'nothing') return seen
      if (seen === 'masked') least = seen
    }
    return least
  }

  /** How a leaf is seen. */
  at(path: string): Seen {
    const seen = this.#exposure.grantsAt(path).map((grant, matrix) => seenBy(this.#bits[matrix] ?? 0, grant))
    return seen.includes('nothing') ? 'nothing' : seen.includes('masked') ? 'masked' : 'full'
  }

  /** Whether anything at or below a path is seen. */
  reaches(path: string): boolean {
    const seen = this.#exposure.seenBelow(path)
    return this.#bits.every((bits, index) => (bits & (seen[index] as ColumnBits)) !== 0)
  }

  /** What is seen of a fragment of this form; undefined when nothing is. */
  cut<Fragment extends object>(fragment: Fragment): Fragment | undefined {
    const { matrices, form } = this.#exposure
    let left: Fragment | undefined = fragment
    for (const matrix of matrices) left = left && matrix.cut(this.#columns, left, form)
    return left
  }

  /** Every leaf that is seen, as it is seen. */
  leaves(): [path: string, value: Leaf][] {
    const visible: [string, Leaf][] = []
    const layers = this.#exposure.layers()
    for (const [index, { path, value }] of (layers[0] ?? []).entries()) {
      const seen = this.seen(layers, index)
      if (seen !== 'nothing') visible.push([path, seen === 'full' ? value : mask(path, value)])
    }
    return visible
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
