import type { EventStore, StoredEvent } from '@yibiao/event-store'
import {
  type OperationView,
  participantOf,
  type ReadModel,
  type References,
  type RefusalView,
} from '@yibiao/projections'
import { type SeenEvent, seenEvents } from '../records/cut-event.ts'
import { readEvents } from '../records/stream.ts'
import type { Viewer } from '../records/viewer.ts'
import { type Receipt, receiptsFor } from './receipts.ts'

/** One thing that happened in the filing. */
export interface TraceEntry {
  readonly position: number
  readonly revision: number
  readonly id: string
  readonly type: string
  readonly by: { readonly participant: string | null; readonly authtype: string; readonly authid: string }
  /** When it happened, as its source says. */
  readonly occurred: string
  readonly effectiveFrom: string | null
  readonly received: string | null
  readonly recorded: string
  readonly causedBy: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly changes: SeenEvent['changes']
  readonly withheld: number
  readonly receipts: readonly Receipt[]
}

/** What operators did with the record: replays that carried it, readings of its personal fields. */
export interface TraceActs {
  readonly operations: readonly Pick<
    OperationView,
    'operation' | 'kind' | 'actor' | 'reason' | 'requestedAt' | 'state' | 'completedAt'
  >[]
  readonly reads: readonly {
    readonly time: string
    readonly reader: string
    readonly purpose: string
    readonly paths: number
  }[]
}

export interface Trace extends TraceActs {
  readonly entries: readonly TraceEntry[]
  /** Messages of the filing that were refused outside the record's own stream. */
  readonly refused: readonly RefusalView[]
}

export interface TraceOptions {
  readonly store: EventStore
  readonly references: References
  readonly readModel: ReadModel
}

export interface TraceRequest {
  readonly record: string
  readonly filing: string
  /** The record's events as stored, from the first. */
  readonly stored: readonly StoredEvent[]
  readonly viewer: Viewer
}

/** Readings shown, the latest ones. */
const readsShown = 200

/**
 * The whole way of a filing: who did what and when, what it changed, what caused it, to whom it went and what they made of
 * it. Everything comes from the history itself; nothing is remembered for it beforehand. A participant is told of its own
 * receipts only.
 */
export async function traceFiling(options: TraceOptions, request: TraceRequest): Promise<Trace> {
  const { record, filing, stored, viewer } = request
  const seen = await seenEvents(options, record, stored, viewer)
  const own = seen.filter(({ envelope }) => envelope.filing === filing)
  const positions = new Set(own.map(({ envelope }) => envelope.position))
  const only = viewer.kind === 'participant' ? viewer.participant : undefined
  const receipts = await receiptsFor(options, { stored, positions, only })
  const entries = own.map((one) => entryOf(one, viewer, receipts.get(one.envelope.position) ?? []))
  const acts = viewer.kind === 'participant' ? noActs : await actsOf(options, record, entries)
  return { entries, refused: await refusedOf(options.readModel, request, entries), ...acts }
}

/** A participant is told of its own refusals only. */
async function refusedOf(
  readModel: ReadModel,
  { record, filing, viewer }: TraceRequest,
  entries: readonly TraceEntry[],
): Promise<readonly RefusalView[]> {
  const told = new Set(entries.map(({ id }) => id))
  const { value } = await readModel.refusals(record)
  return value.filter(
    (one) =>
      !told.has(one.refusal) &&
      (one.filing === null || one.filing === filing) &&
      (viewer.kind !== 'participant' || viewer.participant === one.participant),
  )
}

function entryOf({ envelope, ...rest }: SeenEvent, viewer: Viewer, receipts: readonly Receipt[]): TraceEntry {
  return {
    position: envelope.position,
    revision: envelope.revision,
    id: envelope.id,
    type: envelope.type,
    by: {
      participant: participantOf(envelope) ?? null,
      authtype: envelope.authtype,
      authid: envelope.authid ?? '',
    },
    occurred: envelope.time,
    effectiveFrom: envelope.effectivefrom ?? null,
    received: envelope.receivedtime ?? null,
    recorded: envelope.recordedtime,
    causedBy: envelope.causationid ?? null,
    ...rest,
    // What a participant wrote as its reason may say anything about anybody.
    receipts: viewer.kind === 'operator' ? receipts.map(withoutReason) : receipts,
  }
}

const withoutReason = (receipt: Receipt): Receipt =>
  receipt.rejected === null ? receipt : { ...receipt, rejected: { ...receipt.rejected, reason: '' } }

const noActs: TraceActs = { operations: [], reads: [] }

interface Read {
  readonly reader: string
  readonly purpose: string
  readonly paths: readonly string[]
}

async function actsOf(
  { store, readModel }: TraceOptions,
  record: string,
  entries: readonly TraceEntry[],
): Promise<TraceActs> {
  const { value } = await readModel.operations()
  const operations = value
    .filter((one) => one.kind === 'replay' && touches(one.plan, record, entries))
    .map(({ operation, kind, actor, reason, requestedAt, state, completedAt }) => ({
      operation,
      kind,
      actor,
      reason,
      requestedAt,
      state,
      completedAt,
    }))
  const reads = (await readEvents(store, `reads-${record}`)).slice(-readsShown).map((event) => {
    const { reader, purpose, paths } = event.data as Read
    return { time: event.recordedtime, reader, purpose, paths: paths.length }
  })
  return { operations, reads }
}

/** Whether a replay carried anything of the record: it named it, or the range holds one of its messages. */
function touches(plan: OperationView['plan'], record: string, entries: readonly TraceEntry[]): boolean {
  const {
    participant,
    from,
    to,
    record: only,
  } = plan as Readonly<Record<string, string | number | undefined>>
  if (only !== undefined) return only === record
  return entries.some(({ receipts }) =>
    receipts.some(
      (one) =>
        one.participant === participant &&
        one.sequence !== null &&
        one.sequence >= Number(from) &&
        one.sequence <= Number(to),
    ),
  )
}
