import {
  type ExceptionKind,
  exceptionKinds,
  groupsOf,
  isSupervised,
  type Supervised,
  type SupervisedGroup,
  type SupervisedKind,
  type SupervisionFilter,
  superviseException,
  superviseFiling,
} from '@yibiao/projections'
import type { Context } from '../context.ts'
import type { Period } from './period.ts'

export interface SupervisionRequest extends SupervisionFilter {
  readonly kinds: readonly SupervisedKind[]
  readonly period: Period
  /** Entries shown at most; counts are of all that was read. */
  readonly limit: number
}

export interface Supervision {
  readonly position: number
  readonly groups: readonly SupervisedGroup[]
  readonly total: number
  /** There were more exceptions than are read for one answer: ask for a shorter period. */
  readonly truncated: boolean
}

/** Exceptions that are read for one answer. */
const mostExceptions = 20_000

const openStates = ['SUBMITTED', 'IN_PARALLEL', 'SUPPLEMENT'] as const

/** The supervisor's list: exceptions joined with the board, and what stands on the board itself. */
export async function supervise(
  { options: { readModel } }: Context,
  request: SupervisionRequest,
): Promise<Supervision> {
  const { kinds, period, limit } = request
  const asked = kinds.filter((kind): kind is ExceptionKind =>
    (exceptionKinds as readonly string[]).includes(kind),
  )
  const { position, value } =
    asked.length === 0
      ? { position: await readModel.position('filing-board'), value: [] }
      : await readModel.exceptions({ kinds: asked, ...period, limit: mostExceptions })
  const filings = await readModel.filingsOf([...new Set(value.map(({ filing }) => filing))])
  const entries: Supervised[] = value.map((one) => superviseException(one, filings.get(one.filing)))
  const states = [
    ...(kinds.includes('ORPHAN') && request.participant === undefined ? openStates : []),
    ...(kinds.includes('COMPENSATION') ? (['WITHDRAWN'] as const) : []),
  ]
  if (states.length > 0)
    for await (const filing of readModel.eachFiling({ states }))
      entries.push(
        ...superviseFiling(filing).filter(({ at, kind }) => kinds.includes(kind) && isWithin(at, period)),
      )
  const seen = entries.filter((one) => isSupervised(one, request))
  return {
    position,
    groups: shown(groupsOf(seen), limit),
    total: seen.length,
    truncated: value.length >= mostExceptions,
  }
}

const isWithin = (at: string, { from, to }: Period): boolean =>
  (from === undefined || at >= from) && (to === undefined || at < to)

/** The first entries over all groups; every group stays, with its counts. */
function shown(groups: readonly SupervisedGroup[], limit: number): readonly SupervisedGroup[] {
  let left = limit
  return groups.map((group) => {
    const entries = group.entries.slice(0, Math.max(0, left))
    left -= entries.length
    return { ...group, entries }
  })
}
