import type { Test } from 'tap'
import { concurrencyContract } from './concurrency.ts'
import { keepingContract } from './keeping.ts'
import type { NewPlace } from './place.ts'
import { uploadContract } from './upload.ts'

export type { NewPlace, OpenOptions, Place } from './place.ts'

/** Proves an adapter against the port. Every adapter runs all of it. */
export async function materialsContract(t: Test, name: string, place: NewPlace): Promise<void> {
  await t.test(`${name}: uploads`, (t) => uploadContract(t, place))
  await t.test(`${name}: keeping`, (t) => keepingContract(t, place))
  await t.test(`${name}: at once`, (t) => concurrencyContract(t, place))
}
