import { join } from 'node:path'
import type { Database } from '@yibiao/database'
import type { EventStore } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import type { KafkaAdministration, KafkaBusOptions } from '@yibiao/message-bus/kafka'
import { problemOf, YibiaoError } from '@yibiao/schemas'
import type { Clock, Logger } from '@yibiao/telemetry'
import { type Configuration, misconfigured } from './configuration.ts'
import { schemeOf, withoutOwn } from './engine-url.ts'

/** The engines that everything else stands on, behind their ports. */
export interface EnginePorts {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly database: Database
}
export type EngineName = keyof EnginePorts

export type Engines<Name extends EngineName = EngineName> = Pick<EnginePorts, Name> & {
  close(): Promise<void>
}

/** What an engine is opened with. */
interface Opening {
  readonly url: string
  /** The data folder, which the process holds; for embedded engines. */
  readonly folder: string
  readonly logger: Logger
  readonly clock: Clock
}

type Open<Port> = (opening: Opening) => Promise<Port>

/** What both adapters for PostgreSQL are told by a URL. */
function postgresSettings(given: string) {
  const { url, own } = withoutOwn(given, ['schema', 'notify'])
  return {
    url,
    ...(own.schema === undefined ? {} : { schema: own.schema }),
    ...(own.notify === undefined ? {} : { notify: own.notify !== 'false' }),
  }
}

const openPostgresStore: Open<EventStore> = async ({ url, logger }) => {
  const { openPostgresEventStore } = await import('@yibiao/event-store/postgres')
  return openPostgresEventStore({ ...postgresSettings(url), logger })
}

const openEventStoreDb: Open<EventStore> = async ({ url, logger }) => {
  const adapter = await import('@yibiao/event-store/eventstoredb')
  const { url: plain, own } = withoutOwn(url, ['streamPrefix'])
  const prefix = own.streamPrefix === undefined ? {} : { streamPrefix: own.streamPrefix }
  return adapter.openEventStoreDb({ url: plain, logger, ...prefix })
}

const openPostgresDatabase: Open<Database> = async ({ url, logger }) => {
  const adapter = await import('@yibiao/database/postgres')
  return adapter.openPostgresDatabase({ ...postgresSettings(url), logger })
}

/**
 * Every adapter by the scheme of its URL: the only place that knows one. Loaded when asked for, so that nobody pays for an
 * engine he does not use.
 */
const adapters: { readonly [Name in EngineName]: Readonly<Record<string, Open<EnginePorts[Name]>>> } = {
  store: {
    'sqlite:': async ({ folder, logger }) => {
      const { openSqliteEventStore } = await import('@yibiao/event-store/sqlite')
      return openSqliteEventStore({ path: join(folder, 'history.db'), logger })
    },
    'postgres:': openPostgresStore,
    'postgresql:': openPostgresStore,
    'esdb:': openEventStoreDb,
    'esdb+discover:': openEventStoreDb,
    'kurrentdb:': openEventStoreDb,
    'kurrentdb+discover:': openEventStoreDb,
  },
  bus: {
    'embedded:': async ({ folder, logger, clock }) => {
      const { openEmbeddedBus } = await import('@yibiao/message-bus/embedded')
      return openEmbeddedBus({ path: join(folder, 'bus'), logger, clock: () => clock.now() })
    },
    'kafka:': async ({ url, logger }) => {
      const { openKafkaBus, parseKafkaUrl } = await import('@yibiao/message-bus/kafka')
      return openKafkaBus({ ...parseKafkaUrl(url), logger })
    },
  },
  database: {
    'sqlite:': async ({ folder }) => {
      const { openSqliteDatabase } = await import('@yibiao/database/sqlite')
      return openSqliteDatabase({ path: join(folder, 'views.db') })
    },
    'postgres:': openPostgresDatabase,
    'postgresql:': openPostgresDatabase,
  },
}

export const engineNames = ['store', 'database', 'bus'] as const satisfies readonly EngineName[]

function unknownEngine(name: EngineName, url: string): YibiaoError {
  const known = Object.keys(adapters[name]).join(', ')
  // Only the scheme is repeated: a URL may carry a password.
  const scheme = schemeOf(url) || '?'
  const zh = `${name}：本版本没有引擎 ${scheme}，可用 ${known}。`
  const en = `${name}: ${scheme} is no engine of this version; there is ${known}.`
  return new YibiaoError(problemOf([misconfigured(name, { zh, en })]))
}

/** Opens the engines named, by the URLs of the configuration. When one cannot be opened, those already open are closed. */
export async function openEngines<Name extends EngineName = EngineName>(
  configuration: Configuration,
  folder: string,
  logger: Logger,
  clock: Clock,
  names: readonly Name[] = engineNames as readonly EngineName[] as readonly Name[],
): Promise<Engines<Name>> {
  for (const name of names) {
    const url = configuration[name]
    if (adapters[name][schemeOf(url)] === undefined) throw unknownEngine(name, url)
  }
  const opened: Partial<EnginePorts> = {}
  const order: { close(): Promise<void> }[] = []
  const close = async () => {
    for (const engine of order.splice(0).reverse()) await engine.close()
  }
  const open = async <One extends EngineName>(name: One) => {
    const url = configuration[name]
    const adapter = adapters[name][schemeOf(url)] as Open<EnginePorts[One]>
    const engine = await adapter({ url, folder, logger, clock })
    order.push(engine)
    opened[name] = engine
  }
  try {
    for (const name of names) await open(name)
    return { ...(opened as Pick<EnginePorts, Name>), close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * The administration of a bus whose topics and rights are an operator's to provide, with options beside those of the URL.
 * Throws `YB_CONFIGURATION` for a bus that needs none.
 */
export async function administrationOf(
  url: string,
  options: Pick<KafkaBusOptions, 'replicationFactor' | 'topicSettings'>,
): Promise<KafkaAdministration> {
  const scheme = schemeOf(url)
  if (scheme !== 'kafka:') {
    const zh = `bus：${scheme || '?'} 没有需要配置的主题与权限，请给出 kafka://。`
    const en = `bus: ${scheme || '?'} has no topics and rights to provide; give kafka://.`
    throw new YibiaoError(problemOf([misconfigured('bus', { zh, en })]))
  }
  const { KafkaAdministration, parseKafkaUrl } = await import('@yibiao/message-bus/kafka')
  return new KafkaAdministration({ ...parseKafkaUrl(url), ...options })
}
