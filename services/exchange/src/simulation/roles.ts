import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { createClock, type TimeKeeper } from '@yibiao/clock'
import type { StoredEvent } from '@yibiao/event-store'
import { type HistoryIdentity, openHistory } from '@yibiao/ledger'
import { openReadModel, type References } from '@yibiao/projections'
import { createRelay } from '@yibiao/relay'
import { shippedReference } from '@yibiao/schemas'
import { createMetrics, type Logger } from '@yibiao/telemetry'
import type { Configuration } from '../configuration.ts'
import { DataFolder } from '../data-folder.ts'
import { type Engines, openEngines } from '../engines.ts'
import { keepTopics } from '../topics.ts'
import type { Cells } from './cells.ts'
import type { RoleThreadData } from './role-thread.ts'
import { Signal } from './signal.ts'
import { watchedStore } from './watched.ts'

/** The embedded product by a clock that is moved by hand: ledger and projector in threads, relay and alarm here. */
export interface CityRoles {
  readonly engines: Engines
  readonly identity: HistoryIdentity
  readonly references: References
  readonly alarm: TimeKeeper
  /** How far the relay has come. */
  readonly relayed: Signal
  /** The failure of a thread, if one has failed. */
  readonly failed: Promise<never>
  stop(): Promise<void>
}

export interface CityRolesOptions {
  readonly configuration: Configuration
  readonly cells: Cells
  readonly logger: Logger
  /** Told of every recorded event, in the order of the history. */
  readonly onEvents: (events: readonly StoredEvent[]) => void
}

/** Delivery records are written every so many milliseconds at most; simulated hours pass in no time. */
const noteInterval = 10_000

/** Heap of a thread, in MiB: the ledger keeps every record of the year. */
const limits = { maxOldGenerationSizeMb: 6_144 }

/**
 * Otherwise the engine collects the whole heap after every 64 MiB that went through buffers, which is every second here, and a third
 * of the processor goes into marking what the year has made so far. The flag counts them like the heap itself: faster, and a
 * gigabyte more. So a running exchange, which should be small, goes without.
 */
const buffersLikeHeap = '--external-memory-accounted-in-global-limit'

/** Starts everything on an empty folder. */
export async function startCityRoles(options: CityRolesOptions): Promise<CityRoles> {
  setFlagsFromString(buffersLikeHeap)
  const { configuration, cells, logger, onEvents } = options
  const folder = DataFolder.open(configuration.data)
  const stops: (() => Promise<unknown>)[] = [async () => folder.close()]
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const clock = cells
    const engines = await openEngines(configuration, folder.path, logger, clock)
    stops.push(() => engines.close())
    const { store, bus, database } = engines
    const { mode, division } = configuration
    const reference = shippedReference()
    const { identity, references } = await openHistory({ store, clock, reference, mode, division })
    const leaveTopics = await keepTopics(bus, references, logger)
    stops.push(async () => leaveTopics())
    const relayed = new Signal()
    const watched = watchedStore(store, { onEvents, onDone: (position) => relayed.set(position) })
    const common = { bus, references, clock, logger, metrics: createMetrics() }
    const relay = createRelay({ ...common, store: watched, history: identity.history, noteInterval })
    await relay.start()
    stops.push(() => relay.stop())
    const alarm = createClock({ ...common, readModel: openReadModel(database) })
    stops.push(() => alarm.stop())
    const failures: Promise<never>[] = []
    for (const role of ['ledger', 'projector'] as const) {
      const thread = await startThread({ role, configuration, folder: folder.path, cells: cells.buffer })
      stops.push(thread.stop)
      failures.push(thread.failed)
    }
    const failed = Promise.race(failures)
    failed.catch(() => undefined)
    return { engines, identity, references, alarm, relayed, failed, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startThread(workerData: RoleThreadData) {
  const worker = new Worker(new URL('./role-thread.ts', import.meta.url), {
    name: workerData.role,
    workerData,
    resourceLimits: limits,
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let stopping = false
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => {
      if (!stopping) reject(new Error(`the thread of the ${workerData.role} ended by itself`))
    })
  })
  failed.catch(() => undefined)
  await Promise.race([new Promise((resolve) => worker.once('message', resolve)), failed])
  const stop = async () => {
    stopping = true
    worker.postMessage('stop')
    await ended
  }
  return { failed, stop }
}
