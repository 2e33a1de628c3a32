import type { EventStore } from '@yibiao/event-store'
import { decodeEvent, type WorkingCalendar } from '@yibiao/schemas'
import { CityCount, type CityFigures } from './figures.ts'
import { HistoryDigest } from './history-digest.ts'

export interface YearRead {
  readonly figures: CityFigures
  readonly digest: string
}

const page = 5_000

/** Reads a whole history once: what it came to, and its digest. */
export async function readYear(store: EventStore, calendar: WorkingCalendar): Promise<YearRead> {
  const count = new CityCount(calendar)
  const digest = new HistoryDigest()
  for (let after = 0; ; ) {
    const events = await store.readAll({ after, limit: page })
    for (const stored of events) {
      const event = decodeEvent(stored)
      count.take(event)
      digest.take(stored.stream, event)
      after = stored.position
    }
    if (events.length < page) return { figures: count.figures, digest: digest.value }
  }
}
