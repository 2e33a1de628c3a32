import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageBus } from '@yibiao/message-bus'
import { legalDateOf } from '@yibiao/schemas'
import type { Clock, Logger } from '@yibiao/telemetry'
import type { Database } from 'better-sqlite3'
import {
  type Connector,
  type ConnectorStatus,
  createConnector,
  type Delivery,
  openConnectorStore,
  type RefusedMessage,
  type Scheduler,
  systemScheduler,
  type Transaction,
} from '../index.ts'
import { CaseBook, type CaseEntry } from './case-book.ts'
import { decide, draftOf, refusal } from './decide.ts'
import { ErrandBook, errandDraft } from './errand-book.ts'
import { FormValues } from './form-values.ts'
import { NumberBook } from './number-book.ts'
import { defaultDutyAfterMs, delayOf, type ReferenceSystemOptions } from './options.ts'
import { follow } from './protocol.ts'
import type { DecisionContext, ReferenceSystem } from './system.ts'

export interface StartOptions {
  readonly bus: MessageBus
  /** Where the databases are, one a system: `<folder>/<code>.db`. Made when it is missing. */
  readonly folder: string
  readonly logger: Logger
  readonly clock: Clock
  readonly options?: ReferenceSystemOptions
  /** Default `systemScheduler`. */
  readonly scheduler?: Scheduler
}

/** A department's system that is running. */
export interface RunningSystem {
  readonly code: string
  status(): ConnectorStatus
  /** Its own cases, in the order in which they came. */
  cases(): Promise<readonly CaseEntry[]>
  /** Ends it; what is due goes on at the next start. May be repeated. */
  stop(): Promise<void>
}

/** Cases decided in one transaction, at most. */
const batchSize = 100

/** Milliseconds after which decisions that could not be made are tried again. */
const retryAfter = 1000

/** `setTimeout` takes no longer wait. */
const longestWait = 2 ** 31 - 1

/** Starts one system: brings up its database, takes its feed, decides what is due. */
export async function runSystem(system: ReferenceSystem, start: StartOptions): Promise<RunningSystem> {
  mkdirSync(start.folder, { recursive: true })
  const store = openConnectorStore({ path: join(start.folder, `${system.code}.db`) })
  const { bus, logger, clock, scheduler = systemScheduler } = start
  const connector = createConnector({ participant: system.code, bus, store, logger, clock, scheduler })
  const desk = new Desk(system, start, connector)
  connector.subscribe((delivery, tx) => desk.take(delivery, tx))
  connector.onRefused((delivery, tx) => desk.takeRefusal(delivery, tx))
  await desk.prepare()
  await connector.start()
  desk.wake()
  return {
    code: system.code,
    status: () => connector.status(),
    cases: () => connector.transact(() => desk.cases.all()),
    stop: async () => {
      await desk.stop()
      await connector.stop()
      await store.close()
    },
  }
}

