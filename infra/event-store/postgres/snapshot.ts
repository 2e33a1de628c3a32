import type pg from 'pg'

/** The head row and, read in the same moment, where the tables really end. */
export interface Snapshot {
  readonly head: number
  readonly streams: number
  readonly digest: Buffer
  readonly lastPosition: number
  readonly lastStream: number
}

/** One statement of the verification, on the snapshot. Throws `StoreError`. */
export type Query = <Row extends pg.QueryResultRow>(
  text: string,
  values?: readonly unknown[],
) => Promise<readonly Row[]>
