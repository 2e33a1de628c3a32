import { openSqliteDatabase } from '@yibiao/database/sqlite'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { openRuntime } from '@yibiao/projections'
import { projections } from './drive.ts'

/** Applies the whole history in small batches, and rebuilds beside, until it is killed or done. */
const [folder] = process.argv.slice(2)
const store = await openSqliteEventStore({ path: `${folder}/history.db` })
const database = await openSqliteDatabase({ path: `${folder}/read.db` })
const runtime = await openRuntime({ store, database, projections })
// From an empty copy, so that there is a history to go through.
for (const name of runtime.missing) await runtime.rebuild(name)
process.stdout.write('ready\n')
const rebuilding = (async () => {
  for (;;) await runtime.rebuild('one-form')
})()
rebuilding.catch(() => undefined)
for (;;) {
  const events = await store.readAll({ after: runtime.position, limit: 3 })
  const last = events.at(-1)
  if (last === undefined) break
  await runtime.apply(events, last.position)
  process.stdout.write(`${last.position}\n`)
  await new Promise((resolve) => setImmediate(resolve))
}
process.stdout.write('done\n')
