import type { RecordedEvent } from '@yibiao/schemas'
import type { Projection } from '../projection.ts'

/** A message that was not taken: where, why, and how to find its bytes. */
export interface RefusalView {
  /** Id of the refusal's event. */
  readonly refusal: string
  position: number
  /** Recorded time, RFC 3339 UTC. */
  recordedAt: string
  /** On whose topic it came in. */
  participant: string
  /** As far as the message could be read. */
  record: string | null
  filing: string | null
  type: string | null
  message: string | null
  /** Code of the first problem. */
  code: string
  /** SHA-256 of the bytes; the stream `refusal-<digest>` has them where the record's own stream has not. */
  digest: string
}

interface Refused {
  readonly participant: string
  readonly type?: string
  readonly messageid?: string
  readonly digest: string
  readonly problem: { readonly code: string }
}

const refusedType = 'yibiao.message.refused.v1'

/** Every refused message by its event, findable by record and by participant. */
export const refusalsProjection: Projection<RefusalView> = {
  name: 'refusals',
  version: 1,
  streamBound: true,
  concerns: (_stream, type) => type === refusedType,
  key: (event) => (event.type === refusedType ? event.id : undefined),
  initial: (refusal) => ({
    refusal,
    position: 0,
    recordedAt: '',
    participant: '',
    record: null,
    filing: null,
    type: null,
    message: null,
    code: '',
    digest: '',
  }),
  evolve,
  columns: {
    record: { type: 'text', value: (view) => view.record, index: true },
    participant: { type: 'text', value: (view) => view.participant, index: true },
    refused: { type: 'integer', value: (view) => view.position, index: true },
  },
}

function evolve(view: RefusalView, event: RecordedEvent): RefusalView {
  const { participant, type, messageid, digest, problem } = event.data as Refused
  view.position = event.position
  view.recordedAt = event.recordedtime
  view.participant = participant
  // Without a readable subject the event's own is the participant's code.
  view.record = event.subject === participant ? null : event.subject
  view.filing = event.filing ?? null
  view.type = type ?? null
  view.message = messageid ?? null
  view.code = problem.code
  view.digest = digest
  return view
}
