import { join } from 'node:path'
import type { Database } from '@yibiao/database'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import type { EventStore } from '@yibiao/event-store'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import type { MessageBus } from '@yibiao/message-bus'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { problemOf, YibiaoError } from '@yibiao/schemas'
import type { Clock, Logger } from '@yibiao/telemetry'
import { type Configuration, misconfigured } from './configuration.ts'

/** The engines that everything else stands on, behind their ports. The only place that knows an adapter. */
export interface Engines {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly database: Database
  close(): Promise<void>
}

const schemeOf = (url: string): string => url.slice(0, url.indexOf(':') + 1)

function unknownEngine(name: string, url: string, known: string): YibiaoError {
  // Only the scheme is repeated: a URL may carry a password.
  const scheme = schemeOf(url) || '?'
  const zh = `${name}：本版本没有引擎 ${scheme}，可用 ${known}。`
  const en = `${name}: ${scheme} is no engine of this version; there is ${known}.`
  return new YibiaoError(problemOf([misconfigured(name, { zh, en })]))
}

/** Opens the engines that the configuration names by URL; embedded ones in this folder, which the process holds. */
export async function openEngines(
  configuration: Configuration,
  folder: string,
  logger: Logger,
  clock: Clock,
): Promise<Engines> {
  const { store: storeUrl, bus: busUrl, database: databaseUrl } = configuration
  if (schemeOf(storeUrl) !== 'sqlite:') throw unknownEngine('store', storeUrl, 'sqlite:')
  if (schemeOf(busUrl) !== 'embedded:') throw unknownEngine('bus', busUrl, 'embedded:')
  if (schemeOf(databaseUrl) !== 'sqlite:') throw unknownEngine('database', databaseUrl, 'sqlite:')
  const opened: { close(): Promise<void> }[] = []
  const close = async () => {
    for (const one of opened.splice(0).reverse()) await one.close()
  }
  const keep = <Engine extends { close(): Promise<void> }>(engine: Engine): Engine => {
    opened.push(engine)
    return engine
  }
  try {
    const store = keep(await openSqliteEventStore({ path: join(folder, 'history.db'), logger }))
    const database = keep(await openSqliteDatabase({ path: join(folder, 'views.db') }))
    const bus = keep(await openEmbeddedBus({ path: join(folder, 'bus'), logger, clock: () => clock.now() }))
    return { store, bus, database, close }
  } catch (error) {
    await close()
    throw error
  }
}
