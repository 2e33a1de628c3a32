import type { Database, Session } from '@yibiao/database'
import type { EventStore } from '@yibiao/event-store'
import type { AnyProjection } from '../projection.ts'
import type { Build } from './build.ts'
import type { BuildRow } from './registry.ts'

export interface RuntimeOptions {
  readonly database: Database
  readonly store: EventStore
  /** One of each name; and, where an older version is still live, that version as well, so that it is kept up. */
  readonly projections: readonly AnyProjection[]
  /** Bytes of JSON text of decoded views kept for each projection. Default 16 MiB. */
  readonly cacheBytes?: number
  /** Views that a rebuild holds in memory at once. Minimum 1, default 1,200. */
  readonly viewsHeld?: number
}

/** What a rebuild needs of the runtime. */
export interface RuntimeInside {
  readonly options: RuntimeOptions
  readonly history: string
  live(name: string): BuildRow | undefined
  /** Runs `work` while nothing is applied to the live copies. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Folds what the history has between the build's checkpoint and `until` into it. */
  catchUp(build: Build, until: number): Promise<void>
  /** Puts a copy in place; call it within `alone`. */
  goLive(row: BuildRow, within: (session: Session) => Promise<void>): Promise<void>
}
