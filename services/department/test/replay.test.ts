import t from 'tap'
import { note, settingOf } from './support/setting.ts'

t.test('replays go to their own handler and change nothing of the live feed', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const live: number[] = []
  const replayed: [string | undefined, number][] = []
  const done = Promise.withResolvers<void>()
  const system = connector()
  system.subscribe(({ sequence }) => void live.push(sequence))
  system.onReplay(({ sequence, event }) => {
    replayed.push([event.replayid, sequence])
    if (replayed.length === 2) done.resolve()
  })
  await system.start()
  const messages = await exchange.feed(note('one'), note('two'), note('three'))
  await exchange.acknowledged()
  await exchange.replay('replay-1', messages[0]!, messages[2]!)
  await done.promise
  t.same(live, [1, 2, 3])
  t.same(replayed, [
    ['replay-1', 1],
    ['replay-1', 3],
  ])
  t.match(system.status(), exchange.head)
  await exchange.feed(note('four'))
  await exchange.acknowledged()
  t.same(live, [1, 2, 3, 4])
})

t.test('a replay changes no local copy', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const done = Promise.withResolvers<void>()
  const system = connector()
  system.subscribe(() => undefined)
  system.onReplay(() => done.resolve())
  await system.start()
  const set = (after: string) => ({
    ...note('set'),
    data: { reason: 'set', changes: [{ path: '/status', after }] },
  })
  const [first, second] = await exchange.feed(set('1'), set('2'))
  await exchange.acknowledged()
  await exchange.replay('replay-1', first!)
  await done.promise
  const copy = await system.localRecord(second!.key)
  t.equal(copy?.values.get('/status'), '2')
})

t.test('a replayed message is taken once, across restarts', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const taken: number[] = []
  const start = async (expected: number) => {
    const done = Promise.withResolvers<void>()
    const system = connector()
    system.subscribe(() => undefined)
    system.onReplay(({ sequence }) => {
      taken.push(sequence)
      if (taken.length === expected) done.resolve()
    })
    await system.start()
    return { system, done }
  }
  const messages = await exchange.feed(note('one'), note('two'))
  const first = await start(1)
  await exchange.replay('replay-1', messages[0]!)
  await first.done.promise
  await first.system.stop()
  const second = await start(2)
  await exchange.replay('replay-1', messages[1]!)
  await second.done.promise
  t.same(taken, [1, 2])
})

t.test('without a handler for replays they are left alone', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const live: number[] = []
  const system = connector()
  system.subscribe(({ sequence }) => void live.push(sequence))
  await system.start()
  const messages = await exchange.feed(note('one'))
  await exchange.replay('replay-1', messages[0]!)
  await exchange.feed(note('two'))
  await exchange.acknowledged()
  t.same(live, [1, 2])
})
