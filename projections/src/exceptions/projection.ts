import { type RecordedEvent, recordOfStream } from '@yibiao/schemas'
import type { Projection } from '../projection.ts'

/** What a supervisor looks at: cards, terms that ran out, what silence has brought about, broken rules, open cases. */
export type ExceptionKind =
  | 'YELLOW'
  | 'RED'
  | 'OVERDUE'
  | 'BREACH'
  | 'DEEMED_ACCEPTANCE'
  | 'DEEMED_GRANT'
  | 'NOTICE'
  | 'FEE'
  | 'CASE'

export interface ExceptionView {
  /** Id of the event; of a case its number. */
  readonly exception: string
  kind: ExceptionKind
  record: string
  filing: string
  /** Null when it is of the filing as a whole. */
  approval: string | null
  /** The clock, where it is of one. */
  clock: string | null
  /** When it fell due or happened, RFC 3339 UTC. */
  at: string
  recordedAt: string
  /** `REVERSED`: an act had arrived in time; `CONCLUDED`: the case has an outcome. */
  state: 'OPEN' | 'REVERSED' | 'CONCLUDED'
  /** The event's data. */
  detail: Readonly<Record<string, unknown>>
  /** How a case was concluded. */
  outcome: string | null
}

interface Data {
  readonly card?: 'YELLOW' | 'RED' | 'OVERDUE'
  readonly case?: string
  readonly approval?: string
  readonly clock?: string
  readonly round?: number
  readonly fact?: string
  readonly outcome?: string
}

const kinds: Readonly<Record<string, ExceptionKind>> = {
  'yibiao.card.raised.v1': 'YELLOW',
  'yibiao.deadline.breached.v1': 'BREACH',
  'yibiao.acceptance.deemed.v1': 'DEEMED_ACCEPTANCE',
  'yibiao.approval.deemed.v1': 'DEEMED_GRANT',
  'yibiao.notice.violated.v1': 'NOTICE',
  'yibiao.fee.differed.v1': 'FEE',
  'yibiao.accountability.opened.v1': 'CASE',
}

const reversed = 'yibiao.fact.reversed.v1'
const concluded = 'yibiao.accountability.concluded.v1'
const opened = 'yibiao.accountability.opened.v1'

const isRead = (type: string): boolean => type in kinds || type === reversed || type === concluded

/** A case is known by its number, everything else by its event. */
function keyOf(event: RecordedEvent): string | undefined {
  if (!isRead(event.type)) return undefined
  const data = event.data as Data
  if (data.case !== undefined) return data.case
  if (event.type !== reversed) return event.id
  return data.fact === opened ? `${data.approval}/${data.round}` : event.corrects
}

function evolve(view: ExceptionView, event: RecordedEvent): ExceptionView {
  const data = event.data as Data
  if (event.type === reversed) view.state = 'REVERSED'
  else if (event.type === concluded) {
    view.state = 'CONCLUDED'
    view.outcome = data.outcome ?? null
  } else {
    view.kind = data.card ?? (kinds[event.type] as ExceptionKind)
    view.record = event.subject
    view.filing = event.filing ?? ''
    view.approval = data.approval ?? null
    view.clock = data.clock ?? null
    view.at = event.time
    view.recordedAt = event.recordedtime
    view.state = 'OPEN'
    view.detail = event.data as ExceptionView['detail']
  }
  return view
}

/** Every exception by its own, for the supervisor's list. */
export const exceptionsProjection: Projection<ExceptionView> = {
  name: 'exceptions',
  version: 1,
  streamBound: true,
  concerns: (stream, type) => isRead(type) && recordOfStream(stream) !== undefined,
  key: keyOf,
  initial: (exception) => ({
    exception,
    kind: 'BREACH',
    record: '',
    filing: '',
    approval: null,
    clock: null,
    at: '',
    recordedAt: '',
    state: 'OPEN',
    detail: {},
    outcome: null,
  }),
  evolve,
  columns: {
    filing: { type: 'text', value: (view) => view.filing, index: true },
    // Kind and time in one, so that a page of one kind is one stretch of an index.
    by_kind: { type: 'text', value: (view) => `${view.kind} ${view.at}`, index: true },
    at: { type: 'text', value: (view) => view.at, index: true },
    state: { type: 'text', value: (view) => view.state },
  },
}
