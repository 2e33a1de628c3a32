import type { ReferencesInForce } from '@yibiao/projections'
import type { Draws } from './draws.ts'
import type { Said } from './say.ts'
import type { Tick, Timetable } from './timetable.ts'

/** What everybody in the city can count on. */
export interface World {
  readonly draws: Draws
  readonly timetable: Timetable
  /** What the platform publishes for everybody: items, calendar, participants. */
  readonly references: ReferencesInForce
}

/** Somebody who says something when it is time. */
export interface Actor {
  /** Everything that is to be said at this tick, in an order that follows from the seed. */
  act(tick: Tick): readonly Said[]
}

/** In the order of a name, whatever order the messages came in. */
export const byName =
  <T>(nameOf: (one: T) => string) =>
  (one: T, other: T): number =>
    nameOf(one) < nameOf(other) ? -1 : 1
