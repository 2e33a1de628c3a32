import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import type { EventStore } from '@yibiao/event-store'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { createLedger, openHistory } from '@yibiao/ledger'
import type { MessageBus } from '@yibiao/message-bus'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { openReadModel, type ReadModel, type References } from '@yibiao/projections'
import { createProjector } from '@yibiao/projector'
import { createRelay } from '@yibiao/relay'
import {
  feedTopic,
  inboundTopic,
  makeForm,
  type OneForm,
  replayTopic,
  shippedReference,
  sourceOf,
} from '@yibiao/schemas'
import { createMetrics, randomIds, silentLogger } from '@yibiao/telemetry'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { createGateway, type Gateway, type GatewayOptions, type TokenGrant } from '../index.ts'
import { documented } from './documented.ts'

/** Who may call, with a token of the same name, long enough. */
export const grants: readonly TokenGrant[] = [
  { token: token('founder'), principal: { kind: 'applicant', id: 'founder' } },
  { token: token('stranger'), principal: { kind: 'applicant', id: 'stranger' } },
  { token: token('operator'), principal: { kind: 'operator', id: 'operator-1' } },
  { token: token('auditor'), principal: { kind: 'auditor', id: 'auditor-1' } },
  ...['AMR', 'TAX', 'BANK-ICBC', 'BANK-CCB', 'STATS'].map(
    (participant): TokenGrant => ({
      token: token(participant),
      principal: { kind: 'participant', id: `officer-${participant}`, participant },
    }),
  ),
]

export function token(name: string): string {
  return `${name}-0123456789abcdef`
}

export interface Answer extends LightMyRequestResponse {
  readonly body: string
}

/** A small exchange on the real embedded engines, in a folder of its own. */
export interface TestExchange {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly readModel: ReadModel
  readonly references: References
  readonly gateway: Gateway
  readonly history: string
  /** Requests as somebody with a token, or without one. */
  call(method: 'GET' | 'POST', url: string, options?: CallOptions): Promise<Answer>
  /** Submits a form and returns its ids and approvals. */
  file(options?: { readonly as?: string; readonly key?: string; readonly form?: OneForm }): Promise<Filed>
  /** Publishes as a participant, without the gateway. */
  say(participant: string, message: Said): Promise<void>
  /** Resolves when the views and the feeds have reached the head of the history. */
  settled(): Promise<number>
  /** Resolves with the events of a stream once there are so many. */
  stream(
    name: string,
    count: number,
  ): Promise<readonly { readonly type: string; readonly data: Buffer; readonly position: number }[]>
  stopLedger(): Promise<void>
  close(): Promise<void>
}

export interface CallOptions {
  readonly as?: string
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly remoteAddress?: string
}

export interface Said {
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly filing?: string
  readonly effectivefrom?: string
  readonly data: unknown
}

export interface Filed {
  readonly filing: string
  readonly record: string
  readonly position: number
  readonly approvals: readonly { approval: string; item: string; participant: string; state: string }[]
}

const isText = (body: unknown): body is string | Buffer => typeof body === 'string' || Buffer.isBuffer(body)

