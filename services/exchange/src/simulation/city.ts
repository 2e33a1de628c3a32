import { referenceSystems } from '@yibiao/department/reference-systems'
import type { StoredEvent } from '@yibiao/event-store'
import { legalDateOf, shippedReference, WorkingCalendar } from '@yibiao/schemas'
import type { Logger } from '@yibiao/telemetry'
import type { Configuration } from '../configuration.ts'
import { Agenda } from './agenda.ts'
import { Cells } from './cells.ts'
import { whoChanges } from './changes.ts'
import { SimulatedDepartment } from './department.ts'
import { Draws } from './draws.ts'
import { FeedReading } from './feed-reading.ts'
import { Founders } from './founders.ts'
import { type Outage, outagesOf } from './outages.ts'
import { shares } from './paces.ts'
import { Platform } from './platform.ts'
import { type CityRoles, startCityRoles } from './roles.ts'
import { calendarPublication } from './sandbox-calendar.ts'
import type { Said } from './say.ts'
import { spread } from './spread.ts'
import { type Tick, Timetable } from './timetable.ts'
import type { World } from './world.ts'

/** Set-ups and changes of a city of two million in a year, at scale 1. */
export const yearly = { filings: 60_000, changes: 200_000 } as const

export interface CityOptions {
  readonly configuration: Configuration
  readonly logger: Logger
  readonly year: number
  readonly seed: number
  readonly scale: number
  /** The last legal date that passes. Default: the last of the year. */
  readonly until?: string
  /** Told at every tick at which something happened. */
  readonly onProgress?: (progress: CityProgress) => void
}

export interface CityProgress {
  readonly date: string
  readonly done: number
  readonly total: number
  readonly events: number
}

export interface CityRun {
  readonly roles: CityRoles
  /** Messages that were published, repetitions included. */
  readonly messages: number
  readonly ticks: number
  /** The simulated time, epoch milliseconds. */
  readonly now: number
  readonly outages: readonly Outage[]
  readonly milliseconds: number
  /** Processor time of all threads, milliseconds. */
  readonly processor: number
  stop(): Promise<void>
}

/** Lets a year of the city pass. The history is complete and everything idle when it resolves; the caller stops the roles. */
export async function runCity(options: CityOptions): Promise<CityRun> {
  const city = await City.start(options)
  try {
    await city.year()
    return city.run()
  } catch (error) {
    await city.stop()
    throw error
  }
}

class City {
  readonly #options: CityOptions
  readonly #world: World
  readonly #cells: Cells
  readonly #roles: CityRoles
  readonly #founders: Founders
  readonly #departments: readonly SimulatedDepartment[]
  readonly #feeds: FeedReading
  readonly #platform: Platform
  readonly #outages: readonly Outage[]
  /** Messages that their sender says once more. */
  readonly #doubled = new Agenda<Said>()
  readonly #lastSaid = new Map<string, Said[]>()
  readonly #began = performance.now()
  readonly #usedBefore = process.cpuUsage()
  #ticks = 0
  #events = 0

