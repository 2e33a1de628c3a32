import { randomUUID } from 'node:crypto'
import type { Append, EventStore } from '@yibiao/event-store'
import { loadReferences, type References } from '@yibiao/projections'
import {
  decodeEvent,
  type EventToRecord,
  encodeEvent,
  eventIdOf,
  exchangeSource,
  type ShippedReference,
} from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'

export type Mode = 'sandbox' | 'production'

/** What the first event of a history fixes for ever. */
export interface HistoryIdentity {
  readonly history: string
  readonly mode: Mode
  /** Division of this registry (GB/T 2260), six digits. */
  readonly division: string
  readonly epoch: number
}

export interface OpenHistoryOptions {
  readonly store: EventStore
  readonly clock: Clock
  /** Recorded at the first start; afterwards the history itself says what is in force. */
  readonly reference: ShippedReference
  readonly mode: Mode
  readonly division: string
}

/**
 * Opens the history of a store: reads who it is, or, in an empty store, begins it: its identity, then the reference data
 * that everything will be decided by. Two starters of one store agree on whoever came first; a start that was cut off
 * is finished by the next.
 */
export async function openHistory(
  options: OpenHistoryOptions,
): Promise<{ readonly identity: HistoryIdentity; readonly references: References }> {
  const { store } = options
  const publications = publicationsOf(options)
  const [first] = await store.readStream('history', { limit: 1 })
  if (!first) {
    const opened = { history: randomUUID(), mode: options.mode, division: options.division, epoch: 0 }
    await store.append([toAppend('history', 'yibiao.history.opened.v1', opened, options.clock)])
  }
  // Appended again at every start: where they are recorded already this is a conflict and changes nothing.
  const missing = await missingOf(store, publications)
  if (missing.length > 0) await store.append(missing)
  const [opened] = await store.readStream('history', { direction: 'backwards', limit: 1 })
  const [begun] = await store.readStream('history', { limit: 1 })
  if (!opened || !begun) throw new Error('the history has no first event')
  const processes = options.reference.processes.map((one) => one.content.process)
  return {
    identity: {
      ...decodeEvent<HistoryIdentity>(begun).data,
      epoch: decodeEvent<HistoryIdentity>(opened).data.epoch,
    },
    references: await loadReferences(store, processes),
  }
}

async function missingOf(store: EventStore, publications: readonly Append[]): Promise<Append[]> {
  const missing: Append[] = []
  for (const one of publications)
    if ((await store.readStream(one.stream, { limit: 1 })).length === 0) missing.push(one)
  return missing
}

function publicationsOf({ reference, clock }: OpenHistoryOptions): Append[] {
  return [
    publication('matrix', 'matrix', reference.matrix, clock),
    publication('participants', 'participants', reference.participants, clock),
    ...reference.catalogue.map((one) =>
      publication(`catalogue-${one.content.code}`, 'catalogue', one, clock),
    ),
    ...reference.calendars.map((one) => publication(`calendar-${one.content.year}`, 'calendar', one, clock)),
    ...reference.processes.map((one) => publication(`process-${one.content.process}`, 'process', one, clock)),
  ]
}

interface Published {
  readonly version: number
  readonly digest: string
  readonly content: unknown
}

const publication = (
  stream: string,
  what: string,
  { version, digest, content }: Published,
  clock: Clock,
): Append => toAppend(stream, `yibiao.${what}.published.v1`, { version, digest, content }, clock)

function toAppend(stream: string, type: string, data: unknown, clock: Clock): Append {
  const recordedtime = new Date(clock.now()).toISOString()
  const event: EventToRecord = {
    specversion: '1.0',
    id: eventIdOf('/bootstrap', stream, 1),
    source: exchangeSource,
    type,
    subject: stream,
    time: recordedtime,
    authtype: 'system',
    authid: 'exchange',
    recordedtime,
    data,
  }
  return { stream, expectedRevision: 0, events: [{ id: event.id, type, data: encodeEvent(event) }] }
}
