import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { newEvents } from '../contract/harness.ts'
import type { EventStore, StoredEvent } from '../index.ts'
import { openSqliteEventStore } from '../sqlite/index.ts'
import { newFolder } from './fixtures/folder.ts'

const writer = fileURLToPath(new URL('./fixtures/crashing-writer.ts', import.meta.url))
const folder = newFolder()
t.teardown(folder.remove)

interface Acknowledged {
  readonly stream: string
  readonly firstRevision: number
  readonly ids: readonly string[]
}

/** Lets a process append until so many appends were acknowledged, and kills it in the middle of its work. */
async function appendUntilKilled(
  path: string,
  round: number,
  atLeast: number,
): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, [writer, path, `${round}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const acknowledged: Acknowledged[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    // The last line may be cut short: what it would have said was then not told to anybody.
    if (line.endsWith('}')) acknowledged.push(JSON.parse(line))
    if (acknowledged.length >= atLeast) child.kill('SIGKILL')
  }
  t.strictSame(await exited, [null, 'SIGKILL'], 'the process was killed, it did not end by itself')
  return acknowledged
}

async function readEverything(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = []
  for (let after = 0; ; after = events.at(-1)?.position ?? 0) {
    const page = await store.readAll({ after, limit: 10_000 })
    events.push(...page)
    if (page.length < 10_000) return events
  }
}

/** The events of one append say which of how many they are; a part of an append would break the series. */
function partialAppends(events: readonly StoredEvent[]): string[] {
  const broken: string[] = []
  let [stream, place, count] = ['', 0, 0]
  for (const event of events) {
    const [, next, of] = (/^event (\d) of (\d)$/.exec(event.type) ?? []).map(Number)
    const follows =
      place === count ? next === 1 : event.stream === stream && next === place + 1 && of === count
    if (!follows) broken.push(`${event.stream} at ${event.position}`)
    ;[stream, place, count] = [event.stream, next ?? 0, of ?? 0]
  }
  if (place !== count) broken.push(`${stream} at the end`)
  return broken
}

t.test('a killed process loses nothing that it acknowledged and leaves no part of an append', async (t) => {
  const path = join(folder.path, 'history.db')
  const acknowledged: Acknowledged[] = []
  for (const [round, atLeast] of [1, 40, 300, 1_000, 2_500].entries()) {
    acknowledged.push(...(await appendUntilKilled(path, round, atLeast)))
    const store = await openSqliteEventStore({ path })
    t.strictSame((await store.verify()).faults, [], 'the store is sound')
    const events = await readEverything(store)
    const stored = new Map(events.map((event) => [`${event.stream} ${event.revision}`, event.id]))
    const missing = acknowledged.filter(({ stream, firstRevision, ids }) =>
      ids.some((id, index) => stored.get(`${stream} ${firstRevision + index}`) !== id),
    )
    t.strictSame(missing, [], `round ${round}: all of ${acknowledged.length} acknowledged appends are there`)
    t.strictSame(partialAppends(events), [], `round ${round}: ${events.length} events, whole appends only`)
    await store.close()
  }
})

t.test('after a crash the store goes on where it stopped', async (t) => {
  const path = join(folder.path, 'goes-on.db')
  await appendUntilKilled(path, 0, 20)
  const store = await openSqliteEventStore({ path })
  const head = await store.head()
  const [outcome] = await store.append([{ stream: 'after', expectedRevision: 0, events: newEvents(1) }])
  t.match(outcome, { status: 'appended', position: head + 1 })
  await store.close()
})