/** Where a system's cases lie until they are decided. Everything that must survive is in its tables. */
class Desk {
  readonly #system: ReferenceSystem
  readonly #start: StartOptions
  readonly #options: ReferenceSystemOptions
  readonly #scheduler: Scheduler
  readonly #connector: Connector<Database>
  #books: { readonly cases: CaseBook; readonly numbers: NumberBook; readonly errands: ErrandBook } | undefined
  #cancel: (() => void) | undefined
  #working: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(system: ReferenceSystem, start: StartOptions, connector: Connector<Database>) {
    this.#system = system
    this.#start = start
    this.#options = start.options ?? {}
    this.#scheduler = start.scheduler ?? systemScheduler
    this.#connector = connector
  }

  get #officer(): string {
    return `${this.#system.code}-01`
  }

  get cases(): CaseBook {
    return this.#prepared().cases
  }

  /** Brings up the tables; before anything else. */
  async prepare(): Promise<void> {
    this.#books = await this.#connector.transact(({ sql }) => ({
      cases: new CaseBook(sql),
      numbers: new NumberBook(sql),
      errands: new ErrandBook(sql),
    }))
  }

  take(delivery: Delivery, tx: Transaction<Database>): void {
    const now = this.#start.clock.now()
    const dueOf = (approval: string, round: number) => now + delayOf(this.#options, approval, round)
    const { code, duties = [] } = this.#system
    const { dutyAfterMs = defaultDutyAfterMs } = this.#options
    const { cases, errands } = this.#prepared()
    follow(delivery, { code, cases, errands, duties, dutyAfterMs, dueOf, now })
    tx.afterCommit(() => this.wake())
  }

  /** An own decision was refused: where an identifier was taken there is another way, otherwise a person has to look. */
  async takeRefusal({ event }: Delivery<RefusedMessage>, tx: Transaction<Database>): Promise<void> {
    const { messageid = '', problem } = event.data
    const { cases } = this
    const entry = cases.bySaid(messageid)
    if (entry === undefined || (entry.state !== 'SAID' && entry.state !== 'SUPPLEMENT')) return
    const { code: system } = this.#system
    this.#start.logger.warn(
      { system, approval: entry.approval, code: problem.code },
      'A decision was refused',
    )
    const pointer = problem.issues[0]?.pointer ?? ''
    const answer =
      problem.code === 'YB_IDENTIFIER_TAKEN'
        ? this.#system.onIdentifierTaken?.(await this.#contextOf(entry, tx), pointer)
        : undefined
    if (answer === undefined) cases.end(entry.approval, 'FAILED')
    else if (answer === 'again') cases.again(entry.approval, this.#start.clock.now())
    else this.#say(refusal(entry, [answer]), entry, tx)
    tx.afterCommit(() => this.wake())
  }

  /** Sees to it that what is due is decided when it is due. Cheap; called whenever something may have changed. */
  wake(): void {
    if (this.#stopped) return
    this.#again = true
    this.#cancel?.()
    this.#cancel = this.#scheduler.after(0, () => this.#work())
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancel?.()
    await this.#working
  }

  #work(): void {
    this.#cancel = undefined
    if (this.#stopped || this.#working !== undefined) return
    this.#again = false
    this.#working = this.#decideDue()
      .catch((error: unknown) => {
        const fields = { err: error, system: this.#system.code }
        this.#start.logger.error(fields, 'Decisions could not be made; they will be tried again')
        return this.#start.clock.now() + retryAfter
      })
      .then((next) => {
        this.#working = undefined
        this.#sleepUntil(next)
      })
  }

  #sleepUntil(next: number | undefined): void {
    if (this.#stopped) return
    if (this.#again) this.wake()
    else if (next !== undefined) {
      const wait = Math.min(longestWait, Math.max(0, next - this.#start.clock.now()))
      this.#cancel = this.#scheduler.after(wait, () => this.#work())
    }
  }

  /** Decides and says what is due; resolves with the time at which the next thing is. */
  #decideDue(): Promise<number | undefined> {
    return this.#connector.transact(async (tx) => {
      const { cases, errands } = this.#prepared()
      const now = this.#start.clock.now()
      for (const entry of cases.due(now, batchSize)) await this.#tryCase(entry, tx)
      for (const errand of errands.due(now, batchSize)) {
        tx.publish(errandDraft(errand, this.#officer))
        errands.done(errand.id)
      }
      const next = Math.min(cases.nextDue() ?? Infinity, errands.nextDue() ?? Infinity)
      return next === Infinity ? undefined : next
    })
  }

  /** One case that cannot be decided holds nobody else up; a fault of the database is everybody's. */
  async #tryCase(entry: CaseEntry, tx: Transaction<Database>): Promise<void> {
    try {
      await this.#decideCase(entry, tx)
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) throw error
      const fields = { err: error, system: this.#system.code, approval: entry.approval }
      this.#start.logger.error(fields, 'A case could not be decided; a person has to look')
      this.cases.end(entry.approval, 'FAILED')
    }
  }

  async #decideCase(entry: CaseEntry, tx: Transaction<Database>): Promise<void> {
    const context = await this.#contextOf(entry, tx)
    const practice = this.#system.items[entry.item]
    if (practice === undefined)
      throw new RangeError(`${this.#system.code} does not know the item ${entry.item}.`)
    // A case whose values are not all there yet waits for the feed to bring them, and so does one that comes after publicity.
    const isPublic = practice.afterPublicity === true && context.publicity === 'RUNNING'
    if (isPublic || practice.needs.some((path) => !context.values.has(path))) this.cases.park(entry.approval)
    else this.#say(decide(context, practice, this.#options), entry, tx)
  }

  async #contextOf(entry: CaseEntry, tx: Transaction<Database>): Promise<DecisionContext> {
    const record = await tx.localRecord(entry.record)
    return {
      case: entry,
      application: this.cases.application(entry.filing),
      rescission: this.cases.rescission(entry.record),
      publicity: this.cases.publicity(entry.filing),
      values: new FormValues(record?.values ?? new Map()),
      today: legalDateOf(this.#start.clock.now()),
      numbers: this.#prepared().numbers,
    }
  }

  #say(decision: ReturnType<typeof decide>, entry: CaseEntry, tx: Transaction<Database>): void {
    const id = tx.publish(draftOf(decision, entry, this.#officer))
    const state = decision.verb === 'supplement' ? 'SUPPLEMENT' : 'SAID'
    this.cases.say(entry.approval, state, id)
  }

  #prepared() {
    if (this.#books === undefined) throw new Error('The desk is not prepared.')
    return this.#books
  }
}
