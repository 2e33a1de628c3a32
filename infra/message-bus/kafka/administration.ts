import type { MessageBusCapabilities, TopicSpec } from '../message-bus.ts'
import { checkTopicSpecs, usage } from '../usage.ts'
import { createRules, deleteRules, findRules, type Grant, type Rule, ruleOf } from './acls.ts'
import { type Admin, administer } from './admin.ts'
import { type AccessPlan, judgeRules, type RuleNote } from './judge-rules.ts'
import { Link } from './link.ts'
import { type KafkaBusOptions, kafkaBusCapabilities, type Settings, settingsFrom } from './options.ts'
import { changeSettings, findSettings, wantedSettings } from './topic-settings.ts'
import { Topics } from './topics.ts'

/** What a cluster shall be like. */
export interface ClusterPlan {
  readonly topics: readonly TopicSpec[]
  /** Omitted: rights are neither looked at nor changed. */
  readonly access?: AccessPlan
}

/** Something in which the cluster is not as planned. */
export type Difference =
  | { readonly kind: 'topic-missing'; readonly topic: TopicSpec }
  /** Cannot be mended: keys would go to other partitions, and their order would be lost. */
  | {
      readonly kind: 'partitions-differ'
      readonly topic: string
      readonly actual: number
      readonly wanted: number
    }
  | {
      readonly kind: 'setting-differs'
      readonly topic: string
      readonly setting: string
      readonly actual: string
      readonly wanted: string
    }
  | { readonly kind: 'grant-missing'; readonly grant: Grant }
  | { readonly kind: 'grant-foreign'; readonly rule: Rule }

/** What is for people to judge. `replicas-differ`: a topic has another number of copies than the options say. */
export type Note =
  | RuleNote
  | {
      readonly kind: 'replicas-differ'
      readonly topic: string
      readonly actual: number
      readonly wanted: number
    }

export interface Comparison {
  readonly differences: readonly Difference[]
  readonly notes: readonly Note[]
  /** False where rights are planned and the brokers keep none: everybody may do everything. */
  readonly authorizer: boolean
}

export interface ApplyOptions {
  /** Take foreign grants away. Default false: they stay. */
  readonly revoke?: boolean
}

const leastInSync = 'min.insync.replicas'

/** Settings of which more is as good: they are never made less, for that may delete messages. */
const atLeast: ReadonlySet<string> = new Set([
  ...['retention.ms', 'retention.bytes', 'max.message.bytes'],
  leastInSync,
])

/** How many times as long as a look a change may take: many topics are made at once. */
const patience = 6

/** Milliseconds between two looks at whether what was changed is seen. */
const lookDelay = 50

/**
 * Compares a Kafka cluster with a plan, and brings it in line. The account needs CREATE, DESCRIBE, DESCRIBE_CONFIGS and
 * ALTER_CONFIGS on the topics and, for rights, DESCRIBE and ALTER on the cluster. Of the options `replicationFactor` and
 * `topicSettings` belong to the plan.
 */
export class KafkaAdministration {
  /** Of the bus that it provides for. */
  readonly capabilities: MessageBusCapabilities = kafkaBusCapabilities
  readonly #settings: Settings

  /** Throws `YB_BUS_USAGE` for options that cannot be meant. Connects at the first call. */
  constructor(options: KafkaBusOptions) {
    this.#settings = settingsFrom(options)
  }

  /**
   * Changes nothing. Throws `YB_BUS_UNAVAILABLE` when the brokers do not answer within the timeout, `YB_BUS_FORBIDDEN` when
   * the account may not look.
   */
  async compare(plan: ClusterPlan): Promise<Comparison> {
    checkTopicSpecs(plan.topics)
    return await this.#linked((link) => this.#compare(link, plan))
  }

