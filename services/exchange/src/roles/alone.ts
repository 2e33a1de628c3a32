import { setTimeout as pause } from 'node:timers/promises'
import { startAllReferenceSystems, startReferenceSystem } from '@yibiao/department/reference-systems'
import { createGateway, type RoleHealth } from '@yibiao/gateway'
import { type HistoryIdentity, openHistory } from '@yibiao/ledger/history'
import { followReferences, openReadModel } from '@yibiao/projections'
import { shippedReference } from '@yibiao/schemas'
import {
  type Clock,
  createLogger,
  createMetrics,
  type Logger,
  type Metrics,
  randomIds,
  systemClock,
} from '@yibiao/telemetry'
import { readAccounts } from '../accounts.ts'
import { type Configuration, modeDiffers, type RoleName } from '../configuration.ts'
import { DataFolder } from '../data-folder.ts'
import { type EngineName, type Engines, engineNames, openEngines } from '../engines.ts'
import { startHealthServer } from '../health-server.ts'
import { openMaterials } from '../materials.ts'
import { keepTopics } from '../topics.ts'
import { departmentOptions } from './department-options.ts'
import { enginesOf, type PlainRole, type RunningRole, registryOf, startRole } from './roles.ts'

/** One role in a process of its own. */
export interface Alone {
  readonly role: RoleName
  /** Where the gateway listens; undefined for other roles. */
  readonly address: string | undefined
  /** Where health and metrics are. */
  readonly health: string | undefined
  readonly identity: HistoryIdentity | undefined
  stop(): Promise<void>
}

/** Milliseconds between two tries to reach an engine at the start. */
const retryDelay = 1_000

interface Parts {
  readonly configuration: Configuration
  readonly logger: Logger
  readonly clock: Clock
  readonly metrics: Metrics
  /** What has been started, to be stopped in the reverse order. */
  readonly started: { stop(): Promise<unknown> }[]
  readonly signal: AbortSignal | undefined
}

/**
 * Starts one role on engines that processes share. An engine that does not answer yet is waited for: the role is not ready
 * and says why. Ends, when `signal` aborts on the way, with the signal's reason.
 */
