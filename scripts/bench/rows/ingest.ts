import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createLedger, defaultBatchSize, type Ledger } from '@yibiao/ledger'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import { generatorLimits, heapOf } from '../generator.ts'
import { ascending, peakMemory, percentile, threadCpu } from '../numbers.ts'
import { type Outcome, type RowOptions, scaled } from '../outcome.ts'
import type { PublisherAnswer, PublisherData, PublisherTask } from '../publisher.ts'
import { rawAppend } from '../raw-store.ts'
import { metric, openSystem, type System } from '../system.ts'
import { watchedBus } from '../watched-bus.ts'

/** Inbound messages at scale 1, and those before the clock runs. */
export const ingestSizes = { messages: 300_000, warmUp: 15_000, filingsOpen: 4_000 } as const

/** Messages of a filing on average: a submission and one to ten decisions. */
const messagesPerFiling = 6.5

/**
 * Durable on the bus → validated, decided, durable in the store. Some thousand filings are open at once. A wave of theirs is
 * published whole, by another thread, while the ledger stands still; then the ledger runs, and only this is counted, from its
 * start until it has taken the last message.
 */
export async function ingest({ folder, scale, seed }: RowOptions): Promise<Outcome> {
  const system = await openSystem(folder)
  const principal = 'bench-ingest'
  const publisher = new Publisher({ store: system.files.store, bus: system.files.bus, principal })
  const run = new IngestRun(system, publisher)
  const open = scaled(ingestSizes.filingsOpen, Math.min(1, scale * 4), 40)
  const warmUp = scaled(ingestSizes.warmUp, scale, 300)
  const wanted = scaled(ingestSizes.messages, scale, 600)

  let from = seed
  for (; run.messages < warmUp; from += open) await run.block(from, open)
  const after = await system.store.head()
  const warm = run.reset()
  for (; run.messages < wanted; ) {
    const missing = Math.ceil((wanted - run.messages) / messagesPerFiling)
    await run.block(from, Math.min(open, missing))
    from += Math.min(open, missing)
  }
  const refused = await metric(system.metrics, 'yibiao_ledger_messages_total{outcome="refused"}')
  const recorded = await metric(system.metrics, 'yibiao_ledger_messages_total{outcome="recorded"}')
  const memory = peakMemory()
  const generator = await publisher.heap()
  const events = (await system.store.head()) - after
  await publisher.end()
  await system.close()

  const eventsPerBatch = Math.round((events / run.messages) * defaultBatchSize)
  const raw = rawAppend({
    source: system.files.store,
    target: join(folder, 'raw.db'),
    after,
    batch: eventsPerBatch,
  })
  const rate = run.messages / run.seconds
  const rawRate = run.messages / raw.seconds
  const batches = ascending(run.batches)
  return {
    figures: [
      { name: 'ingest', value: rate, unit: 'messages/s' },
      {
        name: 'messages decided while the clock ran',
        value: run.messages,
        unit: 'messages',
        required: { atLeast: wanted },
      },
      { name: 'refused', value: refused, unit: 'messages', required: { exactly: 0 } },
      {
        name: 'not recorded',
        value: warm + run.messages - recorded,
        unit: 'messages',
        required: { exactly: 0 },
      },
      { name: 'events stored', value: raw.events / run.seconds, unit: 'events/s' },
      { name: 'raw loop, same bytes', value: rawRate, unit: 'messages/s' },
      { name: 'ingest ÷ raw loop', value: rate / rawRate, unit: '×' },
      { name: 'ledger, processor', value: run.cpu / run.messages, unit: 'µs a message' },
      { name: 'raw loop, processor', value: raw.cpu / run.messages, unit: 'µs a message' },
      { name: 'batch p50', value: percentile(batches, 0.5), unit: 'ms' },
      { name: 'batch p99', value: percentile(batches, 0.99), unit: 'ms' },
      { name: 'peak memory', value: memory, unit: 'MB' },
      { name: 'of it the heap of the publisher, about', value: generator, unit: 'MB' },
    ],
    settings: {
      'filings open at once': open,
      'warm-up messages': warm,
      'bytes a message': Math.round(run.bytes / run.messages),
      'bytes an event': Math.round(raw.bytes / raw.events),
      'events a message': Number((raw.events / run.messages).toFixed(2)),
      'messages a batch at most': defaultBatchSize,
      'raw: events a transaction': eventsPerBatch,
      'ledger seconds': Number(run.seconds.toFixed(2)),
    },
  }
}

/** The publishing thread, one task at a time. */
class Publisher {
  readonly #worker: Worker

  constructor(data: PublisherData) {
    this.#worker = new Worker(new URL('../publisher.ts', import.meta.url), {
      workerData: data,
      resourceLimits: generatorLimits,
    })
  }

  ask(task: PublisherTask): Promise<PublisherAnswer> {
    return new Promise((resolve, reject) => {
      this.#worker.once('error', reject)
      this.#worker.once('message', (answer: PublisherAnswer) => {
        this.#worker.off('error', reject)
        resolve(answer)
      })
      this.#worker.postMessage(task)
    })
  }

  heap(): Promise<number> {
    return heapOf(this.#worker)
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.postMessage({ do: 'end' } satisfies PublisherTask)
    await ended
  }
}

/** Wave by wave: published while the ledger stands, decided while the clock runs. */
class IngestRun {
  messages = 0
  bytes = 0
  seconds = 0
  /** Processor time of the ledger's thread, microseconds. */
  cpu = 0
  batches: number[] = []
  readonly #publisher: Publisher
  readonly #ledger: Ledger
  #taken = 0
  #wanted = 0
  #done: (() => void) | undefined

  constructor({ store, bus, references, metrics }: System, publisher: Publisher) {
    this.#publisher = publisher
    this.#ledger = createLedger({
      store,
      bus: watchedBus(bus, (messages, milliseconds) => this.#note(messages, milliseconds)),
      references,
      metrics,
      logger: silentLogger(),
      clock: systemClock,
      mode: 'sandbox',
      registry: '2202',
    })
  }

  /** Forgets what was counted; returns the messages until now. */
  reset(): number {
    const { messages } = this
    Object.assign(this, { messages: 0, bytes: 0, seconds: 0, cpu: 0, batches: [] })
    return messages
  }

  /** All waves of some filings. */
  async block(from: number, count: number): Promise<void> {
    const { waves } = await this.#publisher.ask({ do: 'make', from, count })
    for (let wave = 0; wave < waves; wave += 1) {
      const { messages, bytes } = await this.#publisher.ask({ do: 'publish', wave })
      await this.#decide(messages)
      this.messages += messages
      this.bytes += bytes
    }
  }

  async #decide(messages: number): Promise<void> {
    this.#taken = 0
    this.#wanted = messages
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#done = resolve
    const [began, used] = [performance.now(), threadCpu()]
    await this.#ledger.start()
    await promise
    this.seconds += (performance.now() - began) / 1_000
    this.cpu += threadCpu() - used
    await this.#ledger.stop()
  }

  #note(messages: number, milliseconds: number): void {
    this.#taken += messages
    this.batches.push(milliseconds)
    if (this.#taken >= this.#wanted) this.#done?.()
  }
}
