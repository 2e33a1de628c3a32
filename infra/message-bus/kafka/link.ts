import { setTimeout as delay } from 'node:timers/promises'
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs'
import { BusError } from '../errors.ts'
import { coded, faultOf, passes } from './faults.ts'
import { mendRequestQueue } from './mend.ts'
import type { Settings } from './options.ts'
import { toKafkajs } from './sasl.ts'
import { Sockets } from './socket.ts'
import type { Cluster } from './wire.ts'

interface Held {
  readonly cluster: Cluster
  readonly sockets: Sockets
}

/** Milliseconds between two tries of a request, at first and at most. */
const backoff = { first: 20, most: 500 } as const

/**
 * Connections to the brokers that may be given up at any moment and are made again at the next use. Nothing ever depends
 * on one of them recovering by itself.
 */
export class Link {
  readonly #settings: Settings
  readonly #closing = new AbortController()
  #held: Held | undefined
  #topics: readonly string[] = []

  constructor(settings: Settings) {
    mendRequestQueue()
    this.#settings = settings
  }

  get closed(): boolean {
    return this.#closing.signal.aborted
  }

  /** Connected, and knowing the topics of `know`. */
  async cluster(): Promise<Cluster> {
    if (this.closed) throw new BusError('YB_BUS_CLOSED', 'the message bus was closed')
    this.#held ??= connection(this.#settings)
    const { cluster } = this.#held
    await cluster.connect()
    try {
      const more = this.#topics.filter((topic) => !cluster.targetTopics.has(topic))
      if (more.length > 0) await cluster.addMultipleTargetTopics(more)
      await cluster.refreshMetadataIfNecessary()
    } catch (error) {
      if (!isGone(error)) throw error
      // A topic was deleted, or closed to this account. Who needs which is asked anew, so that the others go on.
      this.#topics = []
      this.reset()
      throw new Error('a topic that was known is gone; the metadata is asked anew')
    }
    return cluster
  }

  /** Adds topics whose leaders this link has to know. Throws the protocol's error for a topic that is not there. */
  async know(topics: readonly string[]): Promise<Cluster> {
    const cluster = await this.cluster()
    const more = topics.filter((topic) => !this.#topics.includes(topic))
    if (more.length === 0) return cluster
    try {
      await cluster.addMultipleTargetTopics(more)
    } catch (error) {
      if (!isGone(error) || this.#topics.length === 0) throw error
      // It may be another that is not there any more.
      await this.#forgetGone(cluster)
      await cluster.addMultipleTargetTopics(more)
    }
    this.#topics = [...new Set([...this.#topics, ...more])]
    return cluster
  }

  async #forgetGone(cluster: Cluster): Promise<void> {
    const broker = await cluster.findControllerBroker()
    for (const topic of this.#topics) {
      try {
        await broker.metadata([topic])
      } catch (error) {
        if (!isGone(error)) throw error
        cluster.targetTopics.delete(topic)
        this.#topics = this.#topics.filter((each) => each !== topic)
      }
    }
  }

  /**
   * Does something with the cluster, again and again while the fault is one that passes, for at most the timeout of the
   * options. Throws coded errors only.
   */
  async attempt<T>(what: string, work: (cluster: Cluster) => Promise<T>): Promise<T> {
    const { timeout } = this.#settings
    const deadline = performance.now() + timeout
    const late = setTimeout(() => this.reset(), timeout)
    try {
      for (let pause: number = backoff.first; ; pause = Math.min(pause * 2, backoff.most)) {
        try {
          return await work(await this.cluster())
        } catch (error) {
          const isLast = performance.now() + pause >= deadline
          if (this.closed || isLast || !passes(error)) throw coded(error, what)
          await this.recover(error)
          await this.pause(pause)
        }
      }
    } finally {
      clearTimeout(late)
    }
  }

  /** After a fault: learns anew who leads what, or gives the connections up where that cannot be learned. */
  async recover(error: unknown): Promise<void> {
    if (faultOf(error)?.type === undefined) return this.reset()
    try {
      await this.#held?.cluster.refreshMetadata()
    } catch {
      this.reset()
    }
  }

  /** Gives all connections up; what is under way on them rejects. */
  reset(): void {
    const held = this.#held
    this.#held = undefined
    if (held === undefined) return
    held.sockets.destroy()
    // Its sockets are gone, so this only ends its timers.
    held.cluster.disconnect().catch(() => {})
  }

  /** Resolves after so long, or at once when the link is closed. */
  async pause(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.#closing.signal }).catch(() => {})
  }

  close(): void {
    this.#closing.abort()
    this.reset()
  }
}

/** The brokers answer for no topic at all where one of those asked for is not there, or is closed to this account. */
function isGone(error: unknown): boolean {
  const { type } = faultOf(error) ?? {}
  return type === 'UNKNOWN_TOPIC_OR_PARTITION' || type === 'TOPIC_AUTHORIZATION_FAILED'
}

/** kafkajs's settings, for its admin client too. */
export function kafkajsConfig(settings: Settings, sockets: Sockets): KafkaConfig {
  const { brokers, clientId, tls, sasl, logger, timeout } = settings
  return {
    brokers: [...brokers],
    clientId,
    ...(tls === false ? {} : { ssl: tls }),
    ...(sasl === undefined ? {} : { sasl: toKafkajs(sasl) }),
    connectionTimeout: Math.min(timeout, 5_000),
    authenticationTimeout: timeout,
    requestTimeout: Math.max(timeout, 10_000),
    // One round over the brokers; whoever asks tries again by himself, with a deadline.
    retry: { retries: Math.max(1, brokers.length), initialRetryTime: 20, maxRetryTime: 200 },
    socketFactory: sockets.factory,
    logLevel: logLevel.WARN,
    // What matters of these reaches the caller as an error; the rest helps whoever looks for a fault.
    logCreator: () => (entry) => logger.debug({ ...entry.log, namespace: entry.namespace }, 'kafkajs'),
  }
}

function connection(settings: Settings): Held {
  const sockets = new Sockets()
  const kafka = new Kafka(kafkajsConfig(settings, sockets))
  let cluster: Cluster | undefined
  // The one public door to kafkajs's protocol layer: it hands its cluster to partition assigners.
  kafka.consumer({
    groupId: settings.clientId,
    allowAutoTopicCreation: false,
    metadataMaxAge: 60_000,
    partitionAssigners: [
      (config) => {
        cluster = config.cluster as unknown as Cluster
        return {
          name: 'none',
          version: 0,
          assign: async () => [],
          protocol: () => ({ name: 'none', metadata: Buffer.alloc(0) }),
        }
      },
    ],
  })
  return { cluster: cluster as unknown as Cluster, sockets }
}
