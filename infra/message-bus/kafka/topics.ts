import { Kafka } from 'kafkajs'
import type { TopicSpec } from '../message-bus.ts'
import { unknownTopic, usage } from '../usage.ts'
import { coded, faultOf, passes } from './faults.ts'
import { kafkajsConfig, type Link } from './link.ts'
import type { Settings } from './options.ts'
import { Sockets } from './socket.ts'

type Admin = ReturnType<Kafka['admin']>

/** Room for a value of 1 MiB, its key and its headers, and what the record format adds. */
export const maxMessageBytes = 2 * 1024 * 1024

/** Kafka's numbers for a topic as a resource, and for a setting that was made on the topic itself. */
const topicResource = 2
const ownSetting = 1

/** The topics of a cluster: how many partitions each has, and making those that are missing. */
export class Topics {
  readonly #link: Link
  readonly #settings: Settings
  /** Partitions of a topic never change. */
  readonly #known = new Map<string, number>()

  constructor(link: Link, settings: Settings) {
    this.#link = link
    this.#settings = settings
  }

  /** How many partitions a topic has. Throws `YB_BUS_UNKNOWN_TOPIC` when nobody provisioned it. */
  async partitions(topic: string): Promise<number> {
    const known = this.#known.get(topic)
    if (known !== undefined) return known
    const found = await this.#look(topic)
    this.#known.set(topic, found)
    return found
  }

  async #look(topic: string): Promise<number> {
    try {
      return await this.#link.attempt(`looking up the topic "${topic}"`, async () => {
        const cluster = await this.#link.know([topic])
        return cluster.findTopicPartitionMetadata(topic).length
      })
    } catch (error) {
      if (coded(error, 'topic').code === 'YB_BUS_UNKNOWN_TOPIC') throw unknownTopic(topic)
      throw error
    }
  }

  /** Makes what is missing, with the brokers' append time as the messages' time; sets what an existing one has otherwise. */
  async provision(specs: readonly TopicSpec[]): Promise<void> {
    if (specs.length === 0) return
    const deadline = performance.now() + this.#settings.timeout
    for (;;) {
      try {
        await this.#withAdmin((admin) => this.#provision(admin, specs))
        break
      } catch (error) {
        const isLast = this.#link.closed || performance.now() >= deadline
        const fault = coded(error, 'provisioning topics')
        // A topic that was just deleted, or just made, is not known to every broker for a moment.
        if (isLast || !(passes(error) || fault.code === 'YB_BUS_UNKNOWN_TOPIC')) throw fault
        await this.#link.pause(100)
      }
    }
    for (const { name } of specs) await this.#untilKnown(name, deadline)
  }

  /** Another broker may hear of a new topic a moment later. */
  async #untilKnown(name: string, deadline: number): Promise<void> {
    for (;;) {
      try {
        await this.partitions(name)
        return
      } catch (error) {
        if (performance.now() >= deadline || coded(error, name).code !== 'YB_BUS_UNKNOWN_TOPIC') throw error
        await this.#link.pause(50)
      }
    }
  }

  async #withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const sockets = new Sockets()
    const admin = new Kafka(kafkajsConfig(this.#settings, sockets)).admin()
    const late = setTimeout(() => sockets.destroy(), this.#settings.timeout)
    try {
      await admin.connect()
      return await work(admin)
    } finally {
      clearTimeout(late)
      sockets.destroy()
      admin.disconnect().catch(() => {})
    }
  }

  async #provision(admin: Admin, specs: readonly TopicSpec[]): Promise<void> {
    const names = new Set(await admin.listTopics())
    const missing = specs.filter(({ name }) => !names.has(name))
    const present = specs.filter(({ name }) => names.has(name))
    if (present.length > 0) await this.#compare(admin, present)
    if (missing.length > 0) await this.#create(admin, missing)
  }

  async #create(admin: Admin, specs: readonly TopicSpec[]): Promise<void> {
    const { replicationFactor = -1 } = this.#settings
    try {
      await admin.createTopics({
        topics: specs.map((spec) => ({
          topic: spec.name,
          numPartitions: spec.partitions,
          replicationFactor,
          configEntries: Object.entries(this.#wanted(spec)).map(([name, value]) => ({ name, value })),
        })),
        timeout: this.#settings.timeout,
        waitForLeaders: true,
      })
    } catch (error) {
      // Somebody else made it meanwhile; whether as wanted is seen at the next look.
      const errors = (error as { readonly errors?: readonly Error[] }).errors ?? [error]
      const real = errors.find((each) => faultOf(each)?.type !== 'TOPIC_ALREADY_EXISTS')
      throw real ?? new Error('another process provisions too')
    }
  }

  async #compare(admin: Admin, specs: readonly TopicSpec[]): Promise<void> {
    const { topics } = await admin.fetchTopicMetadata({ topics: specs.map(({ name }) => name) })
    for (const { name, partitions } of specs) {
      const actual = topics.find((topic) => topic.name === name)?.partitions.length
      if (actual !== undefined && actual !== partitions) {
        throw usage('partitions', `of the topic "${name}" is ${actual} and cannot become ${partitions}`)
      }
    }
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: specs.map(({ name }) => ({ type: topicResource, name })),
    })
    for (const spec of specs) {
      const entries = resources.find(({ resourceName }) => resourceName === spec.name)?.configEntries ?? []
      const wanted = Object.entries(this.#wanted(spec))
      const actual = new Map(entries.map(({ configName, configValue }) => [configName, configValue]))
      if (wanted.every(([name, value]) => actual.get(name) === value)) continue
      // This request replaces all of a topic's own settings, so those that others made are said again.
      const own = entries.filter(({ configSource }) => Number(configSource) === ownSetting)
      const all = new Map([
        ...own.map(({ configName, configValue }) => [configName, configValue] as const),
        ...wanted,
      ])
      const configEntries = [...all].map(([name, value]) => ({ name, value }))
      await admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: topicResource, name: spec.name, configEntries }],
      })
    }
  }

  #wanted({ retention }: TopicSpec): Record<string, string> {
    return {
      'message.timestamp.type': 'LogAppendTime',
      'retention.ms': String(retention ?? -1),
      // Kept for ever means by size, too.
      ...(retention === undefined ? { 'retention.bytes': '-1' } : {}),
      'max.message.bytes': String(maxMessageBytes),
      ...this.#settings.topicSettings,
    }
  }
}
