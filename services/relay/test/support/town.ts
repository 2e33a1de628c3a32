import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventStore } from '@yibiao/event-store'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { createLedger, ledgerGroup, openHistory } from '@yibiao/ledger'
import type { MessageBus } from '@yibiao/message-bus'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { loadReferences, type References } from '@yibiao/projections'
import { createRelay, type Relay, type RelayOptions } from '@yibiao/relay'
import {
  feedTopic,
  inboundTopic,
  type Message,
  replayTopic,
  shippedReference,
  sourceOf,
} from '@yibiao/schemas'
import { createMetrics, silentLogger } from '@yibiao/telemetry'
import { Departments } from './departments.ts'
import { FakeTime } from './fake-time.ts'
import { feedsOf } from './feeds-of.ts'
import { storedFeeds } from './stored-feeds.ts'

interface Test {
  teardown(work: () => unknown): void
}

const start = Date.parse('2026-09-24T02:00:00.000Z')
const processes = shippedReference().processes.map((one) => one.content.process)

/** The codes of all who have a feed. */
export const withFeed: readonly string[] = shippedReference()
  .participants.content.participants.filter((one) => one.ours !== true)
  .map(({ code }) => code)
const everybody = shippedReference().participants.content.participants.map(({ code }) => code)

/** A registry on real engines: store, bus and ledger, and departments that answer what the test lets them answer. */
export class Town {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  readonly history: string
  readonly time: FakeTime
  readonly departments: Departments
  readonly #folder: string
  readonly #t: Test
  #said = 0

  private constructor(
    parts: Pick<Town, 'store' | 'bus' | 'references' | 'history' | 'time'>,
    folder: string,
    t: Test,
  ) {
    this.store = parts.store
    this.bus = parts.bus
    this.references = parts.references
    this.history = parts.history
    this.time = parts.time
    this.#folder = folder
    this.#t = t
    this.departments = new Departments(parts.store, (participant, type, data, more) =>
      this.say(participant, type, data, more),
    )
  }

  static async open(t: Test): Promise<Town> {
    const folder = mkdtempSync(join(tmpdir(), 'yibiao-relay-'))
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const time = new FakeTime(start)
    const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
    const bus = await openEmbeddedBus({ path: join(folder, 'bus'), clock: () => time.now() })
    t.teardown(async () => {
      await bus.close()
      await store.close()
    })
    const reference = shippedReference()
    const division = '220200'
    const opened = await openHistory({ store, clock: time, reference, mode: 'sandbox', division })
    const names = [...everybody.map(inboundTopic), ...withFeed.map(replayTopic)]
    await bus.provision(names.map((name) => ({ name, partitions: 1 })))
    const parts = { store, bus, references: opened.references, history: opened.identity.history, time }
    return new Town(parts, folder, t)
  }

  /** A message on its participant's topic; the ledger takes it with the next `settle`. */
  async say(participant: string, type: string, data: unknown, more: Partial<Message> = {}): Promise<Message> {
    this.#said += 1
    const message: Message = {
      specversion: '1.0',
      id: `m-${this.#said}`,
      source: sourceOf(participant),
      type: `yibiao.${type}.v1`,
      subject: participant,
      time: new Date(this.time.now()).toISOString(),
      authtype: participant === 'OPERATOR' ? 'operator' : 'officer',
      authid: `account-${participant}`,
      data,
      ...more,
    }
    await this.sayBytes(participant, message.subject, Buffer.from(JSON.stringify(message)))
    return message
  }

  async sayBytes(participant: string, key: string, value: Buffer): Promise<void> {
    await this.bus.publish([{ topic: inboundTopic(participant), key, value }])
  }

  /** Runs a ledger until it has decided everything that was said. */
  async settle(): Promise<void> {
    const ledger = createLedger({
      store: this.store,
      bus: this.bus,
      references: this.references,
      logger: silentLogger(),
      clock: this.time,
      metrics: createMetrics(),
      mode: 'sandbox',
      registry: '2202',
    })
    await ledger.start()
    await until(async () => {
      const codes = [...this.references.current().participants.byCode.keys()]
      const offsets = await this.bus.offsets(ledgerGroup, codes.map(inboundTopic))
      return offsets.every(({ committed, latest }) => committed === latest)
    })
    await ledger.stop()
  }

  /** A relay of its own: own bus object, own reference data, as another process would have them. */
  async relay(options: Partial<RelayOptions> & { readonly stored?: boolean } = {}): Promise<Relaying> {
    const { stored = false, ...more } = options
    const own = await openEmbeddedBus({ path: join(this.#folder, 'bus'), clock: () => this.time.now() })
    this.#t.teardown(() => own.close())
    const bus = more.bus ?? (stored ? await storedFeeds(own, withFeed) : own)
    const relay = createRelay({
      store: this.store,
      references: await this.ownReferences(),
      history: this.history,
      logger: silentLogger(),
      clock: this.time,
      metrics: createMetrics(),
      scheduler: this.time,
      ...more,
      bus,
    })
    this.#t.teardown(() => relay.stop())
    return { relay, bus, own, caughtUp: () => this.#caughtUp(bus, stored || more.bus !== undefined) }
  }

  /** The reference data as a new process would read it. */
  ownReferences(): Promise<References> {
    return loadReferences(this.store, processes)
  }

  /** Resolves when every feed is out up to the head of the store. */
  async #caughtUp(bus: MessageBus, stored: boolean): Promise<void> {
    const expected = await this.feedLengths()
    await until(async () => {
      for (const code of withFeed) {
        const [offsets] = await bus.offsets('nobody', [feedTopic(code)])
        const latest = offsets?.latest ?? 0
        if (stored ? latest < (expected.get(code) ?? 0) : latest !== (expected.get(code) ?? 0)) return false
      }
      return true
    })
  }

  async feedLengths(): Promise<ReadonlyMap<string, number>> {
    const feeds = await feedsOf(this)
    return new Map([...feeds].map(([code, messages]) => [code, messages.length]))
  }
}

export interface Relaying {
  readonly relay: Relay
  /** The bus that the relay was given. */
  readonly bus: MessageBus
  /** The real one below it. */
  readonly own: MessageBus
  caughtUp(): Promise<void>
}

/** Looks again after each turn of the event loop until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await nextTurn()
}
