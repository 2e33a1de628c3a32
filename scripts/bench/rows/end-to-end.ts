import { statSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { type Configuration, configure, type Exchange, startExchange } from '@yibiao/exchange'
import type { Times } from '../backlog.ts'
import type { DriverAnswer, DriverData, DriverTask } from '../driver.ts'
import { generatorLimits, heapOf } from '../generator.ts'
import { ascending, peakMemory, percentile, threadCpu } from '../numbers.ts'
import { type Figure, type Outcome, type RowOptions, scaled } from '../outcome.ts'
import { Visibility } from '../visibility.ts'

/** At scale 1. */
export const endToEndSizes = { messages: 40_000, onTheWay: 1_000, pacedSeconds: 30 } as const

/** Participants entitled to every filing of this row. */
const entitled = 10
/** Shares of the sustained run before and behind the part that is counted. */
const [warmUp, runOut] = [0.15, 0.05]
/** The most; on average it is 6.5. */
const messagesOfAFiling = 11
/** Seconds for which there are decisions to be made, even if nothing becomes visible. */
const stockSeconds = 2
/** Part of the greatest load at which the times are taken. */
const pacedShare = 0.5
/** Messages a second of a large city in its office hours, at which they are taken too. */
const lightLoad = 100
const lightSeconds = 10

/**
 * Published → in the one-form view and read on the feed of every entitled participant: the exchange as `npm start` runs it,
 * without the reference departments, the load from another thread.
 */
export async function endToEnd({ folder, scale, seed }: RowOptions): Promise<Outcome> {
  const configuration = configure({ data: folder, port: 0, departments: false, logLevel: 'error' })
  const files = {
    store: join(folder, 'history.db'),
    bus: join(folder, 'bus'),
    database: join(folder, 'views.db'),
  }
  const { figures, settings } = await measureEndToEnd({
    configuration,
    scale,
    seed,
    sizes: () => sizesOf(files),
  })
  return { figures, settings }
}

export interface MeasureOptions {
  /** Names the engines. */
  readonly configuration: Configuration
  readonly scale: number
  readonly seed: number
  /** Bytes of files to be compared before and after the open loop. */
  readonly sizes?: () => readonly number[]
}

/** The same on any engines; also tells the sustained rate by itself. */
export async function measureEndToEnd(options: MeasureOptions): Promise<Outcome & { readonly rate: number }> {
  const { configuration, scale, seed, sizes = () => [] } = options
  const exchange = await startExchange({ configuration })
  const { bus, database } = exchange.engines
  const driver = new Driver({ configuration })
  const visibility = new Visibility({
    database,
    entitled,
    told: (ids, at, onFeedsAt) => driver.send({ do: 'visible', ids, at, onFeedsAt }),
  })
  // One of two banks is entitled to a filing; both read their feeds.
  const { byCode } = exchange.references.current().participants
  const withFeed = [...byCode.values()].filter(({ ours }) => ours !== true).map(({ code }) => code)
  await visibility.start(bus, withFeed)

  const messages = scaled(endToEndSizes.messages, scale, 200)
  const onTheWay = scaled(endToEndSizes.onTheWay, Math.min(1, scale * 4), 20)
  await driver.ask({ do: 'prepare', messages: messages + onTheWay * messagesOfAFiling * 2, seed })
  await driver.ask({ do: 'stock', filings: onTheWay })
  const [used, usedByAll] = [threadCpu(), process.cpuUsage()]
  const sustained = await driver.run({ do: 'sustain', messages, onTheWay })
  const cpu = (threadCpu() - used) / messages
  const { user, system } = process.cpuUsage(usedByAll)
  const cpuOfAll = (user + system) / messages
  const rate = rateOf(sustained.visible)

  /** Makes ready an open loop of so many messages a second. */
  const paced = async (load: number, seconds: number) => {
    const messages = Math.ceil(load * seconds)
    const stock = Math.ceil(load * stockSeconds)
    await driver.ask({ do: 'prepare', messages: messages + stock * messagesOfAFiling, seed })
    await driver.ask({ do: 'stock', filings: stock })
    return { do: 'pace', messages, every: 1_000 / load } as const
  }
  const short = Math.min(1, scale * 4)
  const lightLoop = await paced(lightLoad, scaled(lightSeconds, short, 2))
  const light = await driver.run(lightLoop)
  const loop = await paced(rate * pacedShare, scaled(endToEndSizes.pacedSeconds, short, 2))
  const before = sizes()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const times = await driver.run(loop)
  delay.disable()
  const grown = sizes().map((size, index) => size - (before[index] ?? 0))

  const refused = await refusedBy(exchange)
  const memory = peakMemory()
  const generator = await driver.heap()
  await visibility.stop()
  await driver.end()
  await exchange.stop()
  return {
    figures: [
      { name: 'sustained', value: rate, unit: 'messages/s' },
      { name: 'main thread, processor', value: cpu, unit: 'µs a message' },
      { name: 'all threads, the load generator too', value: cpuOfAll, unit: 'µs a message' },
      ...latencies(times, 'half the load'),
      { name: 'load at which they were taken', value: rate * pacedShare, unit: 'messages/s' },
      ...latencies(light, `${lightLoad} messages/s`),
      { name: 'event loop held up, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
      { name: 'event loop held up, longest', value: delay.max / 1e6, unit: 'ms' },
      { name: 'refused', value: refused, unit: 'messages', required: { exactly: 0 } },
      {
        name: 'never visible',
        value: [sustained, light, times].reduce(
          (left, { visible }) => left - visible.length,
          messages + lightLoop.messages + loop.messages,
        ),
        unit: 'messages',
        required: { exactly: 0 },
      },
      { name: 'peak memory', value: memory, unit: 'MB' },
      { name: 'of it the heap of the load generator, about', value: generator, unit: 'MB' },
    ],
    settings: {
      'messages, closed loop': messages,
      'on the way at most': onTheWay,
      'messages, open loop': loop.messages,
      'entitled participants': entitled,
      'feed messages read': visibility.read,
      ...(grown.length === 0
        ? {}
        : { 'open loop: bytes carried over by WAL checkpoints (history, bus, views)': grown.join(' / ') }),
    },
    rate,
  }
}

/** Messages that the ledger refused, as the exchange tells it. */
async function refusedBy({ address }: Exchange): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(/^yibiao_ledger_messages_total\{outcome="refused"\} (\d+)/m.exec(text)?.[1] ?? 0)
}

/** Messages a second over the middle of the run. */
function rateOf(visible: readonly number[]): number {
  const [from, to] = [Math.floor(visible.length * warmUp), Math.ceil(visible.length * (1 - runOut)) - 1]
  return ((to - from) / ((visible[to] ?? 0) - (visible[from] ?? 0))) * 1_000
}

/** Times from when a message was due; the first part of the run is left out. */
function latencies({ due, onFeeds, visible }: Times, load: string): readonly Figure[] {
  const from = Math.floor(due.length * warmUp)
  const since = (at: readonly number[]) =>
    ascending(at.slice(from).map((time, index) => time - (due[from + index] as number)))
  const [feeds, times] = [since(onFeeds), since(visible)]
  return [
    { name: `publish → visible at ${load}, p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: '… p99', value: percentile(times, 0.99), unit: 'ms' },
    { name: '… p99.9', value: percentile(times, 0.999), unit: 'ms' },
    { name: '… longest', value: percentile(times, 1), unit: 'ms' },
    { name: 'of it, until read on every feed, p50', value: percentile(feeds, 0.5), unit: 'ms' },
    { name: '… p99', value: percentile(feeds, 0.99), unit: 'ms' },
  ]
}

/** Bytes of the database files; they grow only when their write-ahead logs are carried over. */
const sizesOf = (files: { readonly store: string; readonly bus: string; readonly database: string }) =>
  [files.store, `${files.bus}/bus.db`, files.database].map((file) => statSync(file).size)

/** The thread that makes the load. */
class Driver {
  readonly #worker: Worker

  constructor(data: DriverData) {
    this.#worker = new Worker(new URL('../driver.ts', import.meta.url), {
      workerData: data,
      resourceLimits: generatorLimits,
    })
  }

  send(task: DriverTask): void {
    this.#worker.postMessage(task)
  }

  ask(task: DriverTask): Promise<DriverAnswer> {
    return new Promise((resolve, reject) => {
      this.#worker.once('error', reject)
      this.#worker.once('message', (answer: DriverAnswer) => {
        this.#worker.off('error', reject)
        resolve(answer)
      })
      this.send(task)
    })
  }

  async run(task: DriverTask): Promise<Times> {
    return (await this.ask(task)) as Times
  }

  heap(): Promise<number> {
    return heapOf(this.#worker)
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.send({ do: 'end' })
    await ended
  }
}
