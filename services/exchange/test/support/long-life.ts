import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { decodeEvent, inboundTopic, type RecordedEvent, recordStream, sourceOf } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import type { Test } from 'tap'
import { configure } from '../../src/configuration.ts'
import { type Exchange, startExchange } from '../../src/exchange.ts'
import { type Captured, yibiao } from './captured-io.ts'

/** A filing that was followed to its end, as `--wait --json` tells it. */
export interface Followed {
  readonly filing: {
    readonly filing: string
    readonly state: string
    readonly approvals: readonly { state: string; department: string }[]
  }
  readonly record: { readonly record: string; readonly status: string; readonly flags: readonly string[] }
}

/** What a participant says, and the event that shall stand in the history then. */
export interface Statement {
  readonly record: string
  readonly filing: string
  readonly type: string
  readonly data: object
  readonly until: string
}

const day = 86_400_000

/** A sandbox whose departments act on what they receive, and a clock that is moved by hand; nothing waits. */
export class LongLife {
  readonly exchange: Exchange
  readonly folder: string
  readonly #clock: { offset: number; now(): number }
  #said = 0

  private constructor(exchange: Exchange, folder: string, clock: { offset: number; now(): number }) {
    this.exchange = exchange
    this.folder = folder
    this.#clock = clock
  }

  static async start(t: Test): Promise<LongLife> {
    const folder = t.testdir()
    const data = join(folder, '.yibiao')
    mkdirSync(data)
    const clock = { offset: 0, now: () => Date.now() + clock.offset }
    const configuration = configure({ data, port: 0, quiet: true, logLevel: 'silent' })
    const exchange = await startExchange({ configuration, clock, logger: silentLogger() })
    t.teardown(() => exchange.stop())
    return new LongLife(exchange, folder, clock)
  }

  get now(): number {
    return this.#clock.now()
  }

  pass(days: number): void {
    this.#clock.offset += days * day
  }

  cli(args: readonly string[], stdin?: string): Promise<Captured> {
    return yibiao(args, { cwd: this.folder, ...(stdin === undefined ? {} : { stdin }) })
  }

  async json<Body>(args: readonly string[], stdin?: string): Promise<Body> {
    const { out, err } = await this.cli([...args, '--json'], stdin)
    if (out === '') throw new Error(err)
    return JSON.parse(out) as Body
  }

  apply(record: string, process: string, file: string, stdin?: string, more: readonly string[] = []) {
    return this.json<Followed>(['apply', process, file, '--record', record, '--wait', ...more], stdin)
  }

  async eventsOf(record: string): Promise<RecordedEvent[]> {
    const stored = await this.exchange.engines.store.readStream(recordStream(record))
    return stored.map((one) => decodeEvent(one))
  }

  /** Says something as a participant and waits until an event of a type stands in the filing. */
  async say(participant: string, { record, filing, type, data, until }: Statement): Promise<RecordedEvent> {
    this.#said += 1
    const message = {
      specversion: '1.0',
      id: `life-${this.#said}`,
      source: sourceOf(participant),
      type: `yibiao.${type}.v1`,
      subject: record,
      filing,
      time: new Date(this.now).toISOString(),
      authtype: 'officer',
      authid: 'officer-1',
      data,
    }
    const value = Buffer.from(JSON.stringify(message))
    await this.exchange.engines.bus.publish([{ topic: inboundTopic(participant), key: record, value }])
    return this.happened(record, until, filing)
  }

  async happened(record: string, type: string, filing: string): Promise<RecordedEvent> {
    const signal = AbortSignal.timeout(30_000)
    for await (const _batch of this.exchange.engines.store.subscribe({ after: 0, signal }))
      for (const event of await this.eventsOf(record))
        if (event.type === `yibiao.${type}.v1` && event.filing === filing) return event
    throw new Error(`no ${type} in ${filing}`)
  }
}
