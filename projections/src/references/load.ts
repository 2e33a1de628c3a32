import { type EventStore, readWhole } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'
import { type Process, References } from './references.ts'

/** Calendars are looked for from this year on, and beyond the first year that nobody has published for as long as this. */
const firstCalendarYear = 2025
const yearsLookedAhead = 3

/** Names every stream of reference data that a history did not begin with; see the ledger's `listPublication`. */
export const publicationsStream = 'publications'

/**
 * Reads the reference streams of a history: few and short, found from the processes that it began with and from the list of
 * those published since, without a pass over everything.
 */
export async function loadReferences(store: EventStore, processes: readonly string[]): Promise<References> {
  const events: RecordedEvent[] = []
  const known = new Set<string>()
  const read = async (stream: string): Promise<RecordedEvent[]> => {
    if (known.has(stream)) return []
    known.add(stream)
    const found = (await readWhole(store, stream)).map((one): RecordedEvent => decodeEvent(one))
    events.push(...found)
    return found
  }
  await read('matrix')
  await read('participants')
  const items = new Set<string>()
  for (const process of processes)
    for (const event of await read(`process-${process}`))
      for (const item of (event.data as { content: Process }).content.items) items.add(item)
  for (const item of items) await read(`catalogue-${item}`)
  for (let year = firstCalendarYear, missing = 0; missing < yearsLookedAhead; year += 1)
    missing = (await read(`calendar-${year}`)).length === 0 ? missing + 1 : 0
  for (const listed of await readWhole(store, publicationsStream))
    await read(decodeEvent<{ readonly stream: string }>(listed).data.stream)
  const references = new References()
  for (const event of events.sort((a, b) => a.position - b.position)) references.apply(event)
  return references
}