export async function exchange(more: Partial<GatewayOptions> = {}): Promise<TestExchange> {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-gateway-'))
  const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
  const bus = more.bus ?? (await openEmbeddedBus({ path: join(folder, 'bus') }))
  const database = await openSqliteDatabase({ path: join(folder, 'views.db') })
  const clock = { now: () => Date.now() }
  const logger = silentLogger()
  const metrics = createMetrics()
  const reference = shippedReference()
  const { identity, references } = await openHistory({
    store,
    clock,
    reference,
    mode: 'sandbox',
    division: '220200',
  })
  const codes = [...references.current().participants.byCode.keys()]
  await bus.provision([
    ...codes.map((code) => ({ name: inboundTopic(code), partitions: 2 })),
    ...codes.map((code) => ({ name: replayTopic(code), partitions: 1 })),
    ...(bus.capabilities.derivedTopics
      ? []
      : codes.map((code) => ({ name: feedTopic(code), partitions: 1 }))),
  ])
  const common = { store, bus, references, logger, clock, metrics }
  const ledger = createLedger({ ...common, mode: 'sandbox', registry: '2202' })
  const relay = createRelay({ ...common, history: identity.history, noteInterval: 1 })
  const projector = createProjector({ ...common, database })
  await relay.start()
  await projector.start()
  await ledger.start()
  const readModel = openReadModel(database)
  const engines = async () => {
    await ledger.stop()
    await projector.stop()
    await relay.stop()
    readModel.close()
    await bus.close()
    await database.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const gateway = await createGateway({
    ...common,
    readModel,
    identity,
    ids: randomIds,
    host: '127.0.0.1',
    port: 0,
    tokens: grants,
    roles: () => ({ ledger: ledger.health(), relay: relay.health(), projector: projector.health() }),
    ...more,
    // However busy the machine is, an answer that is late is not what these tests are about.
    limits: { answerWait: 20_000, viewWait: 20_000, ...more.limits },
  })
  await gateway.start().catch(async (error: unknown) => {
    await engines()
    throw error
  })

  const isDocumented = documented(gateway.fastify)
  const call: TestExchange['call'] = async (method, url, { as, body, key, headers, remoteAddress } = {}) => {
    const request: InjectOptions = {
      method,
      url,
      headers: {
        host: '127.0.0.1',
        ...(as === undefined ? {} : { authorization: `Bearer ${token(as)}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isText(body) ? body : JSON.stringify(body) }),
      ...(remoteAddress === undefined ? {} : { remoteAddress }),
    }
    const answer = await gateway.fastify.inject(request)
    const type = String(answer.headers['content-type']).split(';')[0] ?? ''
    const json: unknown = type.endsWith('json') ? answer.json() : undefined
    const wrong = isDocumented({ method, url }, { status: answer.statusCode, type, body: json })
    if (wrong.length > 0) throw new Error(`${method} ${url} is not as documented: ${wrong.join('; ')}`)
    return answer
  }
  let keys = 0
  const settled = async () => {
    for (;;) {
      const head = await store.head()
      if (!(await readModel.waitFor(head, 5_000))) throw new Error('the views do not follow')
      if ((await store.head()) === head) return head
    }
  }
  return {
    store,
    bus,
    readModel,
    references,
    gateway,
    history: identity.history,
    call,
    settled,
    async file({ as, key, form } = {}) {
      keys += 1
      const answer = await call('POST', '/v1/filings', {
        ...(as === undefined ? {} : { as }),
        key: key ?? `key-${keys}`,
        body: form ?? makeForm(keys),
      })
      if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
      return answer.json<Filed>()
    },
    async say(participant, { id, type, subject, filing, effectivefrom, data }) {
      const message = {
        specversion: '1.0',
        id,
        source: sourceOf(participant),
        type: `yibiao.${type}.v1`,
        subject,
        time: new Date().toISOString(),
        ...(filing === undefined ? {} : { filing }),
        ...(effectivefrom === undefined ? {} : { effectivefrom }),
        authtype: 'officer',
        authid: 'officer-1',
        data,
      }
      const value = Buffer.from(JSON.stringify(message))
      await bus.publish([{ topic: inboundTopic(participant), key: subject, value }])
    },
    async stream(name, count) {
      for (;;) {
        const head = await store.head()
        const events = await store.readStream(name)
        if (events.length >= count) return events
        const until = AbortSignal.timeout(5_000)
        for await (const { events: more } of store.subscribe({ after: head, signal: until }))
          if (more.some((one) => one.stream === name)) break
        if (until.aborted) throw new Error(`${name} has ${events.length} events, not ${count}`)
      }
    },
    stopLedger: () => ledger.stop(),
    async close() {
      await gateway.stop()
      await engines()
    },
  }
}
