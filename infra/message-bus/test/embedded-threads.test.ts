import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { openEmbeddedBus } from '../embedded/index.ts'
import type { Command, Report } from './fixtures/thread.ts'

class Thread {
  readonly worker: Worker
  readonly #exit: Promise<unknown>
  readonly got: string[] = []
  readonly partitions = new Set<number>()
  onGot: (keys: readonly string[]) => void = () => {}

  constructor(path: string) {
    this.worker = new Worker(join(import.meta.dirname, 'fixtures/thread.ts'), { workerData: path })
    // Listened for from the start: a thread's exit may be told in the same turn as its last report.
    this.#exit = once(this.worker, 'exit')
    this.worker.on('message', (report: Report) => {
      if (!('got' in report)) return
      this.got.push(...report.got)
      for (const partition of report.partitions) this.partitions.add(partition)
      this.onGot(report.got)
    })
  }

  async close(): Promise<void> {
    await this.tell({ do: 'close' })
    await this.#exit
  }

  async tell(command: Command): Promise<void> {
    const done = new Promise<void>((resolve) => {
      const listen = (report: Report) => {
        if (!('did' in report) || report.did !== command.do) return
        this.worker.off('message', listen)
        resolve()
      }
      this.worker.on('message', listen)
    })
    this.worker.postMessage(command)
    await done
  }
}

const keys = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`)

await t.test('publishing in one thread wakes consumers in another, both ways', async (t) => {
  const path = t.testdir()
  const bus = await openEmbeddedBus({ path })
  const thread = new Thread(path)
  await thread.tell({ do: 'provision', topic: 'topic', partitions: 2 })
  let arrived = (_key: string) => {}
  await bus.consume({
    group: 'here',
    topics: ['topic'],
    onBatch: async (messages) => arrived(messages[0]!.key),
  })
  await thread.tell({ do: 'consume', topic: 'topic', group: 'there' })
  for (let round = 0; round < 20; round++) {
    const here = new Promise<string>((resolve) => {
      arrived = resolve
    })
    const there = new Promise<readonly string[]>((resolve) => {
      thread.onGot = resolve
    })
    const key = `round-${round}`
    if (round % 2 === 0) await thread.tell({ do: 'publish', topic: 'topic', keys: [key] })
    else await bus.publish([{ topic: 'topic', key, value: Buffer.from(key) }])
    t.equal(await here, key)
    t.same(await there, [key])
  }
  await thread.close()
  await bus.close()
})

await t.test('a group shares its partitions over threads, also when one leaves or dies', async (t) => {
  const path = t.testdir()
  const bus = await openEmbeddedBus({ path })
  await bus.provision([{ name: 'topic', partitions: 8 }])
  const threads = [new Thread(path), new Thread(path), new Thread(path)]
  const seen = new Set<string>()
  let look = () => {}
  const until = async (condition: () => boolean) => {
    await new Promise<void>((resolve) => {
      look = () => condition() && resolve()
      look()
    })
  }
  for (const thread of threads) {
    thread.onGot = (got) => {
      for (const key of got) seen.add(key)
      look()
    }
    await thread.tell({ do: 'consume', topic: 'topic', group: 'group' })
  }
  let published = 0
  const publish = async (prefix: string) => {
    const messages = keys(prefix, 64).map((key) => ({ topic: 'topic', key, value: Buffer.from(key) }))
    await bus.publish(messages)
    published += messages.length
  }
  const [first, second, third] = threads as [Thread, Thread, Thread]
  // A rebalance takes the time it takes: rounds are published until one is shared as evenly as can be.
  const shares = () => threads.map((thread) => thread.partitions.size).sort()
  for (let round = 0; shares().join() !== '2,3,3'; round++) {
    for (const thread of threads) thread.partitions.clear()
    await publish(`shared-${round}`)
    await until(() => seen.size === published)
  }
  t.equal(threads.flatMap((thread) => thread.got).length, published, 'nothing came twice')

  await first.tell({ do: 'stop' })
  await publish('after one left')
  await until(() => seen.size === published)

  await second.worker.terminate()
  await publish('after one died')
  await until(() => seen.size === published)
  t.ok(third.got.filter((key) => key.startsWith('after one died')).length === 64)

  for (const thread of [first, third]) {
    await thread.close()
  }
  const standing = await bus.offsets('group', ['topic'])
  t.ok(standing.every(({ committed, latest }) => committed === latest))
  await bus.close()
})

await t.test('the partitions of a thread that died before it could be heard of are taken over', async (t) => {
  const path = t.testdir()
  const bus = await openEmbeddedBus({ path })
  await bus.provision([{ name: 'topic', partitions: 2 }])
  const thread = new Thread(path)
  const got = new Promise<void>((resolve) => {
    thread.onGot = () => resolve()
  })
  await thread.tell({ do: 'consume', topic: 'topic', group: 'group' })
  await bus.publish(keys('before', 20).map((key) => ({ topic: 'topic', key, value: Buffer.from(key) })))
  await got
  await thread.tell({ do: 'freeze' })
  const late = await openEmbeddedBus({ path })
  const seen = new Set<string>()
  const all = Promise.withResolvers<void>()
  await late.consume({
    group: 'group',
    topics: ['topic'],
    onBatch: async (messages) => {
      for (const { key } of messages) if (key.startsWith('after')) seen.add(key)
      if (seen.size === 20) all.resolve()
    },
  })
  await thread.worker.terminate()
  await bus.publish(keys('after', 20).map((key) => ({ topic: 'topic', key, value: Buffer.from(key) })))
  await all.promise
  t.equal(seen.size, 20)
  await Promise.all([bus.close(), late.close()])
})

await t.test('threads that publish at once share the offsets without gap or repetition', async (t) => {
  const path = t.testdir()
  const bus = await openEmbeddedBus({ path })
  await bus.provision([{ name: 'topic', partitions: 2 }])
  const threads = [new Thread(path), new Thread(path)]
  const rounds = threads.map(async (thread, at) => {
    for (let round = 0; round < 20; round++) {
      await thread.tell({ do: 'publish', topic: 'topic', keys: keys(`${at}-${round}`, 10) })
    }
    await thread.close()
  })
  await Promise.all(rounds)
  const stored = [await bus.read('topic', 0, 0, 1_000), await bus.read('topic', 1, 0, 1_000)]
  for (const messages of stored) t.ok(messages.every(({ offset }, at) => offset === at))
  t.equal(new Set(stored.flat().map(({ key }) => key)).size, 400)
  await bus.close()
})
