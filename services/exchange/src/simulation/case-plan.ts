import type { OpenCase, Task } from './case.ts'
import { delays, extendedAfter, isExamined, paceOf, shares } from './paces.ts'
import type { World } from './world.ts'

type Planned = readonly [tick: number | undefined, task: Task]

/** What a department means to do about a case that has just been opened to it, and when. */
export function planOf(one: OpenCase, tick: number, world: World): readonly Planned[] {
  const { draws, timetable, references } = world
  const { approval, item, kind, round } = one
  const pace = paceOf(item, kind)
  const about = `${approval}/${round}`
  const asks = round === 1 ? pace.ask : round === 2 ? Math.min(pace.ask, shares.askedTwice) : 0
  const later = (delay: number) => timetable.workAfter(tick, delay)
  const task = (what: 'accept' | 'ask' | 'extend' | 'exclude' | 'decide'): Task => ({ what, of: one, round })
  const examined = isExamined(item, kind)
  const acceptance = draws.between(`${about}/acceptance`, delays.acceptance)
  if (draws.happens(`${about}/ask`, asks))
    return [[later(examined ? acceptance : draws.between(`${about}/delay`, pace.usual)), task('ask')]]
  const slow = draws.happens(`${about}/slow`, pace.slowShare)
  const delay = draws.between(`${about}/delay`, slow ? pace.slow : pace.usual)
  if (!examined) {
    const sameDay = !slow && references.item(item, 1)?.disclosure.timeLimit.promised.value === 0
    return [[sameDay ? timetable.sameDayAfter(tick, delay) : later(delay), task('decide')]]
  }
  const plan: Planned[] = []
  if (draws.happens(`${about}/accept`, shares.accepted) && acceptance < delay)
    plan.push([later(acceptance), task('accept')])
  const excluded = draws.happens(`${about}/exclude`, shares.excluded)
  if (excluded) plan.push([later(draws.between(`${about}/exclusion`, delays.exclusion)), task('exclude')])
  if (delay > extendedAfter && draws.happens(`${about}/extend`, shares.extended))
    plan.push([later(extendedAfter), task('extend')])
  const without = excluded ? excludedDaysOf(one, world) * 8 : 0
  plan.push([later(delay + without), task('decide')])
  return plan
}

/** Days of an exclusion of a case. */
export const excludedDaysOf = ({ approval, round }: OpenCase, { draws }: World): number =>
  draws.between(`${approval}/${round}/days`, delays.excludedDays)
