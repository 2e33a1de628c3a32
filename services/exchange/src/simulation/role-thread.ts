/** The ledger or the projector of a simulation in a thread of its own, by the simulation's time. Started by `roles.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { createLedger, openHistory } from '@yibiao/ledger'
import { shippedReference } from '@yibiao/schemas'
import { createLogger, createMetrics } from '@yibiao/telemetry'
import type { Configuration } from '../configuration.ts'
import { openEngines } from '../engines.ts'
import { enginesOf, registryOf, startRole } from '../roles/roles.ts'
import { Cells } from './cells.ts'
import { watchedBus, watchedStore } from './watched.ts'

export interface RoleThreadData {
  readonly role: 'ledger' | 'projector'
  readonly configuration: Configuration
  readonly folder: string
  readonly cells: SharedArrayBuffer
}

if (parentPort === null) throw new Error('role-thread.ts runs in a worker thread')
const port = parentPort
const { role, configuration, folder, cells } = workerData as RoleThreadData
const clock = new Cells(cells)
const logger = createLogger({ name: role, level: configuration.logLevel })
const engines = await openEngines(configuration, folder, logger, clock, enginesOf[role])
const { mode, division } = configuration
const history = { store: engines.store, clock, reference: shippedReference(), mode, division }
const { identity, references } = await openHistory(history)
const common = { references, clock, logger, metrics: createMetrics() }

/** Relay and projector begin with a batch while the ledger is at the next, which a tick in one batch would not let them. */
const batchSize = 200
/** Every record of the year stays in memory: changes come to any of them. */
const cached = { cacheSize: 60_000, viewCacheSize: 60_000 }

async function startLedger() {
  const { store } = engines
  const bus = watchedBus(engines.bus, (messages) => clock.add('taken', messages))
  const registry = registryOf(identity)
  const ledger = createLedger({ ...common, store, bus, mode, registry, batchSize, ...cached })
  await ledger.start()
  return ledger
}

function startProjector() {
  const store = watchedStore(engines.store, { onDone: (position) => clock.set('projected', position) })
  return startRole('projector', { ...common, engines: { ...engines, store }, identity })
}

const running = await (role === 'ledger' ? startLedger() : startProjector())

port.once('message', async () => {
  await running.stop()
  await engines.close()
  port.close()
})
port.postMessage('ready')
