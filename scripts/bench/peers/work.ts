import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLedger } from '@yibiao/ledger'
import { recordStream } from '@yibiao/schemas'
import { createMetrics, silentLogger, systemClock } from '@yibiao/telemetry'
import { MemoryBus, MemoryStore } from '../memory-engines.ts'
import { openSystem, type System } from '../system.ts'
import { makeFiling, type PreparedMessage } from '../workload.ts'

export interface WorkFiling {
  readonly stream: string
  readonly messages: readonly PreparedMessage[]
  /** The events that the ledger decided from each message. */
  readonly decided: readonly (readonly { readonly type: string; readonly data: unknown }[])[]
}

export interface WorkSet {
  readonly callers: number
  /** Messages before the clock runs. */
  readonly warmUp: number
  readonly filings: readonly WorkFiling[]
}

export interface Work {
  readonly types: readonly string[]
  readonly sets: readonly WorkSet[]
}

export interface WorkOptions {
  readonly messages: number
  readonly seed: number
  readonly callers: readonly number[]
}

/** The messages of each set with the events that follow, decided beforehand. */
export async function workOf(folder: string, { messages, seed, callers }: WorkOptions): Promise<Work> {
  mkdirSync(join(folder, 'work'))
  const system = await openSystem(join(folder, 'work'))
  const types = new Set<string>()
  const sets: WorkSet[] = []
  let next = seed
  for (const count of callers) {
    const filings: WorkFiling[] = []
    for (let made = 0; made < messages; next += 1) {
      const filing = await decideFiling(system, next)
      filings.push(filing)
      made += filing.messages.length
      for (const { type } of filing.decided.flat()) types.add(type)
    }
    sets.push({ callers: count, warmUp: Math.round(messages / 10), filings })
  }
  await system.close()
  return { types: [...types], sets }
}

/** Decides a filing's messages one by one, so that it is known which events are whose. */
async function decideFiling({ references }: System, seed: number): Promise<WorkFiling> {
  const options = {
    references: references.current(),
    principal: 'bench-peers',
    time: new Date().toISOString(),
  }
  const { record, waves } = makeFiling(seed, options)
  const [store, bus] = [new MemoryStore(), new MemoryBus()]
  const common = { logger: silentLogger(), clock: systemClock, metrics: createMetrics() }
  const ledger = createLedger({ ...common, store, bus, references, mode: 'sandbox', registry: '2202' })
  await ledger.start()
  const stream = recordStream(record)
  const messages = waves.flat()
  const decided: { type: string; data: unknown }[][] = []
  for (const message of messages) {
    const before = store.streams.get(stream)?.length ?? 0
    await bus.deliver([message])
    decided.push(
      (store.streams.get(stream) ?? []).slice(before).map(({ type, data }) => ({
        type,
        data: JSON.parse(Buffer.from(data).toString('utf8')),
      })),
    )
  }
  await ledger.stop()
  return { stream, messages, decided }
}
