import type { FormTree, RecordedEvent } from '@yibiao/schemas'
import { type RecordFlag, registryStatusSet } from './life.ts'

/**
 * Where a record as a whole stands: before its registration by what came of the set-up, after it by the registry status
 * (`form.status`), of which revoked and deregistered is deregistered as well.
 */
export const recordStatuses = [
  'FILED',
  'REGISTERED',
  'REFUSED',
  'WITHDRAWN',
  'REVOKED',
  'DEREGISTERED',
  'RESCINDED',
  'MIGRATED',
] as const
export type RecordStatus = (typeof recordStatuses)[number]

/** How far a value can be relied on. */
export type Standing = 'declared' | 'registered' | 'confirmed' | 'disputed' | 'withheld'

/** The unified view of one enterprise record: the one form (一表) with the provenance of every value. */
export interface OneFormView {
  readonly record: string
  /** Revision of the last event folded in. */
  revision: number
  status: RecordStatus
  /** What goes on beside the status, such as a suspension. */
  flags: readonly RecordFlag[]
  /** The one form as far as it is known; the shape of a fragment. */
  readonly form: FormTree
  /** Path of each leaf → revision of the event that set its value. */
  readonly provenance: Record<string, number>
  /** Revision → column of the access matrix that wrote in it, e.g. `APPLICANT`, `AMR`. Of every event that changed a value. */
  readonly writers: Record<string, string>
  /** Column → the latest revision at which that department granted, recorded or registered. */
  readonly registrations: Record<string, number>
  /** Path → column → revision of the confirmation of the value in force. */
  readonly confirmed: Record<string, Record<string, number>>
  /** Path → column → revision of the dispute over the value in force. */
  readonly disputed: Record<string, Record<string, number>>
  /** Filings in the order of their submission. */
  readonly filings: string[]
  /** Approval → department in charge, as it was routed. */
  readonly departments: Record<string, string>
}

/** What the fold needs to know of participants and columns, as it was in force at an event's position. */
export interface OneFormReferences {
  at(position: number): {
    readonly participants: {
      /** Columns of the access matrix that a participant plays. */
      columnsOf(participant: string): readonly string[]
    }
    readonly matrix: MatrixOwners
  }
}

export interface MatrixOwners {
  /** The column that writes a path with authority, or undefined when only the applicant does. */
  ownerOf(path: string): string | undefined
}

/** The view before the first event. */
export const initialOneForm = (record: string): OneFormView => ({
  record,
  revision: 0,
  status: 'FILED',
  flags: [],
  form: {},
  provenance: {},
  writers: {},
  registrations: {},
  confirmed: {},
  disputed: {},
  filings: [],
  departments: {},
})

const statusOfCode: Readonly<Record<string, RecordStatus>> = {
  '2': 'REVOKED',
  '3': 'DEREGISTERED',
  '4': 'DEREGISTERED',
  '5': 'RESCINDED',
  '6': 'MIGRATED',
}

const beforeRegistration: ReadonlySet<RecordStatus> = new Set(['FILED', 'REFUSED', 'WITHDRAWN'])

/** Where the record stands after an event. Whoever files again after a refusal stands where he stood at first. */
export function statusAfter(
  status: RecordStatus,
  event: { readonly type: string; readonly data: unknown },
): RecordStatus {
  const { type } = event
  const code = registryStatusSet(event)
  if (code !== undefined) return statusOfCode[code] ?? 'REGISTERED'
  if (!beforeRegistration.has(status)) return status
  if (type === 'yibiao.filing.submitted.v1') return 'FILED'
  if (type === 'yibiao.filing.refused.v1') return 'REFUSED'
  return type === 'yibiao.filing.withdrawn.v1' ? 'WITHDRAWN' : status
}

/** The participant in an event's source, or undefined when the exchange itself speaks. */
export const participantOf = (event: Pick<RecordedEvent, 'source'>): string | undefined =>
  event.source.startsWith('/participants/') ? event.source.slice('/participants/'.length) : undefined
