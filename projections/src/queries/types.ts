import type { ExceptionKind, ExceptionView } from '../exceptions/projection.ts'
import type { FeedStateView } from '../feed-state/view.ts'
import type { FilingState, FilingView } from '../filing-board/view.ts'
import type { OneFormView, RecordStatus } from '../one-form/view.ts'
import type { OperationState, OperationView } from '../operations/projection.ts'
import type { RefusalView } from '../refusals/projection.ts'
import type { BuildRow } from '../runtime/registry.ts'
import type { SearchView } from '../search/projection.ts'

/** What was read, and the position that it is true as of. */
export interface At<Value> {
  readonly position: number
  readonly value: Value
}

export interface Page<Item> {
  /** The position that the page is true as of. */
  readonly position: number
  readonly items: readonly Item[]
  /** Opaque; there when there may be more. */
  readonly next?: string
}

export interface PageRequest {
  /** The `next` of the page before. */
  readonly after?: string | undefined
  /** 1 … 200, default 20. */
  readonly limit?: number | undefined
}

export interface FilingsRequest extends PageRequest {
  readonly state?: FilingState | undefined
  /** Only filings with an approval of this participant that has not ended. */
  readonly participant?: string | undefined
  /** Only filings that name the file of this digest, 64 lower-case hexadecimal digits. */
  readonly material?: string | undefined
  /** By the time of submission. Default `newest`. */
  readonly order?: 'newest' | 'oldest' | undefined
}

export interface SearchRequest extends PageRequest {
  /** One character or more of the name, or the beginning of a code or record id. Empty finds everything. */
  readonly text: string
  readonly status?: RecordStatus | undefined
}

export interface ExceptionsRequest {
  readonly kinds?: readonly ExceptionKind[] | undefined
  readonly filing?: string | undefined
  /** RFC 3339 UTC, included. */
  readonly from?: string | undefined
  /** RFC 3339 UTC, not included. */
  readonly to?: string | undefined
  /** 1 … 100,000, default 1,000. */
  readonly limit?: number | undefined
}

export interface EachFilingRequest {
  readonly states?: readonly FilingState[] | undefined
  /** Submitted at or after, RFC 3339 UTC. */
  readonly from?: string | undefined
  /** Submitted before, RFC 3339 UTC. */
  readonly to?: string | undefined
}

export type EachExceptionRequest = Pick<ExceptionsRequest, 'kinds' | 'from' | 'to'>

export interface AlarmsRequest {
  /** Epoch milliseconds, included. */
  readonly until: number
  /** Default 1,000. */
  readonly limit?: number | undefined
}

/** A filing of which something is due. */
export interface Alarm {
  readonly filing: string
  readonly record: string
  /** When its next timer is due, epoch milliseconds. */
  readonly due: number | null
}

export interface JobView {
  readonly operation: string
  readonly kind: string
  readonly subject: string
  readonly done: number
  readonly total: number
  /** Epoch milliseconds. */
  readonly startedAt: number
  readonly updatedAt: number
  readonly ended: boolean
}

/** The read API over the live copies. Every answer comes from one snapshot and carries its position. */
export interface ReadModel {
  record(record: string): Promise<At<OneFormView | undefined>>
  filing(filing: string): Promise<At<FilingView | undefined>>
  filings(request: FilingsRequest): Promise<Page<FilingView>>
  /** Exact names and codes first, then names that begin so, then codes and ids, then names that contain it. */
  searchRecords(request: SearchRequest): Promise<Page<SearchView>>
  feedStates(): Promise<At<readonly FeedStateView[]>>
  operation(operation: string): Promise<At<OperationView | undefined>>
  /** Latest first, or only those in a state, oldest first. */
  operations(state?: OperationState): Promise<At<readonly OperationView[]>>
  /** Refused messages that spoke of a record, in their order; at most 1,000. */
  refusals(record: string): Promise<At<readonly RefusalView[]>>
  /** The supervisor's list, the latest first. */
  exceptions(request: ExceptionsRequest): Promise<At<readonly ExceptionView[]>>
  /** Filings one after the other, by their ids, without holding more than some hundreds: for what counts all of them. */
  eachFiling(request?: EachFilingRequest): AsyncIterable<FilingView>
  /** Exceptions likewise. */
  eachException(request?: EachExceptionRequest): AsyncIterable<ExceptionView>
  /** Refused messages likewise. */
  eachRefusal(): AsyncIterable<RefusalView>
  /** Records with a value that stands disputed, likewise. */
  eachDisputed(): AsyncIterable<OneFormView>
  /** Filings by their ids; those that are not there are left out. */
  filingsOf(ids: readonly string[]): Promise<ReadonlyMap<string, FilingView>>
  /** Filings whose next timer is due by an instant, the earliest first. */
  dueAlarms(request: AlarmsRequest): Promise<At<readonly Alarm[]>>
  /** Filings with clocks that were computed by another calendar than this one, in pages by id. */
  outdatedAlarms(request: {
    readonly calendar: string
    readonly after: string
    readonly limit?: number
  }): Promise<readonly Alarm[]>
  /** Operations under way or ended in this read database, with how far they have come. */
  jobs(): Promise<readonly JobView[]>
  /** Checkpoint of a live copy; without a name the lowest of all that are read. 0 while one is not there yet. */
  position(projection?: string): Promise<number>
  /**
   * True as soon as the live copy (without a name: every one) has reached the position, false when `timeoutMs` have
   * passed first or the model was closed.
   */
  waitFor(position: number, timeoutMs: number, projection?: string): Promise<boolean>
  /** Every copy there is. */
  builds(): Promise<readonly BuildRow[]>
  /** Ends what waits. The database stays open. */
  close(): void
}
