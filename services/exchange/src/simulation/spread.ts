import type { Tick } from './timetable.ts'
import type { World } from './world.ts'

/** Spreads so many things over the ticks of the year, by each tick's weight. Returns the tick of each, in ascending order. */
export function spread(
  count: number,
  what: string,
  weightOf: (tick: Tick) => number,
  { draws, timetable }: World,
): number[] {
  const ends: number[] = []
  let sum = 0
  for (const tick of timetable.ticks) {
    sum += weightOf(tick)
    ends.push(sum)
  }
  const at = Array.from({ length: count }, (_, number) => draws.share(`${what}/${number}/tick`) * sum)
  let tick = 0
  return at
    .sort((one, other) => one - other)
    .map((place) => {
      while (tick < ends.length - 1 && (ends[tick] ?? 0) <= place) tick += 1
      return tick
    })
}
