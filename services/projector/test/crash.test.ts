import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { standardProjections, verifyProjections } from '@yibiao/projections'
import t from 'tap'
import { completed, file, newFolder, openExchange, references, request, told } from './support/exchange.ts'

const child = join(import.meta.dirname, 'support', 'crash-child.ts')

/** Milliseconds after which a projector is killed that has not committed so often: the one before had done it all when it died. */
const nothingLeft = 10_000

/** Runs a projector until it has committed a number of times, then kills it at once. */
async function runAndKill(folder: string, commits: number): Promise<void> {
  const running = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise((resolve) => running.on('exit', resolve))
  const waited = setTimeout(() => running.kill('SIGKILL'), nothingLeft)
  let lines = 0
  for await (const _ of createInterface({ input: running.stdout })) {
    lines += 1
    if (lines > commits) break
  }
  clearTimeout(waited)
  running.kill('SIGKILL')
  await exited
}

t.test('killed in the middle of operations, it does each of them once in the end', async (t) => {
  const folder = newFolder(t)
  const before = await openExchange(folder)
  for (let record = 0; record < 30; record += 1) await file(before.store, `R${record}`)
  await before.projector.start()
  await before.model.waitFor(await before.store.head(), 10_000)
  await before.projector.stop()
  await request(before.store, 'O1', 'rebuild', { projection: 'search' })
  await request(before.store, 'O2', 'rollback', { projection: 'search' })
  await request(before.store, 'O3', 'rebuild', { projection: 'one-form' })
  await before.close()

  for (const commits of [0, 1, 2]) await runAndKill(folder, commits)

  const after = await openExchange(folder)
  t.teardown(after.close)
  await after.projector.start()
  for (const operation of ['O1', 'O2', 'O3'])
    t.match(await completed(after, operation), { outcome: 'done' }, operation)
  const search = (await after.model.builds()).filter((row) => row.name === 'search')
  t.equal(search.find((row) => row.state === 'live')?.build, 1, 'rolled back once, not twice')
  const outcomes = new Map<string, Set<string>>()
  for (const { id, data } of await told(after.bus)) {
    const known = outcomes.get(id) ?? new Set()
    outcomes.set(id, known.add(JSON.stringify(data)))
  }
  t.ok(
    [...outcomes.values()].every((said) => said.size === 1),
    'never told two different ends',
  )
  const { store, database } = after
  t.same(await verifyProjections({ store, database, projections: standardProjections(references) }), [])
})
