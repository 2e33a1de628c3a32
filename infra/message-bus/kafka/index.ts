import type { MessageBus } from '../message-bus.ts'
import { KafkaBus } from './bus.ts'
import { type KafkaBusOptions, settingsFrom } from './options.ts'

export type { Grant, NamePattern, Rule } from './acls.ts'
export {
  type ApplyOptions,
  type ClusterPlan,
  type Comparison,
  type Difference,
  KafkaAdministration,
  type Note,
} from './administration.ts'
export type { AccessPlan, RuleNote } from './judge-rules.ts'
export type { BusLogger, KafkaBusOptions } from './options.ts'
export { kafkaBusCapabilities, kafkaBusDefaults } from './options.ts'
export type { KafkaSasl } from './sasl.ts'
export type { TlsOptions } from './socket.ts'
export { parseKafkaUrl } from './url.ts'

/**
 * Opens the message bus on a Kafka cluster (Kafka 4; any number of processes). Resolves when a broker was reached; from
 * then on it outlives any outage: calls reject with `YB_BUS_UNAVAILABLE` after `timeout`, consumers go on by themselves.
 *
 * Throws `YB_BUS_USAGE` for options that cannot be meant, `YB_BUS_UNAVAILABLE` when no broker answers in time and
 * `YB_BUS_FORBIDDEN` when they refuse the account.
 */
export async function openKafkaBus(options: KafkaBusOptions): Promise<MessageBus> {
  const bus = new KafkaBus(settingsFrom(options))
  try {
    await bus.connect()
    return bus
  } catch (error) {
    await bus.close()
    throw error
  }
}
