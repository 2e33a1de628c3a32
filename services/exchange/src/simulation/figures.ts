import {
  type EventDataByType,
  type LegalClock,
  legalDateOf,
  type RecordedEvent,
  type WorkingCalendar,
} from '@yibiao/schemas'

/** What a year came to, counted from the events of its history. */
export interface CityFigures {
  /** Of everybody but the relay: how many delivery records there are depends on its pace. */
  readonly events: number
  readonly filings: {
    readonly submitted: number
    readonly completed: number
    readonly refused: number
    readonly withdrawn: number
    readonly open: number
  }
  readonly approvals: {
    readonly decided: number
    /** Decided within the promised time, as a share of those that had one. */
    readonly onTime: number | null
    /** Decided on the day from which the promised time counts (即办件). */
    readonly instant: number | null
  }
  /** Working days from submission to registration, the median; 0: the same day. */
  readonly medianSetUp: number | null
  readonly changes: number
  /** Cards that stand: raised and not reversed. */
  readonly cards: Readonly<Record<'YELLOW' | 'RED' | 'OVERDUE', number>>
  readonly deemedAcceptances: number
  readonly supplements: number
  readonly refusedMessages: number
  /** Approvals with an overdue card that stands, by department. */
  readonly overdueByDepartment: Readonly<Record<string, number>>
}

interface ApprovalFacts {
  readonly department: string
  /** Of the promised time that runs, or ran last. */
  from?: string | undefined
  dueAt?: string | undefined
}

const decisions: ReadonlySet<string> = new Set([
  'yibiao.approval.granted.v1',
  'yibiao.approval.recorded.v1',
  'yibiao.approval.refused.v1',
  'yibiao.enterprise.registered.v1',
])

/** Counts a history, event by event. Takes no figure from a view: this is what views can be held against. */
export class CityCount {
  readonly #calendar: WorkingCalendar
  readonly #approvals = new Map<string, ApprovalFacts>()
  readonly #submittedOn = new Map<string, string>()
  readonly #setUps: number[] = []
  readonly #filings = { submitted: 0, completed: 0, refused: 0, withdrawn: 0 }
  readonly #facts = new Map<string, { readonly card?: string; readonly department: string }>()
  #events = 0
  #decided = 0
  #timed = 0
  #onTime = 0
  #instant = 0
  #changes = 0
  #supplements = 0
  #refusedMessages = 0

  /** Working days count by the calendar in force at the end. */
  constructor(calendar: WorkingCalendar) {
    this.#calendar = calendar
  }

  take(event: RecordedEvent): void {
    if (event.type === 'yibiao.delivery.recorded.v1') return
    this.#events += 1
    if (decisions.has(event.type)) this.#takeDecision(event)
    switch (event.type) {
      case 'yibiao.filing.submitted.v1':
        this.#filings.submitted += 1
        this.#submittedOn.set(event.filing ?? '', dateOf(event))
        return
      case 'yibiao.filing.routed.v1':
        for (const { approval, department } of (event.data as EventDataByType['yibiao.filing.routed.v1'])
          .approvals)
          this.#approvals.set(approval, { department })
        return
      case 'yibiao.clocks.started.v1':
      case 'yibiao.clocks.recalculated.v1':
        for (const clock of (event.data as { readonly clocks: readonly LegalClock[] }).clocks)
          this.#time(clock)
        return
      case 'yibiao.filing.completed.v1':
        this.#filings.completed += 1
        return
      case 'yibiao.filing.refused.v1':
        this.#filings.refused += 1
        return
      case 'yibiao.filing.withdrawn.v1':
        this.#filings.withdrawn += 1
        return
      case 'yibiao.card.raised.v1':
      case 'yibiao.acceptance.deemed.v1': {
        const { approval, card } = event.data as { readonly approval: string; readonly card?: string }
        const department = this.#approvals.get(approval)?.department ?? ''
        this.#facts.set(event.id, card === undefined ? { department } : { card, department })
        return
      }
      case 'yibiao.fact.reversed.v1':
        this.#facts.delete(event.corrects ?? '')
        return
      default:
        this.#takeOther(event.type)
    }
  }

  get figures(): CityFigures {
    const { submitted, completed, refused, withdrawn } = this.#filings
    const facts = [...this.#facts.values()]
    const cards = (kind: string) => facts.filter(({ card }) => card === kind)
    const overdueByDepartment: Record<string, number> = {}
    for (const { department } of cards('OVERDUE'))
      overdueByDepartment[department] = (overdueByDepartment[department] ?? 0) + 1
    const share = (count: number) => (this.#timed === 0 ? null : count / this.#timed)
    return {
      events: this.#events,
      filings: {
        submitted,
        completed,
        refused,
        withdrawn,
        open: submitted - completed - refused - withdrawn,
      },
      approvals: { decided: this.#decided, onTime: share(this.#onTime), instant: share(this.#instant) },
      medianSetUp: median(this.#setUps),
      changes: this.#changes,
      cards: {
        YELLOW: cards('YELLOW').length,
        RED: cards('RED').length,
        OVERDUE: cards('OVERDUE').length,
      },
      deemedAcceptances: facts.filter(({ card }) => card === undefined).length,
      supplements: this.#supplements,
      refusedMessages: this.#refusedMessages,
      overdueByDepartment: Object.fromEntries(Object.entries(overdueByDepartment).sort()),
    }
  }

  #time({ kind, approval, from, dueAt }: LegalClock): void {
    const facts = kind === 'PROMISED' ? this.#approvals.get(approval ?? '') : undefined
    if (facts === undefined) return
    facts.from = from
    facts.dueAt = dueAt
  }

  #takeDecision(event: RecordedEvent): void {
    this.#decided += 1
    const { approval } = event.data as { readonly approval: string }
    const { from, dueAt } = this.#approvals.get(approval) ?? {}
    const received = event.receivedtime ?? event.recordedtime
    if (dueAt !== undefined) {
      this.#timed += 1
      if (Date.parse(received) < Date.parse(dueAt)) this.#onTime += 1
      if (from === dateOf(event)) this.#instant += 1
    }
    if (event.type !== 'yibiao.enterprise.registered.v1') return
    const submittedOn = this.#submittedOn.get(event.filing ?? '')
    if (submittedOn === undefined) return
    const took = this.#calendar.workingDaysBetween(submittedOn, dateOf(event))
    if (took.determined) this.#setUps.push(took.days)
  }

  #takeOther(type: string): void {
    if (type === 'yibiao.record.changed.v1') this.#changes += 1
    else if (type === 'yibiao.supplement.requested.v1') this.#supplements += 1
    else if (type === 'yibiao.message.refused.v1') this.#refusedMessages += 1
  }
}

const dateOf = ({ receivedtime, recordedtime }: RecordedEvent): string =>
  legalDateOf(receivedtime ?? recordedtime)

/** The lower median, so that it is a figure that occurred. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
