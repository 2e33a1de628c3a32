import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { oneFormProjection, openRuntime } from '@yibiao/projections'
import Database from 'better-sqlite3'
import { peakMemory, threadCpu } from '../numbers.ts'
import type { Outcome, RowOptions } from '../outcome.ts'
import { openSystem } from '../system.ts'

/** Events read at a time by the bare loop. */
const page = 1_000

/**
 * Rebuilds the one-form view of the whole history, twice: into an empty read database, as at a first start, and beside the
 * copy that is live, which is then compared with it row by row, as an operator does it.
 */
export async function rebuild({ history = '', folder }: RowOptions): Promise<Outcome> {
  const own = join(folder, 'views')
  mkdirSync(own)
  const bare = bareRead(join(history, 'history.db'))
  const system = await openSystem(history)
  const runtime = await openRuntime({
    store: system.store,
    database: system.database,
    projections: [oneFormProjection(system.references)],
  })
  const first = await timed(() => runtime.rebuild('one-form'))
  const memory = peakMemory()
  const again = await timed(() => runtime.rebuild('one-form'))
  const events = await system.store.head()
  await system.close()
  return {
    figures: [
      { name: 'rebuild, first build', value: events / first.seconds, unit: 'events/s' },
      { name: 'rebuild, beside the live copy, compared', value: events / again.seconds, unit: 'events/s' },
      { name: 'bare reading and parsing', value: bare.events / bare.seconds, unit: 'events/s' },
      { name: 'first build ÷ bare', value: bare.seconds / first.seconds, unit: '×' },
      { name: 'first build, processor', value: first.cpu / events, unit: 'µs an event' },
      { name: 'bare, processor', value: bare.cpu / events, unit: 'µs an event' },
      { name: 'first build', value: first.seconds, unit: 's' },
      {
        name: 'rows that differ',
        value: again.result.differing,
        unit: 'rows',
        required: { exactly: 0 },
      },
      { name: 'peak memory, first build', value: memory, unit: 'MB' },
      { name: 'peak memory, both', value: peakMemory(), unit: 'MB' },
    ],
    settings: { events, records: first.result.rows, 'bytes an event': Math.round(bare.bytes / bare.events) },
  }
}

async function timed<Result>(work: () => Promise<Result>) {
  const [began, used] = [performance.now(), threadCpu()]
  const result = await work()
  return { result, seconds: (performance.now() - began) / 1_000, cpu: threadCpu() - used }
}

/** Reads and parses every event and does nothing with it. Also brings the file into the system's page cache. */
function bareRead(file: string) {
  const database = new Database(file, { readonly: true })
  const read = database.prepare<[number, number], { position: number; data: Buffer }>(
    'SELECT position, data FROM events WHERE position > ? ORDER BY position LIMIT ?',
  )
  const pass = (most: number) => {
    const [began, used] = [performance.now(), threadCpu()]
    let [after, events, bytes] = [0, 0, 0]
    for (;;) {
      const rows = read.all(after, page)
      for (const { data } of rows) {
        JSON.parse(data.toString('utf8'))
        bytes += data.byteLength
      }
      events += rows.length
      const last = rows.at(-1)
      if (last === undefined || events >= most) break
      after = last.position
    }
    return { events, bytes, seconds: (performance.now() - began) / 1_000, cpu: threadCpu() - used }
  }
  pass(50_000)
  const result = pass(Number.POSITIVE_INFINITY)
  database.close()
  return result
}
