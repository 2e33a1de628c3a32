import { projections } from './0001-projections.ts'
import { projectorLease } from './0002-projector-lease.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  /** In SQL that every engine understands. */
  readonly statements: readonly string[]
}

/** Numbered from 1 without gaps. Append only: what was released is never changed, for databases out there have it. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'projections', statements: projections },
  { number: 2, name: 'projector-lease', statements: projectorLease },
]
