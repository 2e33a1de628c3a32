import { startAllReferenceSystems } from '@yibiao/department/reference-systems'
import { createGateway } from '@yibiao/gateway'
import { type HistoryIdentity, openHistory } from '@yibiao/ledger/history'
import { openReadModel, type References } from '@yibiao/projections'
import { shippedReference } from '@yibiao/schemas'
import {
  type Clock,
  createLogger,
  createMetrics,
  type Ids,
  type Logger,
  randomIds,
  systemClock,
} from '@yibiao/telemetry'
import { readAccounts } from './accounts.ts'
import { type Configuration, modeDiffers } from './configuration.ts'
import { DataFolder } from './data-folder.ts'
import { type Engines, openEngines } from './engines.ts'
import { openMaterials } from './materials.ts'
import { departmentOptions } from './roles/department-options.ts'
import { type PlainRole, plainRoles, type RunningRole, registryOf, startRole } from './roles/roles.ts'
import { startThreaded } from './roles/threaded.ts'
import { startProblem } from './start-problem.ts'
import { keepTopics } from './topics.ts'

export interface Exchange {
  readonly address: string
  readonly identity: HistoryIdentity
  readonly engines: Engines
  readonly references: References
  /** Ends every role in order: intake first, then what drains it, the engines last. May be repeated. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly configuration: Configuration
  readonly clock?: Clock
  readonly ids?: Ids
  readonly logger?: Logger
  /** Leave the address in the data folder, for the commands to find. Default true. */
  readonly announce?: boolean
}

interface Stoppable {
  stop(): Promise<void>
}

/** The composition root: all roles in one process on the engines that the configuration names. */
export async function startExchange(options: StartOptions): Promise<Exchange> {
  const { configuration } = options
  const clock = options.clock ?? systemClock
  const ids = options.ids ?? randomIds
  const logger = options.logger ?? createLogger({ name: 'exchange', level: configuration.logLevel })
  const metrics = createMetrics()
  const accounts = readAccounts(configuration.accounts)
  const folder = DataFolder.open(configuration.data)
  const started: Stoppable[] = [{ stop: async () => folder.close() }]
  const starting: Promise<void>[] = []
  const stop = async () => {
    await Promise.allSettled(starting)
    for (const role of started.splice(0).reverse()) await role.stop()
  }
  try {
    const engines = await openEngines(configuration, folder.path, logger, clock)
    started.push({ stop: () => engines.close() })
    const { store, bus, database } = engines
    const reference = shippedReference()
    const { mode, division } = configuration
    const { identity, references } = await openHistory({ store, clock, reference, mode, division })
    if (identity.mode !== mode) throw modeDiffers(identity.mode, mode)
    const leaveTopics = await keepTopics(bus, references, logger)
    started.push({ stop: async () => leaveTopics() })

    const registry = registryOf(identity)
    const common = { store, bus, references, clock, metrics }
    // Deciding and folding use other processors than answering. But a thread has the system's clock and a log of its own:
    // a caller who brings his own wants them used.
    const threads = configuration.threads && options.clock === undefined && options.logger === undefined
    const roles = new Map<PlainRole, RunningRole>()
    const startOne = async (role: PlainRole): Promise<void> => {
      const own = { logger: logger.child({ role }), clock, metrics }
      // A relay that computes feeds where they are read stays with those who read them.
      // The clock does next to nothing.
      const apart = threads && role !== 'clock' && (role !== 'relay' || !bus.capabilities.derivedTopics)
      const running = apart
        ? await startThreaded({ ...own, role, configuration, folder: folder.path })
        : await startRole(role, { ...own, engines, references, identity })
      roles.set(role, running)
      started.push(running)
    }
    starting.push(...plainRoles.map(startOne))
    const materials = await openMaterials(configuration, folder.path)
    if (materials !== undefined) started.push({ stop: () => materials.close() })
    const token = folder.token()
    // Made while the threads load; it listens when all else is at work.
    const gateway = await createGateway({
      ...common,
      readModel: openReadModel(database),
      identity,
      ...(materials === undefined ? {} : { materials }),
      logger: logger.child({ role: 'gateway' }),
      ids,
      host: configuration.host,
      port: configuration.port,
      tokens: [{ token, principal: { kind: 'operator', id: 'local' } }, ...accounts],
      roles: () => Object.fromEntries([...roles].map(([name, role]) => [name, role.health()])),
      fsck: async (onProgress) => {
        const { runFsck } = await import('./fsck/run.ts')
        return runFsck({ engines, identity, registry, materials, onProgress })
      },
    })
    await Promise.all(starting)
    if (configuration.departments)
      started.push(
        await startAllReferenceSystems({
          bus,
          folder: folder.file('departments'),
          logger: logger.child({ role: 'department' }),
          clock,
          options: departmentOptions(configuration),
        }),
      )
    await gateway.start()
    started.push(gateway)
    const { address } = gateway
    if (options.announce !== false) folder.announce({ pid: process.pid, address, token })
    return { address, identity, engines, references, stop }
  } catch (error) {
    await stop()
    throw startProblem(error, folder.path)
  }
}
