import type { Test } from 'tap'
import { dialectContract } from './dialect.ts'
import { type Open, transactionsContract } from './transactions.ts'

export type { Open } from './transactions.ts'

/** Proves an adapter against the port. Every adapter runs all of it. */
export async function databaseContract(t: Test, name: string, open: Open): Promise<void> {
  await t.test(`${name}: transactions`, (t) => transactionsContract(t, open))
  await t.test(`${name}: dialect`, (t) => dialectContract(t, open))
}
