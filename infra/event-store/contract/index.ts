import type { Test } from 'tap'
import { appendContract } from './append.ts'
import { concurrencyContract } from './concurrency.ts'
import type { ContractOptions, Section } from './harness.ts'
import { lifecycleContract } from './lifecycle.ts'
import { limitsContract } from './limits.ts'
import { modelContract } from './model.ts'
import { readContract } from './read.ts'
import { repeatContract } from './repeat.ts'
import { subscribeContract } from './subscribe.ts'
import { usageContract } from './usage.ts'

export type { ContractOptions, Section, StoreUnderTest } from './harness.ts'

/** The sections by name, for a test file that runs only some of them. */
export const sections: Readonly<Record<string, Section>> = {
  append: appendContract,
  repeat: repeatContract,
  concurrency: concurrencyContract,
  read: readContract,
  limits: limitsContract,
  subscribe: subscribeContract,
  lifecycle: lifecycleContract,
  usage: usageContract,
  model: modelContract,
}

/** Proves an adapter against the port. Every adapter runs all of it; none has a suite of its own for this. */
export async function eventStoreContract(t: Test, options: ContractOptions): Promise<void> {
  for (const [name, section] of Object.entries(sections)) {
    await t.test(`${options.name}: ${name}`, (t) => section(t, options))
  }
}
