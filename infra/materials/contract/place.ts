import { buffer } from 'node:stream/consumers'
import type { Test } from 'tap'
import type { MaterialStore, Upload } from '../materials.ts'

/** What a store under test is opened with. */
export interface OpenOptions {
  readonly maxBytes?: number
  readonly mediaTypes?: readonly string[]
}

/** A place for one test: every store opened on it sees what another one left. */
export interface Place {
  open(options?: OpenOptions): Promise<MaterialStore>
}

export type NewPlace = (t: Test) => Place

export const by = (owner: string, digest: string): Upload => ({ owner, digest })

/** The whole content of a kept file; undefined where there is none. */
export async function contentOf(store: MaterialStore, digest: string): Promise<Buffer | undefined> {
  const opened = await store.open(digest)
  return opened && buffer(opened.stream)
}
