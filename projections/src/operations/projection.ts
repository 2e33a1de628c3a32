import type { RecordedEvent } from '@yibiao/schemas'
import type { Projection } from '../projection.ts'

export type OperationKind = 'replay' | 'rebuild' | 'switch' | 'rollback'
export type OperationOutcome = 'done' | 'refused' | 'differs' | 'undetermined' | 'failed'
export type OperationState = 'requested' | OperationOutcome

/** An act on the machinery, by whom, why, and how it ended. */
export interface OperationView {
  readonly operation: string
  kind: OperationKind
  /** Account of the operator; opaque. */
  actor: string
  reason: string
  plan: Readonly<Record<string, unknown>>
  /** Recorded time, RFC 3339 UTC. */
  requestedAt: string
  /** Position of the request: it orders operations. */
  position: number
  state: OperationState
  result: Readonly<Record<string, unknown>> | null
  completedAt: string | null
}

interface Requested {
  readonly operation: string
  readonly kind: OperationKind
  readonly reason: string
  readonly plan: Readonly<Record<string, unknown>>
}
interface Completed {
  readonly operation: string
  readonly outcome: OperationOutcome
  readonly result: Readonly<Record<string, unknown>>
}

/** The first request and the first completion count; repetitions change nothing. */
function evolve(view: OperationView, event: RecordedEvent): OperationView {
  if (event.type === 'yibiao.operation.requested.v1' && view.position === 0) {
    const { kind, reason, plan } = event.data as Requested
    view.kind = kind
    view.actor = event.authid
    view.reason = reason
    view.plan = plan
    view.requestedAt = event.recordedtime
    view.position = event.position
  } else if (event.type === 'yibiao.operation.completed.v1' && view.state === 'requested') {
    const { outcome, result } = event.data as Completed
    view.state = outcome
    view.result = result
    view.completedAt = event.recordedtime
  }
  return view
}

const types: ReadonlySet<string> = new Set(['yibiao.operation.requested.v1', 'yibiao.operation.completed.v1'])

/** Every operation by its id. */
export const operationsProjection: Projection<OperationView> = {
  name: 'operations',
  version: 1,
  streamBound: true,
  concerns: (stream, type) => stream === 'operations' && types.has(type),
  key: (event) =>
    types.has(event.type) ? (event.data as { readonly operation: string }).operation : undefined,
  initial: (operation) => ({
    operation,
    kind: 'rebuild',
    actor: '',
    reason: '',
    plan: {},
    requestedAt: '',
    position: 0,
    state: 'requested',
    result: null,
    completedAt: null,
  }),
  evolve,
  columns: {
    state: { type: 'text', value: (view) => view.state, index: true },
    requested: { type: 'integer', value: (view) => view.position, index: true },
  },
}
