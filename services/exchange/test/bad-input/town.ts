import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  decodeEvent,
  eventIdOf,
  fixtureUscc,
  inboundTopic,
  makeForm,
  type Problem,
  type RecordedEvent,
  recordStream,
  sourceOf,
} from '@yibiao/schemas'
import { createLogger } from '@yibiao/telemetry'
import { configure } from '../../src/configuration.ts'
import { type Exchange, startExchange } from '../../src/exchange.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: string | Buffer | object
  readonly headers?: Readonly<Record<string, string>>
}

export interface HttpAnswer {
  readonly status: number
  readonly text: string
  readonly milliseconds: number
}

/** A filing as its submission answered. */
export interface Filed {
  readonly filing: string
  readonly record: string
  readonly approvals: readonly { approval: string; item: string; kind: string; participant: string }[]
}

/** What a participant says: a draft to be wrapped in an envelope, or bytes as they are. */
export type Said = Buffer | Readonly<Record<string, unknown>>

/** One real exchange with all roles on the embedded engines, whose departments are played by the tests. */
export class Town {
  readonly exchange: Exchange
  readonly folder: string
  readonly log: string[]
  #count = 0
  #seed = 40_000

  private constructor(exchange: Exchange, folder: string, log: string[]) {
    this.exchange = exchange
    this.folder = folder
    this.log = log
  }

  static async start(): Promise<Town> {
    const folder = mkdtempSync(join(tmpdir(), 'yibiao-bad-input-'))
    const log: string[] = []
    const destination = { write: (line: string) => void log.push(line) }
    const logger = createLogger({ name: 'exchange', level: 'trace', destination })
    const configuration = configure({ data: folder, port: 0, departments: false, quiet: true })
    return new Town(await startExchange({ configuration, logger }), folder, log)
  }

  async stop(): Promise<void> {
    await this.exchange.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Where the reference departments keep their databases when they come on. */
  get departmentsFolder(): string {
    return join(this.folder, 'departments')
  }

  /** A seed that no other form of this town has. */
  seed(): number {
    this.#seed += 1
    return this.#seed
  }

  http({ method, path, body, headers = {} }: HttpRequest): Promise<HttpAnswer> {
    const { hostname, port } = new URL(this.exchange.address)
    const began = performance.now()
    const payload =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const type = payload === undefined ? {} : { 'content-type': 'application/json' }
      const options = { hostname, port, method, path, headers: { ...type, ...headers }, timeout: 15_000 }
      const sent = request(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            milliseconds: performance.now() - began,
          }),
        )
      })
      sent.on('error', reject)
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} is not answered`)))
      sent.end(payload)
    })
  }

  /** Submits a form by HTTP; it must be taken. */
  async file(form: object = makeForm(this.seed())): Promise<Filed> {
    const headers = { 'idempotency-key': `town-${this.seed()}` }
    const { status, text } = await this.http({ method: 'POST', path: '/v1/filings', body: form, headers })
    if (status !== 201) throw new Error(`${status} ${text}`)
    return JSON.parse(text) as Filed
  }

  /** The bytes of a message about a filing, valid but for what the draft says otherwise. */
  bytes(participant: string, of: Pick<Filed, 'filing' | 'record'>, said: Said): Buffer {
    if (Buffer.isBuffer(said)) return said
    this.#count += 1
    const applicant = participant === 'PAB'
    return Buffer.from(
      JSON.stringify({
        specversion: '1.0',
        id: `town-${this.#count}`,
        source: sourceOf(participant),
        subject: of.record,
        filing: of.filing,
        time: new Date().toISOString(),
        authtype: applicant ? 'unauthenticated' : 'officer',
        authid: applicant ? 'unauthenticated' : 'officer-1',
        ...said,
      }),
    )
  }

  /** Publishes as a participant and resolves with the event that the ledger recorded for it. */
  async say(participant: string, value: Buffer): Promise<RecordedEvent> {
    const { store, bus } = this.exchange.engines
    const after = await store.head()
    await bus.publish([{ topic: inboundTopic(participant), key: participant, value }])
    const refused = eventIdOf('/refusals', hash('sha256', value, 'hex'), 0)
    const id = messageIdIn(value)
    const awaited = new Set([refused, ...(id === undefined ? [] : [eventIdOf(sourceOf(participant), id, 0)])])
    const signal = AbortSignal.timeout(10_000)
    for await (const { events } of store.subscribe({ after, signal })) {
      const found = events.find((one) => awaited.has(one.id))
      if (found) return { ...decodeEvent(found), position: found.position }
    }
    throw new Error(`the ledger did not answer ${participant}`)
  }

  /** Says something that must be accepted. */
  async does(participant: string, of: Filed, type: string, data: object): Promise<RecordedEvent> {
    const value = this.bytes(participant, of, { type: `yibiao.${type}.v1`, data })
    const event = await this.say(participant, value)
    if (event.type !== `yibiao.${type}.v1`) throw new Error(JSON.stringify(problemIn(event)))
    return event
  }

  /** The registrar registers; the code is the seed's. */
  async register(of: Filed, uscc = fixtureUscc('220202', this.seed())): Promise<string> {
    const approval = `${of.filing}/company-setup-registration`
    await this.does('AMR', of, 'enterprise.registered', { approval, round: 1, form: registration(uscc) })
    return uscc
  }

  /** Every approval that is still open ends with a yes. */
  async complete(of: Filed): Promise<void> {
    await this.register(of)
    const rest = of.approvals.filter((one) => one.item !== 'company-setup-registration')
    for (const late of [false, true])
      for (const { approval, kind, participant, item } of rest) {
        if ((item === 'basic-account-opening' || item === 'invoice-supply') !== late) continue
        const verb = kind === 'LICENCE' || kind === 'COMMITMENT' ? 'approval.granted' : 'approval.recorded'
        await this.does(participant, of, verb, { approval, round: 1 })
      }
  }

  async events(record: string): Promise<RecordedEvent[]> {
    const stored = await this.exchange.engines.store.readStream(recordStream(record))
    return stored.map((one) => decodeEvent(one))
  }
}

/** The values that a registrar issues. */
export const registration = (uscc: string) => ({
  uscc,
  establishedOn: '2026-09-30',
  status: '1',
  registryOrg: { code: '220202', name: '吉林市昌邑区市场监督管理局' },
})

export const problemIn = (event: RecordedEvent): Problem | undefined =>
  (event.data as { readonly problem?: Problem }).problem

/** The message's own id, where it can be read. */
function messageIdIn(value: Buffer): string | undefined {
  try {
    const { id } = JSON.parse(value.toString('utf8')) as { id?: unknown }
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}
