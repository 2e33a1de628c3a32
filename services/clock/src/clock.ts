import { setTimeout as pause } from 'node:timers/promises'
import type { MessageBus } from '@yibiao/message-bus'
import type { Alarm, ReadModel, References } from '@yibiao/projections'
import { inboundTopic } from '@yibiao/schemas'
import type { Clock, Logger, Metrics } from '@yibiao/telemetry'
import { alarmMessage, type Due } from './alarm.ts'
import { Rung } from './rung.ts'

export interface ClockOptions {
  /** The clock's own: it is closed with it. */
  readonly readModel: Pick<ReadModel, 'dueAlarms' | 'outdatedAlarms' | 'close'>
  readonly bus: MessageBus
  readonly references: References
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  /** Milliseconds between two looks at most, 1 … 60,000. Default `defaultInterval`. */
  readonly interval?: number
}

/**
 * The alarm of quiet records. It decides nothing: what is due is what a record's history says, and the ledger emits it before
 * whatever comes next. So it may be late, ring twice, or be there several times.
 */
export interface TimeKeeper {
  start(): Promise<void>
  /** Finishes the look under way. */
  stop(): Promise<void>
  /** Looks once; resolves with the number of alarms that were published. */
  look(): Promise<number>
  health(): { readonly since: number; readonly error: string } | undefined
}

/** A filing that comes in now may have an hour to run; nobody waits for less. */
export const defaultInterval = 1_000

/** Alarms in one publication at most. */
const pageSize = 1_000

/** Milliseconds until an alarm that has changed nothing is rung again. */
const patience = 5_000

/** Milliseconds after which a new calendar is rung for a second time: not every ledger may have had it at the first. */
const calendarPatience = 30_000

export const createClock = (options: ClockOptions): TimeKeeper => new ClockRole(options)

class ClockRole implements TimeKeeper {
  readonly #options: ClockOptions
  readonly #topic = inboundTopic('CLOCK')
  readonly #rung: Rung
  #stopping = new AbortController()
  #running: Promise<void> | undefined
  #fault: { readonly since: number; readonly error: string } | undefined
  /** The calendar that has been rung for, how often, and when last. */
  #calendar = { version: '', times: 0, last: 0 }

  constructor(options: ClockOptions) {
    this.#options = options
    this.#rung = new Rung(patience)
  }

  async start(): Promise<void> {
    if (this.#running) return
    this.#stopping = new AbortController()
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    this.#running = undefined
    this.#options.readModel.close()
  }

  health(): { readonly since: number; readonly error: string } | undefined {
    return this.#fault
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    const { interval = defaultInterval } = this.#options
    while (!signal.aborted) {
      try {
        await this.look()
        this.#fault = undefined
      } catch (error) {
        this.#note(error)
      }
      await pause(interval, undefined, { signal }).catch(() => undefined)
    }
  }

  /** A view that is still being built is no fault of ours. */
  #note(error: unknown): void {
    if ((error as { readonly code?: unknown }).code === 'YB_UNAVAILABLE') return
    const { clock, logger } = this.#options
    logger.error({ err: error }, 'clock: what is due could not be looked up; trying again')
    const text = error instanceof Error ? error.message : String(error)
    this.#fault ??= { since: clock.now(), error: text }
  }

  async look(): Promise<number> {
    return (await this.#ringDue()) + (await this.#ringForCalendar())
  }

  async #ringDue(): Promise<number> {
    const { readModel, clock } = this.#options
    const now = clock.now()
    const { value } = await readModel.dueAlarms({ until: now, limit: pageSize })
    const due = value.filter((alarm) => this.#rung.isNew(alarm, now))
    await this.#ring(due, 'timer')
    return due.length
  }

  /** A calendar that was published gives open clocks other dates; their records are woken page by page. */
  async #ringForCalendar(): Promise<number> {
    const { readModel, references, clock } = this.#options
    const { version } = references.current().calendar
    const now = clock.now()
    if (version !== this.#calendar.version) this.#calendar = { version, times: 0, last: 0 }
    const { times, last } = this.#calendar
    if (times >= 2 || (times === 1 && now - last < calendarPatience)) return 0
    let rung = 0
    for (let after = ''; ; ) {
      const page = await readModel.outdatedAlarms({ calendar: version, after, limit: pageSize })
      await this.#ring(page, `calendar ${version}`)
      rung += page.length
      const end = page.at(-1)?.filing
      if (end === undefined || page.length < pageSize) break
      after = end
    }
    this.#calendar = { version, times: times + 1, last: now }
    return rung
  }

  async #ring(alarms: readonly Alarm[], timer: string): Promise<void> {
    if (alarms.length === 0) return
    const { bus, clock, metrics } = this.#options
    const now = clock.now()
    const message = ({ record, filing, due }: Alarm) => {
      const what: Due = { record, timer: `${timer} ${filing}`, due: due ?? now }
      return { topic: this.#topic, key: record, value: alarmMessage(what, now) }
    }
    await bus.publish(alarms.map(message))
    metrics.counter('yibiao_clock_alarms_total').add({}, alarms.length)
  }
}
