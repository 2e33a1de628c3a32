/** Builds a long history once, for the rows that read one: the decider's own events, stored by the product's own store. */
import type { Append, EventStore } from '@yibiao/event-store'
import { createLedger } from '@yibiao/ledger'
import type { References } from '@yibiao/projections'
import { createMetrics, silentLogger, systemClock } from '@yibiao/telemetry'
import { MemoryBus, MemoryStore } from './memory-engines.ts'
import { scaled } from './outcome.ts'
import { metric, openSystem } from './system.ts'
import { identityOf, type Streams, Template } from './template.ts'
import { makeFiling } from './workload.ts'

/** At scale 1: records, and with all that happens to each, a million events. */
export const historySizes = { records: 33_000, decided: 400, recordsOpen: 1_000, later: 12 } as const

/** Events of one append to the store. */
const perAppend = 2_000

export interface BuiltHistory {
  readonly events: number
  readonly records: number
}

/**
 * Makes `history.db` in a folder. Some hundred filings are decided whole by the ledger, on engines in memory; the other
 * records are theirs under other ids, codes and names. The events of a group of records are stored in turns, one of each, as
 * they would come in while all of the group were open.
 */
export async function buildHistory(folder: string, scale: number, seed: number): Promise<BuiltHistory> {
  const system = await openSystem(folder)
  const records = scaled(historySizes.records, scale, 30)
  const templates = await templatesOf(
    system.references,
    seed,
    Math.min(historySizes.decided, Math.ceil(records / 10)),
  )
  for (let from = 0; from < records; from += historySizes.recordsOpen) {
    const until = Math.min(records, from + historySizes.recordsOpen)
    const streams: Streams = new Map()
    for (let index = from; index < until; index += 1) {
      const template = templates[index % templates.length] as Template
      for (const [stream, events] of template.copy(identityOf(index))) streams.set(stream, events)
    }
    await store(system.store, streams)
  }
  const events = await system.store.head()
  await system.close()
  return { events, records }
}

async function templatesOf(references: References, seed: number, count: number): Promise<Template[]> {
  const options = {
    references: references.current(),
    principal: 'bench-history',
    time: new Date().toISOString(),
    whole: true,
    later: historySizes.later,
  }
  const templates: Template[] = []
  for (let index = 0; index < count; index += 1) {
    const filing = makeFiling(seed + index, options)
    const streams = await decideAll(references, filing.waves.flat())
    templates.push(new Template(filing, streams))
  }
  return templates
}

/** What a ledger makes of the messages. Throws when it refuses any, for then the workload is not legal. */
async function decideAll(
  references: References,
  messages: Parameters<MemoryBus['deliver']>[0],
): Promise<Streams> {
  const store = new MemoryStore()
  const bus = new MemoryBus()
  const metrics = createMetrics()
  const ledger = createLedger({
    store,
    bus,
    references,
    metrics,
    logger: silentLogger(),
    clock: systemClock,
    mode: 'sandbox',
    registry: '2202',
  })
  await ledger.start()
  await bus.deliver(messages)
  await ledger.stop()
  const refused = await metric(metrics, 'yibiao_ledger_messages_total{outcome="refused"}')
  if (refused > 0) throw new Error(`${refused} messages of the workload were refused`)
  return store.streams
}

async function store(target: EventStore, streams: Streams): Promise<void> {
  let appends: Append[] = []
  const longest = Math.max(...[...streams.values()].map((events) => events.length))
  for (let revision = 0; revision < longest; revision += 1)
    for (const [stream, events] of streams) {
      const event = events[revision]
      if (event === undefined) continue
      appends.push({ stream, expectedRevision: revision, events: [event] })
      if (appends.length < perAppend) continue
      await target.append(appends)
      appends = []
    }
  if (appends.length > 0) await target.append(appends)
}
