import { type EventStore, readWhole } from '@yibiao/event-store'
import { publicationsStream } from '@yibiao/projections'
import { decodeEvent, eventIdOf, exchangeSource } from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'
import { encoded, instant } from './recording.ts'

/**
 * Names a stream of reference data in the stream of them all, once, before anything is stored in it: a start reads the
 * streams that are named there, and finds what no shipped process leads to. A stream that is named and stays empty does no harm.
 */
export async function listPublication(store: EventStore, clock: Clock, stream: string): Promise<void> {
  for (;;) {
    const listed = await readWhole(store, publicationsStream)
    if (listed.some((one) => decodeEvent<{ stream: string }>(one).data.stream === stream)) return
    const last = listed.at(-1)
    const after = last === undefined ? 0 : Date.parse(decodeEvent(last).recordedtime)
    const recordedtime = instant(Math.max(clock.now(), after))
    const { append } = encoded({
      specversion: '1.0',
      id: eventIdOf('/publications', stream, 0),
      source: exchangeSource,
      type: 'yibiao.publication.listed.v1',
      subject: stream,
      time: recordedtime,
      authtype: 'system',
      authid: 'exchange',
      recordedtime,
      data: { stream },
    })
    const [outcome] = await store.append([
      { stream: publicationsStream, expectedRevision: listed.length, events: [append] },
    ])
    // Else another ledger has just named one.
    if (outcome?.status === 'appended') return
  }
}