  private constructor(
    options: CityOptions,
    parts: { world: World; cells: Cells; roles: CityRoles; hear: (to: (event: StoredEvent) => void) => void },
  ) {
    const { world, cells, roles } = parts
    this.#options = options
    this.#world = world
    this.#cells = cells
    this.#roles = roles
    const filings = Math.max(1, Math.round(yearly.filings * options.scale))
    this.#founders = new Founders(world, options.seed, filings)
    this.#departments = referenceSystems.map((system) => new SimulatedDepartment(system, world))
    this.#feeds = new FeedReading(roles.engines.bus, this.#departments)
    this.#platform = new Platform(roles, cells, this.#feeds)
    this.#outages = outagesOf(
      this.#departments.map(({ code }) => code),
      world,
    )
    parts.hear((event) => {
      this.#events += 1
      this.#founders.hear(event)
    })
    this.#expectChanges(Math.round(yearly.changes * options.scale))
  }

  static async start(options: CityOptions): Promise<City> {
    const calendar = new WorkingCalendar(shippedReference().calendars.map(({ content }) => content))
    const timetable = new Timetable(options.year, calendar)
    const cells = new Cells()
    cells.moveTo(timetable.start)
    let listener: ((event: StoredEvent) => void) | undefined
    const { configuration, logger, seed } = options
    const onEvents = (events: readonly StoredEvent[]) => {
      for (const event of events) listener?.(event)
    }
    const roles = await startCityRoles({ configuration, cells, logger, onEvents })
    const world = { draws: new Draws(seed), timetable, references: roles.references.current() }
    const hear = (to: (event: StoredEvent) => void) => {
      listener = to
    }
    return new City(options, { world, cells, roles, hear })
  }

  run(): CityRun {
    const used = process.cpuUsage(this.#usedBefore)
    return {
      roles: this.#roles,
      messages: this.#platform.published,
      ticks: this.#ticks,
      now: this.#cells.now(),
      outages: this.#outages,
      milliseconds: performance.now() - this.#began,
      processor: (used.user + used.system) / 1_000,
      stop: () => this.stop(),
    }
  }

  async stop(): Promise<void> {
    await this.#feeds.stop()
    await this.#roles.stop()
  }

  async year(): Promise<void> {
    const { timetable } = this.#world
    const now = this.#cells.now()
    await this.#feeds.start()
    await this.#platform.say([calendarPublication(legalDateOf(now), now)])
    await this.#platform.settle()
    const { until = '9999-12-31' } = this.#options
    for (const tick of timetable.ticks) {
      if (tick.date > until) break
      await this.#outagesAt(tick)
      if (tick.kind === 'MIDNIGHT') await this.#endDay(tick)
      else await this.#act(tick)
      this.#options.onProgress?.({
        date: tick.date,
        done: tick.index + 1,
        total: timetable.ticks.length,
        events: this.#events,
      })
    }
  }

  /** Changes come in more often the more enterprises there are. */
  #expectChanges(count: number): void {
    const { timetable } = this.#world
    const weight = ({ kind, time }: Tick) => (kind === 'WORK' ? time - timetable.start : 0)
    for (const [number, tick] of spread(count, 'change', weight, this.#world).entries()) {
      const code = whoChanges(this.#world.draws.share(`change/${number}/who`))
      this.#departments.find((one) => one.code === code)?.expectChange(tick, number)
    }
  }

  async #act(tick: Tick): Promise<void> {
    const present = this.#departments.filter((one) => !this.#isAway(one, tick))
    const messages = [
      ...this.#doubled.takeUpTo(tick.index),
      ...this.#founders.act(tick),
      ...present.flatMap((one) => this.#remember(one.code, one.act(tick))),
    ]
    if (messages.length === 0) return
    this.#ticks += 1
    this.#moveTo(tick)
    for (const message of messages)
      if (this.#world.draws.happens(`${message.key}/${tick.index}/doubled`, shares.doubled))
        this.#doubled.add(this.#world.timetable.workAfter(tick.index, 0), message)
    await this.#platform.say(messages)
    await this.#platform.settle()
  }

  /** What fell due on the day is rung for; then every department that is there says how far it has read. */
  async #endDay(tick: Tick): Promise<void> {
    this.#moveTo(tick)
    for (;;) {
      const rung = await this.#roles.alarm.look()
      if (rung === 0) break
      this.#platform.wasTold(rung)
      await this.#platform.settle()
    }
    const receipts = this.#departments
      .filter((one) => !this.#isAway(one, tick))
      .flatMap((one) => one.receipt(tick) ?? [])
    if (receipts.length === 0) return
    this.#ticks += 1
    await this.#platform.say(receipts)
    await this.#platform.settle()
  }

  #moveTo(tick: Tick): void {
    this.#cells.moveTo(tick.time)
    this.#founders.at(tick.index)
    for (const one of this.#departments) one.at(tick.index)
  }

  #isAway({ code }: SimulatedDepartment, { index }: Tick): boolean {
    return this.#outages.some(
      ({ participant, from, to }) => participant === code && from <= index && index < to,
    )
  }

  /** Who comes back reads what he has missed, and says his last words once more: he cannot know which arrived. */
  async #outagesAt(tick: Tick): Promise<void> {
    for (const one of this.#departments) {
      const away = this.#isAway(one, tick)
      if (away && this.#feeds.reads(one.code)) await this.#feeds.leave(one.code)
      if (away || this.#feeds.reads(one.code)) continue
      this.#moveTo(tick)
      await this.#feeds.comeBack(one.code)
      await this.#platform.settle()
      for (const message of this.#lastSaid.get(one.code) ?? []) this.#doubled.add(tick.index, message)
    }
  }

  #remember(code: string, messages: readonly Said[]): readonly Said[] {
    if (messages.length > 0) this.#lastSaid.set(code, messages.slice(-10))
    return messages
  }
}
