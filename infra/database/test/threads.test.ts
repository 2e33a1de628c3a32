import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import t from 'tap'
import { newPath } from './folder.ts'

/** A thread with its own opening of the file, once it is ready to be told what to do. */
async function startThread(
  t: { teardown: (fn: () => unknown) => void },
  path: string,
  channel: string,
): Promise<Worker> {
  const worker = new Worker(new URL('fixtures/thread.ts', import.meta.url), { workerData: { path, channel } })
  t.teardown(() => worker.terminate())
  const [said] = await once(worker, 'message')
  if (said !== 'ready') throw new Error(`the thread said ${String(said)}`)
  return worker
}

t.test(
  'a notice reaches those who listen in another thread, with what was committed before it',
  async (t) => {
    const path = newPath(t)
    const database = await openSqliteDatabase({ path })
    t.teardown(() => database.close())
    await database.transaction((session) => session.run('CREATE TABLE counts (count INTEGER)'))
    const thread = await startThread(t, path, 'projections')
    for (let round = 1; round <= 20; round += 1) {
      const heard = once(thread, 'message')
      await database.transaction((session) => session.run('INSERT INTO counts VALUES (?)', [round]))
      database.notify('other')
      database.notify('projections')
      t.same(await heard, [{ heard: 'projections', total: round }])
    }
  },
)

t.test('and the other way round', async (t) => {
  const path = newPath(t)
  const database = await openSqliteDatabase({ path })
  t.teardown(() => database.close())
  await database.transaction((session) => session.run('CREATE TABLE counts (count INTEGER)'))
  const thread = await startThread(t, path, 'projections')
  const woken = new Promise<void>((resolve) => database.listen('projections', resolve))
  thread.postMessage('write')
  await woken
  const row = await database.snapshot((session) => session.get('SELECT count(*) AS total FROM counts'))
  t.same(row, { total: 1 })
})

t.test('threads that open a new file at once all get it', async (t) => {
  const path = newPath(t)
  const threads = await Promise.all(['a', 'b', 'c'].map((channel) => startThread(t, path, channel)))
  t.equal(threads.length, 3)
})

t.test('a thread that listens and does nothing else may end', async (t) => {
  const worker = new Worker(new URL('fixtures/thread.ts', import.meta.url), {
    workerData: { path: newPath(t), channel: 'projections', alone: true },
  })
  const [code] = await once(worker, 'exit')
  t.equal(code, 0)
})