export async function startAlone(configuration: Configuration, signal?: AbortSignal): Promise<Alone> {
  const { role } = configuration
  const logger = createLogger({ name: role, level: configuration.logLevel })
  const parts: Parts = {
    configuration,
    logger,
    clock: systemClock,
    metrics: createMetrics(),
    started: [],
    signal,
  }
  const stop = async () => {
    for (const one of parts.started.splice(0).reverse()) await one.stop()
  }
  let running: RunningRole | undefined
  let starting: RoleHealth = { state: 'starting' }
  try {
    const health = await healthOf(parts, () => (running === undefined ? starting : running.health()))
    const { gateway, identity, ...rest } = await startOne(parts, (fault) => {
      starting = { state: 'starting', fault }
    })
    running = rest.running
    return { role, address: gateway, health, identity, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function healthOf(parts: Parts, health: () => RoleHealth): Promise<string | undefined> {
  const { host, healthPort: port, role } = parts.configuration
  if (port < 0) return undefined
  const server = await startHealthServer({
    host,
    port,
    role,
    health,
    metrics: parts.metrics,
    clock: parts.clock,
  })
  parts.started.push(server)
  return server.address
}

interface Started {
  readonly running: RunningRole
  readonly gateway?: string
  readonly identity?: HistoryIdentity
}

function startOne(parts: Parts, waiting: (fault: string) => void): Promise<Started> {
  const { role } = parts.configuration
  if (role === 'department') return startDepartment(parts, waiting)
  if (role === 'gateway') return startGateway(parts, waiting)
  return startPlain(parts, role as PlainRole, waiting)
}

/** Opens engines, as often as it takes: a role may be started before what it stands on. */
async function reach<Name extends EngineName>(
  { configuration, logger, clock, started, signal }: Parts,
  names: readonly Name[],
  waiting: (fault: string) => void,
): Promise<Engines<Name>> {
  for (;;) {
    try {
      const engines = await openEngines(configuration, '', logger, clock, names)
      started.push({ stop: () => engines.close() })
      return engines
    } catch (error) {
      const { retryable, code } = error as { readonly retryable?: unknown; readonly code?: unknown }
      if (retryable !== true) throw error
      waiting(String(code))
      logger.warn({ err: error }, 'an engine does not answer; it is tried again')
      await pause(retryDelay, undefined, signal === undefined ? {} : { signal })
    }
  }
}

async function openHistoryOf(
  { configuration, clock, logger, started }: Parts,
  engines: Engines<'store' | 'bus'>,
) {
  const { mode, division } = configuration
  const { store, bus } = engines
  const history = await openHistory({ store, clock, reference: shippedReference(), mode, division })
  if (history.identity.mode !== mode) throw modeDiffers(history.identity.mode, mode)
  // In production topics and rights are the operator's: `yibiao provision`.
  if (mode === 'sandbox') {
    const leaveTopics = await keepTopics(bus, history.references, logger)
    started.push({ stop: async () => leaveTopics() })
  }
  return history
}

async function startPlain(parts: Parts, role: PlainRole, waiting: (fault: string) => void): Promise<Started> {
  const { clock, metrics, logger, started } = parts
  const engines = await reach<EngineName>(parts, enginesOf[role], waiting)
  const { identity, references } = await openHistoryOf(parts, engines)
  // Relay and projector meet every publication in its place; ledger and clock read no history.
  if (role === 'ledger' || role === 'clock')
    started.push(followReferences({ store: engines.store, references, logger }))
  const running = await startRole(role, { engines, references, identity, clock, metrics, logger })
  started.push(running)
  return { running, identity }
}

async function startGateway(parts: Parts, waiting: (fault: string) => void): Promise<Started> {
  const { configuration, clock, metrics, logger, started } = parts
  const tokens = readAccounts(configuration.accounts)
  const engines = await reach<EngineName>(parts, engineNames, waiting)
  const { store, bus, database } = engines
  const { identity, references } = await openHistoryOf(parts, engines)
  started.push(followReferences({ store, references, logger }))
  const registry = registryOf(identity)
  const materials = await openMaterials(configuration, undefined)
  if (materials !== undefined) started.push({ stop: () => materials.close() })
  const gateway = await createGateway({
    ...{ store, bus, references, identity, logger, clock, metrics, tokens },
    readModel: openReadModel(database),
    ...(materials === undefined ? {} : { materials }),
    ids: randomIds,
    host: configuration.host,
    port: configuration.port,
    fsck: async (onProgress) => {
      const { runFsck } = await import('../fsck/run.ts')
      return runFsck({ engines, identity, registry, materials, onProgress })
    },
  })
  await gateway.start()
  started.push(gateway)
  const running = { health: () => undefined, stop: () => gateway.stop() }
  return { running, gateway: gateway.address, identity }
}

/** A department's system knows nothing of the exchange but the bus; its own database is in the data folder. */
async function startDepartment(parts: Parts, waiting: (fault: string) => void): Promise<Started> {
  const { configuration, clock, logger, started } = parts
  const folder = DataFolder.open(configuration.data)
  started.push({ stop: async () => folder.close() })
  const { bus } = await reach(parts, ['bus'], waiting)
  const start = {
    bus,
    folder: folder.file('departments'),
    logger,
    clock,
    options: departmentOptions(configuration),
  }
  const { department } = configuration
  const systems = await topicsThere<{ stop(): Promise<void> }>(parts, waiting, () =>
    department === '' ? startAllReferenceSystems(start) : startReferenceSystem(department, start),
  )
  started.push(systems)
  return { running: { health: () => undefined, stop: () => systems.stop() } }
}

/** Starts what needs topics that somebody else makes, as often as it takes. */
async function topicsThere<T>(
  { logger, signal }: Parts,
  waiting: (fault: string) => void,
  start: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await start()
    } catch (error) {
      const { code } = error as { readonly code?: unknown }
      if (code !== 'YB_BUS_UNKNOWN_TOPIC') throw error
      waiting(code)
      logger.warn({ err: error }, 'a topic is not there yet; it is asked for again')
      await pause(retryDelay, undefined, signal === undefined ? {} : { signal })
    }
  }
}
