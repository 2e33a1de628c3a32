import { ticksPerDay } from './timetable.ts'
import type { World } from './world.ts'

/** A department's system is away: it neither reads its feed nor says anything. */
export interface Outage {
  readonly participant: string
  /** Ticks, as indices; `to` is the first at which it is back. */
  readonly from: number
  readonly to: number
}

/** How often in the year a system is away, and for how many working days. */
const times = 5
const days = [2, 6] as const

/** The outages of the year. */
export function outagesOf(participants: readonly string[], { draws, timetable }: World): readonly Outage[] {
  const outages: Outage[] = []
  for (let number = 0; number < times; number += 1) {
    const participant = participants[draws.between(`outage/${number}/whose`, [0, participants.length - 1])]
    const start = timetable.workAfter(0, draws.between(`outage/${number}/start`, [10, 225]) * ticksPerDay)
    if (participant === undefined || start === undefined) continue
    const to = timetable.workAfter(start, draws.between(`outage/${number}/days`, days) * ticksPerDay)
    if (to !== undefined) outages.push({ participant, from: start, to })
  }
  return outages
}
