import { compareInstants, isDate, isInstant, legalDateOf, type RecordedEvent } from '@yibiao/schemas'
import { badRequest, refusal } from '../http/problems.ts'

/** What the exchange knew when: at a position, at an instant, or at the end of a legal date (Asia/Shanghai). */
export type AsOf =
  | { readonly kind: 'position'; readonly position: number }
  | { readonly kind: 'instant'; readonly instant: string }
  | { readonly kind: 'date'; readonly date: string }

/** Reads `asOf`. Throws `YB_REQUEST` when it is none of the three, `YB_POSITION_FUTURE` beyond the head. */
export function parseAsOf(text: string, head: number): AsOf {
  if (/^\d{1,15}$/.test(text)) {
    const position = Number(text)
    if (position > head) throw refusal('YB_POSITION_FUTURE', '/query/asOf', { position, head })
    return { kind: 'position', position }
  }
  if (isDate(text)) return { kind: 'date', date: text }
  // A plus sign that was not escaped arrives as a space.
  const instant = text.replace(/ (?=\d\d:\d\d$)/, '+')
  if (isInstant(instant)) return { kind: 'instant', instant }
  throw badRequest(
    '/query/asOf',
    'asOf: a position, an instant with offset (2026-09-24T10:00:00+08:00), or a date (2026-09-24).',
    'asOf：位置、带时区偏移的时刻（2026-09-24T10:00:00+08:00）或日期（2026-09-24）。',
  )
}

/** Reads `effectiveAt`, a legal date. Throws `YB_REQUEST`. */
export function parseEffectiveAt(text: string): string {
  if (isDate(text)) return text
  throw badRequest(
    '/query/effectiveAt',
    'effectiveAt: a date that exists (2026-09-24).',
    'effectiveAt：实际存在的日期（2026-09-24）。',
  )
}

/** Whether the exchange knew the event then. */
export function wasKnown(event: Pick<RecordedEvent, 'position' | 'recordedtime'>, asOf: AsOf): boolean {
  switch (asOf.kind) {
    case 'position':
      return event.position <= asOf.position
    case 'instant':
      return compareInstants(event.recordedtime, asOf.instant) <= 0
    case 'date':
      return legalDateOf(event.recordedtime) <= asOf.date
  }
}
