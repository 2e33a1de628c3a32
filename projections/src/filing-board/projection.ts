import { recordOfStream } from '@yibiao/schemas'
import type { Projection } from '../projection.ts'
import { wordToken } from '../tokens.ts'
import { FilingTexts } from './encode.ts'
import { evolveFiling, isFilingEvent } from './evolve.ts'
import { calendarOf, nextDue } from './timing.ts'
import { type FilingView, initialFiling, outstandingOf } from './view.ts'

/** Tokens remembered: of more participants than any exchange has. */
const remembered = 1_000
const tokens = new Map<string, string>()

/** The token by which a participant's outstanding filings are found. */
export function outstandingToken(participant: string): string {
  const known = tokens.get(participant)
  if (known !== undefined) return known
  const token = wordToken('p', participant)
  if (tokens.size < remembered) tokens.set(participant, token)
  return token
}

const texts = new FilingTexts()

/** The token by which the filings that name a file are found. */
export const materialToken = (digest: string): string => `m${digest}`

/** Every filing by its id. Only events that carry `filing` and move one belong here. */
export const filingBoardProjection: Projection<FilingView> = {
  name: 'filing-board',
  version: 2,
  streamBound: true,
  concerns: (stream, type) => isFilingEvent(type) && recordOfStream(stream) !== undefined,
  key: (event) => (isFilingEvent(event.type) ? event.filing : undefined),
  initial: initialFiling,
  evolve: evolveFiling,
  encode: (view, scratch) => texts.encode(view, scratch),
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
  terms: (view) =>
    [
      ...outstandingOf(view).map(outstandingToken),
      ...new Set(view.materials?.map(({ digest }) => materialToken(digest))),
    ].join(' '),
}
