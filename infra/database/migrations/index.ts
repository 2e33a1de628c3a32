import type { Kysely } from 'kysely'
import { migrate as projections } from './0001-projections.ts'
import { migrate as projectorLease } from './0002-projector-lease.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly migrate: (database: Kysely<unknown>) => Promise<void>
}

/** Numbered from 1 without gaps. Append only: what was released is never changed, for databases out there have it. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'projections', migrate: projections },
  { number: 2, name: 'projector-lease', migrate: projectorLease },
]
