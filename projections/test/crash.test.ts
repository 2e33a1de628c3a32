import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import { verifyProjections } from '@yibiao/projections'
import t from 'tap'
import { dump, follow, openBuilt, projections } from './support/drive.ts'
import { append, newFolder, openBoth, randomHistory } from './support/history.ts'

const child = join(import.meta.dirname, 'support', 'crash-child.ts')

/** Runs the child until it has told `lines` positions, then kills it at once. Gives the last position told. */
async function runAndKill(folder: string, lines: number): Promise<string> {
  const running = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise((resolve) => running.on('exit', resolve))
  let told = 0
  let last = ''
  for await (const line of createInterface({ input: running.stdout })) {
    last = line
    told += 1
    if (told >= lines || line === 'done') break
  }
  running.kill('SIGKILL')
  await exited
  return last
}

t.test('killed at any moment, copies are sound and go on to the same rows', async (t) => {
  const folder = newFolder(t)
  const { store, database } = await openBoth(t, folder)
  await openBuilt({ store, database })
  await database.close()
  await append(store, randomHistory(51, 12, 16))

  let last = ''
  for (const lines of [2, 9, 21, 17]) {
    last = await runAndKill(folder, lines)
    const after = await openSqliteDatabase({ path: join(folder, 'read.db') })
    t.same(await verifyProjections({ store, database: after, projections }), [], `killed at ${last}`)
    await after.close()
  }
  t.match(last, /^\d+$/, 'it was killed on the way, not at the end')

  const survivor = await openSqliteDatabase({ path: join(folder, 'read.db') })
  t.teardown(() => survivor.close())
  await follow(await openBuilt({ store, database: survivor }), store, 50)
  const fresh = await openBoth(t)
  await append(fresh.store, randomHistory(51, 12, 16))
  await openBuilt(fresh)
  const positions = { ...(await dump(survivor)) }
  t.same(positions, await dump(fresh.database))
})
