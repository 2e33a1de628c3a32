import type { ViewTable } from '@yibiao/database'
import type { AnyProjection } from '../projection.ts'
import { Scratch } from '../scratch.ts'
import type { BuildRow } from './registry.ts'
import { viewTable } from './tables.ts'
import { ViewCache } from './view-cache.ts'

/** A copy of a projection that this process can fold into. */
export interface Build {
  readonly name: string
  readonly build: number
  readonly projection: AnyProjection
  readonly table: ViewTable
  readonly cache: ViewCache
  /** Where views are encoded to, until they are written. */
  readonly scratch: Scratch
  /** The checkpoint, as far as this process knows. */
  position: number
}

export const buildOf = (projection: AnyProjection, row: BuildRow, cacheBytes: number): Build => ({
  name: row.name,
  build: row.build,
  projection,
  table: viewTable(projection, row.build),
  cache: new ViewCache(cacheBytes),
  scratch: new Scratch(),
  position: row.position,
})
