/** The tables that migrations make, for Kysely. Tables of views come and go with builds and are not among them. */
export interface Tables {
  /** Every copy of a projection that there is. */
  projection_builds: ProjectionBuilds
  /** How far a long operation has come. */
  job_progress: JobProgress
  /** Who keeps it up. */
  projector_lease: ProjectorLease
  /** Migrations that were applied. */
  migrations: { number: number; name: string }
}

export interface ProjectionBuilds {
  /** Name of the projection. */
  name: string
  /** 1, 2, 3 … within the projection; never used again. */
  build: number
  /** Version of the projection that made it. */
  version: number
  /** Everything up to and including this position is in it. */
  position: number
  /** `live`: readers see it. `building`: not complete. `ready`: complete, kept up, not shown. `old`: stands still. */
  state: 'live' | 'building' | 'ready' | 'old'
  /** Identity of the history it was built from, with the epoch. */
  history: string
  /** Digest over its rows when it was compared, and the position of that. */
  digest: string | null
  digest_position: number | null
}

export interface JobProgress {
  operation: string
  kind: string
  /** What it is about, e.g. the projection. */
  subject: string
  /** Events read and events to read. */
  done: number
  total: number
  /** Epoch milliseconds. */
  started_at: number
  updated_at: number
  /** JSON `{outcome, result}` once it has ended, written with its effect in one transaction. */
  outcome: string | null
}

/** One row, `one` = 1. */
export interface ProjectorLease {
  one: number
  /** Empty: nobody. */
  holder: string
  /** Grows while the holder is alive. */
  beat: number
}
