import { buffer } from 'node:stream/consumers'
import type { Test } from 'tap'
import type { MaterialStore, Upload } from '../materials.ts'
import { concurrencyContract } from './concurrency.ts'
import { keepingContract } from './keeping.ts'
import { uploadContract } from './upload.ts'

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

/** Proves an adapter against the port. Every adapter runs all of it. */
export async function materialsContract(t: Test, name: string, place: NewPlace): Promise<void> {
  await t.test(`${name}: uploads`, (t) => uploadContract(t, place))
  await t.test(`${name}: keeping`, (t) => keepingContract(t, place))
  await t.test(`${name}: at once`, (t) => concurrencyContract(t, place))
}

export const by = (owner: string, digest: string): Upload => ({ owner, digest })

/** The whole content of a kept file; undefined where there is none. */
export async function contentOf(store: MaterialStore, digest: string): Promise<Buffer | undefined> {
  const opened = await store.open(digest)
  return opened && buffer(opened.stream)
}
