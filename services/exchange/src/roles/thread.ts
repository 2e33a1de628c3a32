/** A role in a thread of its own, on engines of its own over the same data folder. Started by `threaded.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import type { RoleHealth } from '@yibiao/gateway'
import { openHistory } from '@yibiao/ledger/history'
import { shippedReference } from '@yibiao/schemas'
import { createLogger, createMetrics, type MetricsSnapshot, systemClock } from '@yibiao/telemetry'
import type { Configuration } from '../configuration.ts'
import { openEngines } from '../engines.ts'
import { enginesOf, type PlainRole, startRole } from './roles.ts'

export interface ThreadData {
  readonly role: PlainRole
  readonly configuration: Configuration
  /** The data folder, which the process holds. */
  readonly folder: string
}

/** What a thread is asked. */
export type ThreadRequest = { readonly ask: 'metrics'; readonly number: number } | { readonly ask: 'stop' }

/** What it says. `health` comes whenever it has changed. */
export type ThreadNews =
  | { readonly ready: true }
  | { readonly health: RoleHealth }
  | { readonly metrics: MetricsSnapshot; readonly number: number }

/** Milliseconds between two looks at the role's health. */
const healthEvery = 250

if (parentPort === null) throw new Error('thread.ts runs in a worker thread')
const port = parentPort
const say = (news: ThreadNews) => port.postMessage(news)

const { role, configuration, folder } = workerData as ThreadData
const logger = createLogger({ name: role, level: configuration.logLevel })
const metrics = createMetrics()
const engines = await openEngines(configuration, folder, logger, systemClock, enginesOf[role])
const { mode, division } = configuration
const { store } = engines
const history = { store, clock: systemClock, reference: shippedReference(), mode, division }
const { identity, references } = await openHistory(history)
const running = await startRole(role, { engines, references, identity, clock: systemClock, metrics, logger })

let told = ''
const watch = setInterval(() => {
  const health = running.health()
  const text = JSON.stringify(health) ?? ''
  if (text === told) return
  told = text
  say({ health })
}, healthEvery)

port.on('message', async (request: ThreadRequest) => {
  if (request.ask === 'metrics') {
    say({ metrics: await metrics.snapshot(), number: request.number })
    return
  }
  clearInterval(watch)
  await running.stop()
  await engines.close()
  port.close()
})
say({ ready: true })
