import type { MessageBus } from '../message-bus.ts'
import { EmbeddedBus } from './bus.ts'
import { type EmbeddedBusOptions, settingsFrom } from './options.ts'
import { openFiles } from './schema.ts'

export type { BusLogger, EmbeddedBusOptions } from './options.ts'
export { embeddedBusDefaults } from './options.ts'

/**
 * Opens the message bus kept in a folder, making it when there is none: SQLite, nothing to install, for one process
 * and as many of its threads as help; each thread opens the folder for itself. Keeping a second process out is the
 * caller's affair.
 *
 * Throws `YB_BUS_NEWER` for data of a newer Yibiao and `YB_BUS_USAGE` for options or a path that cannot be meant.
 */
export async function openEmbeddedBus(options: EmbeddedBusOptions): Promise<MessageBus> {
  const settings = settingsFrom(options)
  return new EmbeddedBus(settings, await openFiles(settings))
}
