import { type FilingView, filingBoardProjection, hasEnded } from '@yibiao/projections'
import type { RecordedEvent } from '@yibiao/schemas'
import type { SeenEvent } from './answers.ts'
import type { Client } from './client.ts'
import type { Names } from './names.ts'
import type { Output } from './output.ts'
import { renderTable } from './table.ts'
import type { Lang } from './text.ts'
import { showSpan } from './times.ts'
import { timingOf } from './timing.ts'
import { padEnd } from './width.ts'
import { marks, styles, word } from './words.ts'

export interface Watched {
  /** The filing as its events tell it. */
  readonly view: FilingView
  /** Position of the last event seen. */
  readonly position: number
}

/**
 * Shows the approvals of a filing as they land, until it has ended or everything that is left waits for the applicant. On a
 * terminal a line an approval, rewritten; elsewhere a line an event.
 */
export async function watchFiling(
  client: Client,
  place: { readonly filing: string; readonly record: string; readonly position?: number },
  output: Output,
  names: Names,
  signal: AbortSignal,
): Promise<Watched> {
  const done = new AbortController()
  const ended = AbortSignal.any([signal, done.signal])
  let view = filingBoardProjection.initial(place.filing)
  let position = 0
  const path = `/v1/records/${encodeURIComponent(place.record)}/events`
  for await (const { data } of client.follow(path, { from: 'start' }, ended)) {
    const event = JSON.parse(data) as SeenEvent
    position = event.position
    if (event.filing !== place.filing) continue
    // The very fold of the board: what is shown here is what the board will say.
    view = filingBoardProjection.evolve(view, event as unknown as RecordedEvent)
    show(event, view, output, names)
    // Before the act it may have stood still for want of it.
    if (position > (place.position ?? 0) && isStill(view)) break
  }
  done.abort()
  output.progress()
  if (output.interactive) for (const line of board(view, output, names)) output.line(line)
  return { view, position }
}

/** Nothing moves any more, or only after the applicant has supplied something. */
function isStill(view: FilingView): boolean {
  if (view.endedAt !== undefined) return true
  if (view.approvals.length === 0) return false
  const positive = new Set(
    view.approvals.filter(({ state }) => state === 'GRANTED' || state === 'RECORDED').map(({ item }) => item),
  )
  const movable = view.approvals.some(
    ({ state, dependsOn }) =>
      state === 'OPEN' || (state === 'WAITING' && dependsOn.every((item) => positive.has(item))),
  )
  return !movable && view.approvals.some(({ state }) => !hasEnded(state))
}

function show(event: SeenEvent, view: FilingView, output: Output, names: Names): void {
  if (output.interactive) output.progress(...board(view, output, names))
  else if (!output.json) output.line(eventLine(event, view, names, output.lang))
}

/** Milliseconds since the filing was received. */
const since = (view: FilingView, instant: string): number =>
  Math.max(0, Date.parse(instant) - Date.parse(view.submittedAt))

/** One event as one line: when, how it went, who, what, about which item. */
function eventLine(event: SeenEvent, view: FilingView, names: Names, lang: Lang): string {
  const { approval, problem } = event.data as { approval?: string; problem?: { code: string } }
  const known = view.approvals.find((one) => one.approval === approval)
  const item = approval === undefined ? '' : names.item(approval.split('/')[1] ?? '')
  const mark = marks[known?.state ?? view.state] ?? '·'
  const values = event.changes.length === 0 ? '' : `(${event.changes.length})`
  const parts = [
    padEnd(names.source(event.source), 10),
    padEnd(names.type(event.type), 20),
    item,
    ...timingOf(event.data, names, lang),
    problem?.code ?? '',
    values,
  ]
  return `  +${padEnd(showSpan(since(view, event.recordedtime)), 8)} ${mark} ${parts.filter((one) => one !== '').join('  ')}`
}

/** Width of a board's line without the item: a line must not be longer than the terminal, or it cannot be rewritten. */
const otherColumns = 46

/** Every approval on a line of its own: its state and, when it has ended, after how long. */
function board(view: FilingView, output: Output, names: Names): string[] {
  return renderTable(
    {
      columns: [{}, { most: Math.max(16, output.columns - otherColumns) }, {}, {}, { align: 'end' }],
      rows: view.approvals.map((one) => [
        { text: marks[one.state] || '·', style: styles[one.state] },
        names.item(one.item),
        one.participant,
        { text: word(one.state, output.lang), style: styles[one.state] },
        hasEnded(one.state) ? `+${showSpan(since(view, one.since))}` : '',
      ]),
    },
    output,
  )
}