  /**
   * Mends what a comparison with this plan found and resolves, with what still differs, when the brokers show it. May be
   * repeated, also after a failure half-way. Never deletes a topic, never shortens what is kept.
   *
   * Throws `YB_BUS_USAGE` before anything is changed where partitions differ, or where rights are planned and the brokers
   * have no authorizer.
   */
  async apply(plan: ClusterPlan, found: Comparison, options: ApplyOptions = {}): Promise<Comparison> {
    const stuck = found.differences.find(({ kind }) => kind === 'partitions-differ')
    if (stuck?.kind === 'partitions-differ') {
      const { topic, actual, wanted } = stuck
      throw usage('partitions', `of the topic "${topic}" is ${actual} and cannot become ${wanted}`)
    }
    if (!found.authorizer) throw usage('access', 'cannot be planned: the brokers have no authorizer')
    const settings = { ...this.#settings, timeout: this.#settings.timeout * patience }
    return await this.#linked(async (link) => {
      await new Topics(link, settings).provision(
        found.differences.flatMap((one) => (one.kind === 'topic-missing' ? [one.topic] : [])),
      )
      const within = { link, settings, deadline: performance.now() + settings.timeout }
      await administer(within, 'changing topics and rights', (admin) => mend(admin, found, options))
      for (;;) {
        const left = await this.#compare(link, plan)
        const isDone = left.differences.every(({ kind }) => kind === 'grant-foreign' && !options.revoke)
        if (isDone || performance.now() >= within.deadline) return left
        // Each broker hears of a change a moment later.
        await link.pause(lookDelay)
      }
    })
  }

  async #linked<T>(work: (link: Link) => Promise<T>): Promise<T> {
    const link = new Link(this.#settings)
    try {
      return await work(link)
    } finally {
      link.close()
    }
  }

  async #compare(link: Link, { topics, access }: ClusterPlan): Promise<Comparison> {
    const settings = this.#settings
    const within = { link, settings, deadline: performance.now() + settings.timeout }
    return await administer(within, 'looking at topics and rights', async (admin) => {
      const found = await compareTopics(admin, topics, settings)
      const rules = access === undefined ? [] : await findRules(admin)
      if (access === undefined) return { ...found, authorizer: true }
      const { missing, foreign, notes } = judgeRules(access, rules ?? [])
      return {
        differences: [
          ...found.differences,
          ...missing.map((grant) => ({ kind: 'grant-missing', grant }) as const),
          ...foreign.map((rule) => ({ kind: 'grant-foreign', rule }) as const),
        ],
        notes: [...found.notes, ...notes],
        authorizer: rules !== undefined,
      }
    })
  }
}

async function mend(
  admin: Admin,
  { differences }: Comparison,
  { revoke = false }: ApplyOptions,
): Promise<void> {
  const wrong = differences.filter((one) => one.kind === 'setting-differs')
  const byTopic = Map.groupBy(wrong, ({ topic }) => topic)
  const found = await findSettings(admin, [...byTopic.keys()])
  for (const [topic, own] of byTopic) {
    const settings = found.get(topic)
    const wanted = Object.fromEntries(own.map((one) => [one.setting, one.wanted]))
    if (settings !== undefined) await changeSettings(admin, topic, settings, wanted)
  }
  // Who loses a broader right already has the planned one.
  await createRules(
    admin,
    differences.flatMap((one) => (one.kind === 'grant-missing' ? [ruleOf(one.grant)] : [])),
  )
  if (!revoke) return
  await deleteRules(
    admin,
    differences.flatMap((one) => (one.kind === 'grant-foreign' ? [one.rule] : [])),
  )
}

async function compareTopics(
  admin: Admin,
  specs: readonly TopicSpec[],
  settings: Settings,
): Promise<Omit<Comparison, 'authorizer'>> {
  const names = new Set(await admin.listTopics())
  const missing = specs.filter(({ name }) => !names.has(name))
  const present = specs.filter(({ name }) => names.has(name))
  const differences: Difference[] = missing.map((topic) => ({ kind: 'topic-missing', topic }))
  const notes: Note[] = []
  if (present.length === 0) return { differences, notes }
  const { topics } = await admin.fetchTopicMetadata({ topics: present.map(({ name }) => name) })
  const found = await findSettings(
    admin,
    present.map(({ name }) => name),
  )
  for (const spec of present) {
    const { name: topic, partitions: wanted } = spec
    const partitions = topics.find(({ name }) => name === topic)?.partitions ?? []
    const actual = partitions.length
    if (actual !== wanted) differences.push({ kind: 'partitions-differ', topic, actual, wanted })
    const replicas = partitions[0]?.replicas.length ?? 0
    const { replicationFactor = replicas } = settings
    if (replicas !== replicationFactor)
      notes.push({ kind: 'replicas-differ', topic, actual: replicas, wanted: replicationFactor })
    for (const [setting, value] of Object.entries(wantedSettings(spec, settings))) {
      // Nobody could write a topic that asks for more copies than it has.
      if (setting === leastInSync && replicas < Number(value)) continue
      const inForce = found.get(topic)?.inForce.get(setting) ?? ''
      if (!suffices(setting, inForce, value))
        differences.push({ kind: 'setting-differs', topic, setting, actual: inForce, wanted: value })
    }
  }
  return { differences, notes }
}

/** −1 is without limit. */
function suffices(setting: string, actual: string, wanted: string): boolean {
  if (actual === wanted) return true
  if (!atLeast.has(setting) || wanted === '-1' || actual === '') return false
  return actual === '-1' || Number(actual) >= Number(wanted)
}
