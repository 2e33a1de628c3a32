import type { ExceptionKind, ExceptionView } from '../exceptions/projection.ts'
import { type FilingView, hasEnded } from '../filing-board/view.ts'

/** What a supervisor looks at: exceptions, open filings that nobody answers for, and what is still to be undone. */
export type SupervisedKind = ExceptionKind | 'ORPHAN' | 'COMPENSATION'

export const exceptionKinds: readonly ExceptionKind[] = [
  'YELLOW',
  'RED',
  'OVERDUE',
  'BREACH',
  'DEEMED_ACCEPTANCE',
  'DEEMED_GRANT',
  'NOTICE',
  'FEE',
  'CASE',
]

export const supervisedKinds: readonly SupervisedKind[] = [...exceptionKinds, 'ORPHAN', 'COMPENSATION']

export interface Supervised {
  /** Id of the event, number of the case, or the filing or approval itself. */
  readonly id: string
  readonly kind: SupervisedKind
  /** `REVERSED`: the act had arrived in time and was only recorded late. */
  readonly state: ExceptionView['state']
  readonly filing: string
  readonly record: string
  readonly approval: string | null
  readonly item: string | null
  /** Null when it is of the filing as a whole. */
  readonly department: string | null
  readonly participant: string | null
  /** Who decided the approval, else who answers for the filing; null when nobody does. */
  readonly officer: string | null
  readonly clock: string | null
  /** RFC 3339 UTC. */
  readonly at: string
  readonly recordedAt: string
  /** Whether what it is about has not ended. */
  readonly standing: boolean
  readonly detail: ExceptionView['detail']
  readonly outcome: string | null
}

const itemOf = (approval: string): string => approval.slice(approval.indexOf('/') + 1)

/** An exception joined with the filing that it is of. */
export function superviseException(view: ExceptionView, filing: FilingView | undefined): Supervised {
  const approval = filing?.approvals.find((one) => one.approval === view.approval)
  const { exception: id, kind, state, record, clock, at, recordedAt, detail, outcome } = view
  return {
    id,
    kind,
    state,
    filing: view.filing,
    record,
    approval: view.approval,
    item: view.approval === null ? null : itemOf(view.approval),
    department: approval?.department ?? null,
    participant: approval?.participant ?? null,
    officer: approval?.decidedBy ?? filing?.contact?.officer ?? null,
    clock,
    at,
    recordedAt,
    standing:
      approval === undefined
        ? filing !== undefined && filing.endedAt === undefined
        : !hasEnded(approval.state),
    detail,
    outcome,
  }
}

/** What stands on the board itself: an open filing without a first contact (首问负责制), and what is still to be undone. */
export function superviseFiling(filing: FilingView): readonly Supervised[] {
  const common = {
    filing: filing.filing,
    record: filing.record,
    state: 'OPEN',
    clock: null,
    outcome: null,
  } as const
  const orphan: Supervised[] =
    filing.endedAt === undefined && filing.contact === undefined
      ? [
          {
            ...common,
            id: filing.filing,
            kind: 'ORPHAN',
            approval: null,
            item: null,
            department: null,
            participant: null,
            officer: null,
            at: filing.submittedAt,
            recordedAt: filing.updatedAt,
            standing: true,
            detail: {},
          },
        ]
      : []
  const undone = (filing.compensations ?? []).map((id): Supervised => {
    const approval = filing.approvals.find((one) => one.approval === id)
    return {
      ...common,
      id,
      kind: 'COMPENSATION',
      approval: id,
      item: itemOf(id),
      department: approval?.department ?? null,
      participant: approval?.participant ?? null,
      officer: filing.contact?.officer ?? null,
      at: filing.endedAt ?? filing.updatedAt,
      recordedAt: filing.updatedAt,
      standing: true,
      detail: {},
    }
  })
  return [...orphan, ...undone]
}

export interface SupervisionFilter {
  readonly department?: string | undefined
  readonly officer?: string | undefined
  /** Only of approvals of this participant. */
  readonly participant?: string | undefined
}

export const isSupervised = (
  one: Supervised,
  { department, officer, participant }: SupervisionFilter,
): boolean =>
  (department === undefined || one.department === department) &&
  (officer === undefined || one.officer === officer) &&
  (participant === undefined || one.participant === participant)

export interface SupervisedGroup {
  readonly department: string | null
  readonly officer: string | null
  /** How many of each kind are not reversed. */
  readonly counts: Readonly<Partial<Record<SupervisedKind, number>>>
  readonly reversed: number
  /** The latest first. */
  readonly entries: readonly Supervised[]
}

const orderOf = ({ department, officer }: Pick<Supervised, 'department' | 'officer'>): string =>
  `${department ?? '~'} ${officer ?? '~'}`

/** By department and officer, both in order; what is of nobody comes last. */
export function groupsOf(entries: readonly Supervised[]): readonly SupervisedGroup[] {
  const groups = new Map<string, Supervised[]>()
  for (const one of entries) {
    const known = groups.get(orderOf(one))
    if (known) known.push(one)
    else groups.set(orderOf(one), [one])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const [{ department, officer }] = own as [Supervised, ...Supervised[]]
      const counts: Partial<Record<SupervisedKind, number>> = {}
      for (const { kind, state } of own) if (state !== 'REVERSED') counts[kind] = (counts[kind] ?? 0) + 1
      return {
        department,
        officer,
        counts,
        reversed: own.filter(({ state }) => state === 'REVERSED').length,
        entries: own.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1)),
      }
    })
}
