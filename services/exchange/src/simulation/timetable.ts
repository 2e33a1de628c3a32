import { addDays, startOfLegalDate, type WorkingCalendar } from '@yibiao/schemas'

/**
 * `WORK`: departments act. `EVENING`: founders hand in from home, and what a department owes on the day itself is done.
 * `MIDNIGHT`: alarms ring, feeds are acknowledged.
 */
export type TickKind = 'WORK' | 'EVENING' | 'MIDNIGHT'

/** An instant at which something may happen; between two of them nobody acts. */
export interface Tick {
  readonly index: number
  /** Epoch milliseconds. */
  readonly time: number
  readonly date: string
  readonly kind: TickKind
}

const hour = 3_600_000
const workHours = [9, 10, 11, 13.5, 14.5, 15.5, 16.5, 16.9]
const evening = 20

/** Acts of a working day, at most. */
export const ticksPerDay = workHours.length

/** The instants of a year, Asia/Shanghai: on working days eight, on every day an evening and its end. */
export class Timetable {
  readonly ticks: readonly Tick[]
  /** Epoch milliseconds at which the year begins. */
  readonly start: number
  readonly days: number
  /** Of each tick, how many working ticks lie at or before it. */
  readonly #workUpTo: readonly number[]
  readonly #work: readonly number[]

  constructor(year: number, calendar: WorkingCalendar) {
    const first = `${year}-01-01`
    const ticks: Tick[] = []
    const add = (date: string, time: number, kind: TickKind) =>
      ticks.push({ index: ticks.length, time, date, kind })
    let days = 0
    for (let date = first; date < `${year + 1}-01-01`; date = addDays(date, 1)) {
      const start = startOfLegalDate(date)
      if (calendar.isWorkingDay(date) === true)
        for (const at of workHours) add(date, start + at * hour, 'WORK')
      add(date, start + evening * hour, 'EVENING')
      add(date, start + 24 * hour, 'MIDNIGHT')
      days += 1
    }
    this.ticks = ticks
    this.days = days
    this.start = startOfLegalDate(first)
    this.#work = ticks.filter(({ kind }) => kind === 'WORK').map(({ index }) => index)
    let count = 0
    this.#workUpTo = ticks.map(({ kind }) => {
      if (kind === 'WORK') count += 1
      return count
    })
  }

  /** The working tick `delay` + 1 ticks after this one, as an index; undefined when the year ends before it. */
  workAfter(index: number, delay: number): number | undefined {
    return this.#work[(this.#workUpTo[index] ?? 0) + delay]
  }

  /** The same, but of what is done on the day on which it came in: at the latest in the evening of that day. */
  sameDayAfter(index: number, delay: number): number | undefined {
    const after = this.workAfter(index, delay)
    const now = this.ticks[index]
    if (now?.kind !== 'WORK' || (after !== undefined && this.ticks[after]?.date === now.date)) return after
    let evening = index + 1
    while (this.ticks[evening]?.kind === 'WORK') evening += 1
    return evening
  }
}
