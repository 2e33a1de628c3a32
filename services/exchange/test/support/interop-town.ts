import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startReferenceSystem } from '@yibiao/department/reference-systems'
import { ownKafkaForTest, type SecureListener } from '@yibiao/engines/kafka'
import type { BusMessage } from '@yibiao/message-bus'
import { openKafkaBus, parseKafkaUrl } from '@yibiao/message-bus/kafka'
import { firstDigest, nextDigest } from '@yibiao/projections'
import { decodeEvent, feedTopic, inboundTopic, type RecordedEvent, sourceOf } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import type { Test } from 'tap'
import { configure } from '../../src/configuration.ts'
import { type Exchange, startExchange } from '../../src/exchange.ts'
import type { FsckReport } from '../../src/fsck/fsck.ts'
import { runFsck } from '../../src/fsck/run.ts'
import { inboundPartitions } from '../../src/topics.ts'
import type { ForeignProgram } from './foreign-program.ts'
import { account, allow, participant } from './interop-login.ts'

const form = readFileSync(new URL('../../../../examples/consulting.json', import.meta.url), 'utf8')

export interface Filing {
  readonly filing: string
  readonly record: string
}

interface FeedMessage {
  readonly id: string
  readonly type: string
  readonly feedsequence: number
}

/** One town on a real Kafka whose statistics bureau is a program in another language. */
export class Town {
  /** Where participants connect: TLS, an account, and no right but those that the ACLs give. */
  readonly listener: SecureListener
  readonly exchange: Exchange
  readonly #token: string

  constructor(listener: SecureListener, exchange: Exchange, token: string) {
    this.listener = listener
    this.exchange = exchange
    this.#token = token
  }

  async submit(key: string, tradeName: string): Promise<Filing> {
    const response = await fetch(`${this.exchange.address}/v1/filings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: form.replaceAll('北辰策', tradeName),
    })
    const answer = (await response.json()) as Filing
    if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(answer)}`)
    return answer
  }

  /** Publishes as the bureau, or onto its feed. */
  async publish(topic: string, key: string, content: object, headers: Record<string, string> = {}) {
    const value = Buffer.from(JSON.stringify(content))
    await this.exchange.engines.bus.publish([{ topic, key, value, headers }])
  }

  async feed(): Promise<readonly (BusMessage & { readonly event: FeedMessage })[]> {
    const messages = await this.exchange.engines.bus.read(feedTopic(participant), 0, 0, 1_000)
    return messages.map((message) => ({ ...message, event: JSON.parse(message.value.toString()) }))
  }

  async inbound(): Promise<readonly BusMessage[]> {
    const { bus } = this.exchange.engines
    const partitions = Array.from({ length: inboundPartitions }, (_, n) => n)
    return (await Promise.all(partitions.map((n) => bus.read(inboundTopic(participant), n, 0, 1_000)))).flat()
  }

  async stream(name: string): Promise<RecordedEvent[]> {
    return (await this.exchange.engines.store.readStream(name)).map((one) => decodeEvent(one))
  }

  /** Resolves when the history, which is looked at after every event, is as it should be; or says what ended it. */
  async until(program: ForeignProgram, isThere: () => Promise<boolean>): Promise<void> {
    const stopping = new AbortController()
    const ended = program.ended.then(({ code, said }) => {
      throw new Error(`the program ended (${code}): ${said}`)
    })
    const found = (async () => {
      const { signal } = stopping
      for await (const _batch of this.exchange.engines.store.subscribe({ after: 0, signal }))
        if (await isThere()) return
    })()
    try {
      await Promise.race([found, ended])
    } finally {
      stopping.abort()
    }
  }

  /** Whether the bureau has answered these filings and acknowledged all that its feed holds, its own answers too. */
  async isDone(filings: readonly Filing[]): Promise<boolean> {
    const feed = await this.feed()
    for (const { filing, record } of filings) {
      const answer = (await this.stream(`registration-${record}`)).find(
        ({ source, filing: of }) => source === sourceOf(participant) && of === filing,
      )
      if (answer === undefined || !feed.some(({ event }) => event.id === answer.id)) return false
    }
    const receipt = (await this.stream(`receipts-${participant}`)).at(-1)
    return (receipt?.data as { sequence: number } | undefined)?.sequence === feed.at(-1)?.event.feedsequence
  }

  fsck(): Promise<FsckReport> {
    const { engines, identity } = this.exchange
    return runFsck({ engines, identity, registry: identity.division.slice(0, 4) })
  }
}

/** An exchange on a broker of its own, for its topics' names are everybody's; the registrar answers beside it. */
export async function startTown(t: Test): Promise<Town | { readonly skip: string }> {
  const own = await ownKafkaForTest(t, { secure: { tls: true, users: [account], acls: true } })
  if ('skip' in own) return own
  const { kafka } = own
  const data = t.testdir()
  const logger = silentLogger()
  const configuration = configure({ data, port: 0, departments: false, quiet: true, bus: kafka.url })
  const exchange = await startExchange({ configuration, logger })
  const { bus } = exchange.engines
  const options = { delayMs: 0 }
  const start = { bus, folder: join(data, 'departments'), logger, clock: systemClock, options }
  const registrar = await startReferenceSystem('AMR', start)
  // Before the broker goes, which was started first.
  t.teardown(async () => {
    await registrar.stop()
    await exchange.stop()
  })
  await allow(kafka.brokers)
  return new Town(kafka.secure!, exchange, readFileSync(join(data, 'token'), 'utf8').trim())
}

/** A broker whose feed of the bureau begins with its second message. */
export async function brokerWithGap(t: Test): Promise<string> {
  const own = await ownKafkaForTest(t)
  if ('skip' in own) throw new Error(own.skip)
  const bus = await openKafkaBus(parseKafkaUrl(own.kafka.url))
  const topic = feedTopic(participant)
  const inbound = { name: inboundTopic(participant), partitions: inboundPartitions }
  await bus.provision([{ name: topic, partitions: 1 }, inbound])
  const event = { id: 'second', historyid: 'h', type: 'a', subject: 'r', feedsequence: 2, data: {} }
  const value = Buffer.from(JSON.stringify(event))
  const feeddigest = nextDigest(firstDigest, 2, event.id, value)
  await bus.publish([{ topic, key: event.subject, value, headers: { feeddigest } }])
  await bus.close()
  return own.kafka.brokers
}
