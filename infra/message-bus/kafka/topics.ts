import type { TopicSpec } from '../message-bus.ts'
import { unknownTopic, usage } from '../usage.ts'
import { type Admin, administer } from './admin.ts'
import { coded, faultOf } from './faults.ts'
import type { Link } from './link.ts'
import type { Settings } from './options.ts'
import { changeSettings, findSettings, wantedSettings } from './topic-settings.ts'

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
    const within = { link: this.#link, settings: this.#settings, deadline }
    await administer(within, 'provisioning topics', (admin) => this.#provision(admin, specs))
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
          configEntries: Object.entries(wantedSettings(spec, this.#settings)).map(([name, value]) => ({
            name,
            value,
          })),
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
    const found = await findSettings(
      admin,
      specs.map(({ name }) => name),
    )
    for (const spec of specs) {
      const settings = found.get(spec.name)
      const wanted = wantedSettings(spec, this.#settings)
      if (settings === undefined) continue
      if (Object.entries(wanted).every(([name, value]) => settings.inForce.get(name) === value)) continue
      await changeSettings(admin, spec.name, settings, wanted)
    }
  }
}
