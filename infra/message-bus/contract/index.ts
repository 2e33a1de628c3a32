import type { Test } from 'tap'
import { consumingContract } from './consuming.ts'
import { derivedContract } from './derived.ts'
import { groupsContract } from './groups.ts'
import type { BusUnderTest } from './lab.ts'
import { lifecycleContract } from './lifecycle.ts'
import { publishingContract } from './publishing.ts'
import { readingContract } from './reading.ts'
import { topicsContract } from './topics.ts'

export type { BusUnderTest } from './lab.ts'

/**
 * Everything the port promises, as tests over one adapter. They demand what Kafka gives too: a batch may hold one
 * partition only, a message may come more than once, a rebalance takes the time it takes.
 */
export async function messageBusContract(t: Test, under: BusUnderTest): Promise<void> {
  await t.test(`the message bus contract, over ${under.name}`, async (t) => {
    t.teardown(() => under.destroy())
    await topicsContract(t, under)
    await publishingContract(t, under)
    await readingContract(t, under)
    await consumingContract(t, under)
    await groupsContract(t, under)
    await lifecycleContract(t, under)
    await derivedContract(t, under)
  })
}
