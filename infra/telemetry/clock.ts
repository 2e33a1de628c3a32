import { randomUUID } from 'node:crypto'

/** The time, as an argument: nothing that decides anything asks the machine by itself. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number
}

/** The machine's own clock. Only the composition root hands it out. */
export const systemClock: Clock = { now: () => Date.now() }

/** New identities, as an argument. */
export interface Ids {
  /** A random UUID (version 4) in lower case. */
  uuid(): string
}

/** Random identities. Only the composition root hands them out. */
export const randomIds: Ids = { uuid: () => randomUUID() }
