import { startAllReferenceSystems } from '@yibiao/department/reference-systems'
import { createGateway } from '@yibiao/gateway'
import { createLedger, type HistoryIdentity, openHistory } from '@yibiao/ledger'
import { openReadModel, type References } from '@yibiao/projections'
import { createProjector } from '@yibiao/projector'
import { createRelay } from '@yibiao/relay'
import {
  feedTopic,
  inboundTopic,
  problemOf,
  replayTopic,
  shippedReference,
  YibiaoError,
} from '@yibiao/schemas'
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
import { type Configuration, misconfigured } from './configuration.ts'
import { DataFolder } from './data-folder.ts'
import { type Engines, openEngines } from './engines.ts'
import { runFsck } from './fsck/run.ts'
import { startProblem } from './start-problem.ts'

/** Partitions of every inbound topic; equal for all, so that one ledger can take partition n of each. */
export const inboundPartitions = 8

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

interface Role {
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
  const started: Role[] = [{ stop: async () => folder.close() }]
  const stop = async () => {
    for (const role of started.splice(0).reverse()) await role.stop()
  }
  try {
    const engines = await openEngines(configuration, folder, logger, clock)
    started.push({ stop: () => engines.close() })
    const { store, bus, database } = engines
    const reference = shippedReference()
    const { mode, division } = configuration
    const { identity, references } = await openHistory({ store, clock, reference, mode, division })
    if (identity.mode !== mode) throw modeDiffers(identity.mode, mode)
    await provision(engines, references)

    const registry = identity.division.slice(0, 4)
    const common = { store, bus, references, clock, metrics }
    const history = identity.history
    const relay = createRelay({ ...common, history, logger: logger.child({ role: 'relay' }) })
    await relay.start()
    started.push(relay)
    const projector = createProjector({ ...common, database, logger: logger.child({ role: 'projector' }) })
    await projector.start()
    started.push(projector)
    const ledger = createLedger({
      ...common,
      mode: identity.mode,
      registry,
      logger: logger.child({ role: 'ledger' }),
    })
    await ledger.start()
    started.push(ledger)
    if (configuration.departments)
      started.push(
        await startAllReferenceSystems({
          bus,
          folder: folder.file('departments'),
          logger: logger.child({ role: 'department' }),
          clock,
          options: {
            delayMs: [0, configuration.departmentDelay],
            supplementEvery: configuration.supplementEvery,
            refuseEvery: configuration.refuseEvery,
          },
        }),
      )
    const token = folder.token()
    const gateway = await createGateway({
      ...common,
      readModel: openReadModel(database),
      identity,
      logger: logger.child({ role: 'gateway' }),
      ids,
      host: configuration.host,
      port: configuration.port,
      tokens: [{ token, principal: { kind: 'operator', id: 'local' } }, ...accounts],
      roles: () => ({ ledger: ledger.health(), relay: relay.health(), projector: projector.health() }),
      fsck: (onProgress) => runFsck({ engines, identity, registry, onProgress }),
    })
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

function modeDiffers(is: string, asked: string): YibiaoError {
  const zh = `mode：此历史永为 ${is}，不是 ${asked}，请用 --data 指定其他目录。`
  const en = `mode: this history is ${is} for ever, not ${asked}; give another --data.`
  return new YibiaoError(problemOf([misconfigured('mode', { zh, en })]))
}

/** Makes the topics of every participant. A feed is stored only on a bus that cannot compute it. */
async function provision({ bus }: Engines, references: References): Promise<void> {
  const { participants } = references.current()
  const topics = [...participants.byCode.values()].flatMap(({ code, ours }) => [
    { name: inboundTopic(code), partitions: inboundPartitions },
    ...(ours ? [] : [{ name: replayTopic(code), partitions: 1 }]),
    ...(ours || bus.capabilities.derivedTopics ? [] : [{ name: feedTopic(code), partitions: 1 }]),
  ])
  await bus.provision(topics)
}
