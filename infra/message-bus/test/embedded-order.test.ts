import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { orderFaults, placeOf } from '../contract/lab.ts'
import { openEmbeddedBus } from '../embedded/index.ts'
import type { BusMessage, Consumer } from '../message-bus.ts'

type Step =
  | { readonly kind: 'publish'; readonly keys: readonly number[] }
  | {
      readonly kind: 'join'
      readonly refuseEvery: number
      readonly batchSize: number
      readonly turns: number
    }
  | { readonly kind: 'leave'; readonly which: number }

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('publish' as const),
        keys: fc.array(fc.nat(9), { maxLength: 40 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('join' as const),
        refuseEvery: fc.integer({ min: 2, max: 5 }),
        batchSize: fc.integer({ min: 1, max: 20 }),
        turns: fc.nat(3),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), which: fc.nat(5) }) },
  ),
  { minLength: 3, maxLength: 14 },
)

/** Carries the steps out on a bus of its own; gives back what was wrong. */
async function faultsOf(path: string, plan: readonly Step[]): Promise<string[]> {
  const bus = await openEmbeddedBus({ path })
  await bus.provision([
    { name: 'one', partitions: 3 },
    { name: 'two', partitions: 3 },
  ])
  const accepted: BusMessage[] = []
  const distinct = new Set<string>()
  const underWay = new Set<string>()
  const faults: string[] = []
  const consumers: Consumer[] = []
  let published = 0
  let look = () => {}

  const join = async ({ refuseEvery, batchSize, turns }: Omit<Extract<Step, { kind: 'join' }>, 'kind'>) => {
    let batches = 0
    const onBatch = async (messages: readonly BusMessage[]) => {
      const places = messages.map(placeOf)
      for (const place of places) if (underWay.has(place)) faults.push(`${place} is with two consumers`)
      for (const place of places) underWay.add(place)
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
      for (const place of places) underWay.delete(place)
      if (++batches % refuseEvery === 0) throw new Error('refused')
      accepted.push(...messages)
      for (const place of places) distinct.add(place)
      look()
    }
    const options = {
      group: 'group',
      topics: ['one', 'two'],
      batchSize,
      retryDelay: 1,
      onBatch,
      onError() {},
    }
    consumers.push(await bus.consume(options))
  }

  for (const step of plan) {
    if (step.kind === 'publish') {
      const topics = ['one', 'two']
      await bus.publish(
        step.keys.map((key, at) => ({ topic: topics[at % 2]!, key: `key-${key}`, value: Buffer.from('x') })),
      )
      published += step.keys.length
    } else if (step.kind === 'join') await join(step)
    else await consumers.splice(step.which % Math.max(1, consumers.length), 1)[0]?.stop()
  }
  await join({ refuseEvery: 3, batchSize: 7, turns: 1 })
  await new Promise<void>((resolve) => {
    look = () => distinct.size === published && resolve()
    look()
  })
  await bus.close()
  return [...faults, ...orderFaults(accepted)]
}

await t.test('whoever joins, leaves or refuses: every message, in the order of its key', async (t) => {
  const folder = t.testdir()
  // fast-check's own limit would leave a run under way, which then speaks when the test has ended.
  const until = performance.now() + 8_000
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      if (performance.now() < until) t.same(await faultsOf(join(folder, randomUUID()), plan), [])
    }),
    { numRuns: 30 },
  )
})
