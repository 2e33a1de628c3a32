import type { TopicSpec } from '../message-bus.ts'
import type { Admin } from './admin.ts'
import type { Settings } from './options.ts'

/** Room for a value of 1 MiB, its key and its headers, and what the record format adds. */
export const maxMessageBytes = 2 * 1024 * 1024

/** Kafka's numbers for a topic as a resource, and for a setting that was made on the topic itself. */
const topicResource = 2
const ownSetting = 1

export type TopicSettings = Readonly<Record<string, string>>

/** The settings that a topic of ours has: the brokers' append time, its retention, and those of the options. */
export function wantedSettings({ retention }: TopicSpec, { topicSettings }: Settings): TopicSettings {
  return {
    'message.timestamp.type': 'LogAppendTime',
    // Compaction would drop messages that share a key; a limit by size, messages younger than the retention.
    'cleanup.policy': 'delete',
    'retention.ms': String(retention ?? -1),
    'retention.bytes': '-1',
    'max.message.bytes': String(maxMessageBytes),
    ...topicSettings,
  }
}

/** One topic's settings as the cluster has them. */
export interface SettingsFound {
  /** In force, wherever they come from. */
  readonly inForce: ReadonlyMap<string, string>
  /** Made on the topic itself. */
  readonly own: ReadonlyMap<string, string>
}

export async function findSettings(
  admin: Admin,
  topics: readonly string[],
): Promise<ReadonlyMap<string, SettingsFound>> {
  if (topics.length === 0) return new Map()
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: topicResource, name })),
  })
  return new Map(
    resources.map(({ resourceName, configEntries }) => {
      const pairs = (entries: typeof configEntries) =>
        new Map(entries.map(({ configName, configValue }) => [configName, configValue]))
      const own = configEntries.filter(({ configSource }) => Number(configSource) === ownSetting)
      return [resourceName, { inForce: pairs(configEntries), own: pairs(own) }]
    }),
  )
}

/** Sets what is wanted on a topic and keeps what others set on it. */
export async function changeSettings(
  admin: Admin,
  name: string,
  found: SettingsFound,
  wanted: TopicSettings,
): Promise<void> {
  // This request replaces all of a topic's own settings, so those that others made are said again.
  const all = new Map([...found.own, ...Object.entries(wanted)])
  const configEntries = [...all].map(([setting, value]) => ({ name: setting, value }))
  await admin.alterConfigs({
    validateOnly: false,
    resources: [{ type: topicResource, name, configEntries }],
  })
}
