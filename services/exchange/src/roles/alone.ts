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
  let running: RunningRole | undefined
  let starting: RoleHealth = { state: 'starting' }
  const server = await healthOf(parts, () => (running === undefined ? starting : running.health()))
  const stop = async () => {
    await stopAll(parts)
    await server?.stop()
  }
  try {
    const started = await startInTheEnd(parts, (fault) => {
      starting = { state: 'starting', fault }
    })
    running = started.running
    return { role, address: started.gateway, health: server?.address, identity: started.identity, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Stops everything, whatever of it fails on the way; the last failure is thrown. */
async function stopAll({ started }: Parts): Promise<void> {
  let failure: { readonly error: unknown } | undefined
  for (const one of started.splice(0).reverse())
    await one.stop().catch((error: unknown) => {
      failure = { error }
    })
  if (failure !== undefined) throw failure.error
}

/** Starts the role anew for as long as what it stands on does not answer, or goes away on the way. */
async function startInTheEnd(parts: Parts, waiting: (fault: string) => void): Promise<Started> {
  const { logger, signal } = parts
  for (;;) {
    try {
      return await startOne(parts)
    } catch (error) {
      if (!mayComeUp(error)) throw error
      waiting(error.code)
      logger.warn({ err: error }, 'the role cannot start yet; it is tried again')
    }
    await stopAll(parts).catch((error: unknown) => logger.warn({ err: error }, 'not all of it would stop'))
    await pause(retryDelay, undefined, signal === undefined ? {} : { signal })
  }
}

/** An engine that does not answer, or a topic that somebody else makes; not a data folder that somebody else uses. */
function mayComeUp(error: unknown): error is { readonly code: string } {
  const { retryable, code } = error as { readonly retryable?: unknown; readonly code?: unknown }
  return (retryable === true && code !== 'YB_BUSY') || code === 'YB_BUS_UNKNOWN_TOPIC'
}

async function healthOf({ configuration, metrics, clock }: Parts, health: () => RoleHealth) {
  const { host, healthPort: port, role } = configuration
  return port < 0 ? undefined : startHealthServer({ host, port, role, health, metrics, clock })
}

interface Started {
  readonly running: RunningRole
  readonly gateway?: string
  readonly identity?: HistoryIdentity
}

function startOne(parts: Parts): Promise<Started> {
  const { role } = parts.configuration
  if (role === 'department') return startDepartment(parts)
  if (role === 'gateway') return startGateway(parts)
  return startPlain(parts, role as PlainRole)
}

async function open<Name extends EngineName>(
  { configuration, logger, clock, started }: Parts,
  names: readonly Name[],
): Promise<Engines<Name>> {
  const engines = await openEngines(configuration, '', logger, clock, names)
  started.push({ stop: () => engines.close() })
  return engines
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

async function startPlain(parts: Parts, role: PlainRole): Promise<Started> {
  const { clock, metrics, logger, started } = parts
  const engines = await open<EngineName>(parts, enginesOf[role])
  const { identity, references } = await openHistoryOf(parts, engines)
  // Relay and projector meet every publication in its place; ledger and clock read no history.
  if (role === 'ledger' || role === 'clock')
    started.push(followReferences({ store: engines.store, references, logger }))
  const running = await startRole(role, { engines, references, identity, clock, metrics, logger })
  started.push(running)
  return { running, identity }
}

async function startGateway(parts: Parts): Promise<Started> {
  const { configuration, clock, metrics, logger, started } = parts
  const tokens = readAccounts(configuration.accounts)
  const engines = await open<EngineName>(parts, engineNames)
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
async function startDepartment(parts: Parts): Promise<Started> {
  const { configuration, clock, logger, started } = parts
  const folder = DataFolder.open(configuration.data)
  started.push({ stop: async () => folder.close() })
  const { bus } = await open(parts, ['bus'])
  const start = {
    bus,
    folder: folder.file('departments'),
    logger,
    clock,
    options: departmentOptions(configuration),
  }
  const { department } = configuration
  const systems =
    department === '' ? await startAllReferenceSystems(start) : await startReferenceSystem(department, start)
  started.push(systems)
  return { running: { health: () => undefined, stop: () => systems.stop() } }
}
