import { recordOfStream } from '@yibiao/schemas'
import type { Projection } from '../projection.ts'
import { wordToken } from '../tokens.ts'
import { evolveFiling, isFilingEvent } from './evolve.ts'
import { calendarOf, nextDue } from './timing.ts'
import { type FilingView, initialFiling, outstandingOf } from './view.ts'

/** The token by which a participant's outstanding filings are found. */
export const outstandingToken = (participant: string): string => wordToken('p', participant)

/** Every filing by its id. Only events that carry `filing` and move one belong here. */
export const filingBoardProjection: Projection<FilingView> = {
  name: 'filing-board',
  version: 2,
  streamBound: true,
  concerns: (stream, type) => isFilingEvent(type) && recordOfStream(stream) !== undefined,
  key: (event) => (isFilingEvent(event.type) ? event.filing : undefined),
  initial: initialFiling,
  evolve: evolveFiling,
  columns: {
    state: { type: 'text', value: (view) => view.state },
    record: { type: 'text', value: (view) => view.record, index: true },
    // State and time in one, so that a page of one state is one stretch of an index.
    by_state: { type: 'text', value: (view) => `${view.state} ${view.submittedAt}`, index: true },
    submitted_at: { type: 'text', value: (view) => view.submittedAt, index: true },
    name: { type: 'text', value: (view) => view.name },
    // What an alarm looks for: the next timer, and clocks that another calendar has not reached yet.
    next_due: { type: 'integer', value: nextDue, index: true },
    calendar: { type: 'text', value: calendarOf },
  },
  terms: (view) => outstandingOf(view).map(outstandingToken).join(' '),
}
