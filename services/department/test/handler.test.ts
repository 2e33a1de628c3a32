import t from 'tap'
import type { Connector } from '../index.ts'
import { faultyBus } from './support/faulty-bus.ts'
import { ManualScheduler } from './support/manual-scheduler.ts'
import { filing, note, record, settingOf } from './support/setting.ts'

const granted = {
  type: 'yibiao.approval.granted.v1',
  subject: record,
  filing,
  data: { approval: `${filing}/food-trading`, round: 1 },
}

t.test('a handler that fails is called again with a growing wait, and nothing of it is kept', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const scheduler = new ManualScheduler()
  const attempts: unknown[] = []
  const waits: number[] = []
  const system = connector({ scheduler })
  system.subscribe(async ({ sequence }, tx) => {
    attempts.push(await tx.get('seen'))
    tx.put('seen', sequence)
    if (attempts.length < 4) throw new Error('the other system is down')
  })
  await system.start()
  await exchange.feed(note('one'))
  const handled = exchange.acknowledged()
  while (attempts.length < 4) {
    const before = attempts.length
    while (attempts.length === before) {
      const retry = scheduler.waits.filter((ms) => ms < 1000)
      if (retry.length > 0) {
        waits.push(...retry)
        t.match(system.status(), { state: 'retrying', sequence: 0 })
        scheduler.pass()
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  t.same(waits, [5, 10, 20])
  t.same(attempts, [undefined, undefined, undefined, undefined])
  while (system.status().sequence === 0) await new Promise((resolve) => setImmediate(resolve))
  scheduler.pass()
  await handled
  t.match(system.status(), { state: 'running', sequence: 1 })
})

t.test('a failing message does not undo those before it', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const handled: number[] = []
  const system = connector()
  let fail = true
  system.subscribe(({ sequence }) => {
    handled.push(sequence)
    if (sequence === 3 && fail) {
      fail = false
      throw new Error('not yet')
    }
  })
  await exchange.feed(note('one'), note('two'), note('three'), note('four'))
  await system.start()
  await exchange.acknowledged()
  t.same(handled, [1, 2, 3, 3, 4])
})

t.test('a failing message leaves nothing in the own tables and the local copy', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const scheduler = new ManualScheduler()
  const failed = Promise.withResolvers<void>()
  const system = connector({ scheduler })
  await system.transact(({ sql }) => sql.exec('CREATE TABLE own (sequence INTEGER)'))
  system.subscribe(({ sequence }, tx) => {
    tx.sql.prepare('INSERT INTO own VALUES (?)').run(sequence)
    if (sequence === 2) {
      failed.resolve()
      throw new Error('not yet')
    }
  })
  const set = (after: string) => ({
    ...note('set'),
    data: { reason: 'set', changes: [{ path: '/status', after }] },
  })
  await exchange.feed(set('1'), set('2'))
  await system.start()
  await failed.promise
  t.same(await system.transact(({ sql }) => sql.prepare('SELECT sequence FROM own').pluck().all()), [1])
  t.same((await system.localRecord(record))?.values.get('/status'), '1')
})

t.test('what a handler says and writes is there exactly when its message is taken', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  system.subscribe((_delivery, tx) => {
    tx.sql.exec('CREATE TABLE IF NOT EXISTS own (approval TEXT)')
    tx.sql.prepare('INSERT INTO own VALUES (?)').run('x')
    tx.publish(granted)
  })
  await system.start()
  await exchange.feed(note('one'), note('two'))
  const [first, second] = await exchange.until((said) => {
    const own = said.filter(({ type }) => type === granted.type)
    return own.length === 2 && own
  })
  // Ids follow from the message answered, so that the same thing said again is the same message.
  t.match(first, { id: 'feed/1/1', causationid: 'event-1' })
  t.match(second, { id: 'feed/2/1', causationid: 'event-2' })
  t.equal(await system.transact(({ sql }) => sql.prepare('SELECT count(*) FROM own').pluck().get()), 2)
})

t.test('publishing past the transaction from inside a handler is refused and does not hang', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system: Connector = connector()
  let thrown: unknown
  system.subscribe(async () => {
    await system.publish(granted).catch((error: unknown) => {
      thrown = error
    })
  })
  await system.start()
  await exchange.feed(note('one'))
  await exchange.acknowledged()
  t.match(thrown, { code: 'YB_CONNECTOR_USAGE' })
})

t.test('a transaction used after its handler is refused', async (t) => {
  const { exchange, connector } = await settingOf(t)
  let late = () => {}
  const system = connector()
  system.subscribe((_delivery, tx) => {
    late = () => void tx.publish(granted)
  })
  await system.start()
  await exchange.feed(note('one'))
  await exchange.acknowledged()
  t.throws(() => late(), /transaction is over/)
})

t.test('refusals of own messages go to their own handler', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  const live: string[] = []
  const refused: unknown[] = []
  system.subscribe(({ event }) => void live.push(event.type))
  system.onRefused(({ event }) => void refused.push([event.data.messageid, event.data.problem.code]))
  await system.start()
  await exchange.feed(note('one'), {
    type: 'yibiao.message.refused.v1',
    subject: record,
    data: { messageid: 'm-1', problem: { code: 'YB_APPROVAL_STATE', issues: [] } },
  })
  await exchange.acknowledged()
  t.same(live, ['yibiao.record.changed.v1'])
  t.same(refused, [['m-1', 'YB_APPROVAL_STATE']])
})

t.test('stopping ends a wait between attempts at once', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const called = Promise.withResolvers<void>()
  const system = connector({ retry: { first: 600_000, longest: 600_000 } })
  system.subscribe(() => {
    called.resolve()
    throw new Error('no')
  })
  await system.start()
  await exchange.feed(note('one'))
  await called.promise
  t.same(await system.stop(5000), { drained: true, pending: 0 })
  t.equal(system.status().state, 'stopped')
})

t.test('stopping does not wait for a handler longer than its deadline', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const called = Promise.withResolvers<void>()
  const hang = Promise.withResolvers<void>()
  const system = connector()
  system.subscribe(() => {
    called.resolve()
    return hang.promise
  })
  await system.start()
  await exchange.feed(note('one'))
  await called.promise
  t.match(await system.stop(1000), { drained: false })
  hang.resolve()
})

t.test('a receipt that cannot be sent is sent later', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const faulty = faultyBus(exchange.bus)
  faulty.fault = 'YB_BUS_UNAVAILABLE'
  const applied = Promise.withResolvers<void>()
  const system = connector({ bus: faulty.bus })
  system.subscribe(() => applied.resolve())
  await system.start()
  await exchange.feed(note('one'))
  await applied.promise
  while (faulty.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
  faulty.fault = undefined
  t.match(await exchange.acknowledged(), { data: { sequence: 1 } })
})
