import t from 'tap'
import { faultyBus } from './support/faulty-bus.ts'
import { filing, record, settingOf } from './support/setting.ts'

const granted = (id: string) => ({
  id,
  type: 'yibiao.approval.granted.v1',
  subject: record,
  filing,
  data: { approval: `${filing}/food-trading`, round: 1 },
})

t.test('publish resolves when the message is on the bus, envelope and all', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  await system.start()
  const { id, ...draft } = granted('m-1')
  t.equal(await system.publish({ ...draft, id, authtype: 'officer', authid: 'TAX-01' }), 'm-1')
  const message = await exchange.until((said) => said[0])
  t.match(message, {
    specversion: '1.0',
    id: 'm-1',
    source: '/participants/TAX',
    subject: record,
    time: '2026-09-30T01:00:00.000Z',
    authtype: 'officer',
    authid: 'TAX-01',
    data: { round: 1 },
  })
})

t.test('a message that is given no id gets one', async (t) => {
  const { exchange, connector } = await settingOf(t)
  let made = 0
  const system = connector({ ids: { uuid: () => `made-${++made}` } })
  await system.start()
  const { id: _id, ...draft } = granted('')
  t.equal(await system.publish(draft), 'made-1')
  t.equal((await exchange.until((said) => said[0])).id, 'made-1')
})

t.test('a wrong message is refused with every problem at once, and nothing is kept', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  await system.start()
  const wrong = { ...granted('m-1'), subject: 'nobody', data: { approval: 7, round: 0 } }
  const error = await system.publish(wrong).then(
    () => t.fail('it was taken'),
    (thrown: unknown) => thrown,
  )
  t.match(error, { code: 'YB_MESSAGE_ENVELOPE' })
  const pointers = (error as { problem: { issues: { pointer: string }[] } }).problem.issues.map(
    ({ pointer }) => pointer,
  )
  t.same(pointers.sort(), ['/data/approval', '/data/round', '/subject'])
  t.equal(system.status().pending, 0)
  await system.publish(granted('m-2'))
  t.same(
    (await exchange.until((said) => said.length > 0 && said)).map(({ id }) => id),
    ['m-2'],
  )
})

t.test('what the bus does not take now goes out later, in order and in one batch', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const faulty = faultyBus(exchange.bus)
  faulty.fault = 'YB_BUS_UNAVAILABLE'
  const system = connector({ bus: faulty.bus })
  await system.start()
  const ids = ['m-1', 'm-2', 'm-3']
  const published = ids.map((id) => system.publish(granted(id)))
  await system.transact(() => undefined)
  t.equal(system.status().pending, 3)
  faulty.fault = undefined
  await Promise.all(published)
  t.same(
    (await exchange.until((said) => said.length === 3 && said)).map(({ id }) => id),
    ids,
  )
  t.match(system.status(), { pending: 0, state: 'running' })
})

t.test('a fault that will not mend is told to who published, and the message is kept', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const faulty = faultyBus(exchange.bus)
  faulty.fault = 'YB_BUS_FORBIDDEN'
  const system = connector({ bus: faulty.bus })
  await system.start()
  await t.rejects(system.publish(granted('m-1')), { code: 'YB_BUS_FORBIDDEN' })
  t.match(system.status(), { pending: 1, state: 'retrying', fault: 'outbox: YB_BUS_FORBIDDEN' })
  faulty.fault = undefined
  t.equal((await exchange.until((said) => said[0])).id, 'm-1')
})

t.test('what is still in the outbox at the end goes out at the next start', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const faulty = faultyBus(exchange.bus)
  faulty.fault = 'YB_BUS_UNAVAILABLE'
  const first = connector({ bus: faulty.bus })
  await first.start()
  const published = first.publish(granted('m-1'))
  published.catch(() => undefined)
  await first.transact(() => undefined)
  t.same(await first.stop(500), { drained: false, pending: 1 })
  await t.rejects(published, { code: 'YB_CONNECTOR_STOPPED' })
  await t.rejects(first.publish(granted('m-2')), { code: 'YB_CONNECTOR_STOPPED' })
  const second = connector()
  await second.start()
  t.equal((await exchange.until((said) => said[0])).id, 'm-1')
})

t.test('an id that is waiting with other content is a mistake', async (t) => {
  const { connector } = await settingOf(t)
  const system = connector()
  await t.rejects(
    system.transact((tx) => {
      tx.publish(granted('m-1'))
      tx.publish({ ...granted('m-1'), data: { approval: `${filing}/other`, round: 1 } })
    }),
    { code: 'YB_CONNECTOR_USAGE' },
  )
  t.equal(system.status().pending, 0)
})

t.test('a transaction that fails says nothing and keeps nothing', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  await system.start()
  const failed = system.transact((tx) => {
    tx.sql.exec('CREATE TABLE own (n INTEGER)')
    tx.put('key', 'value')
    tx.publish(granted('m-1'))
    tx.afterCommit(() => void t.fail('nothing was committed'))
    throw new Error('no')
  })
  await t.rejects(failed, { message: 'no' })
  await system.publish(granted('m-2'))
  t.same(
    (await exchange.until((said) => said.length > 0 && said)).map(({ id }) => id),
    ['m-2'],
  )
  await system.transact(async (tx) => {
    t.equal(await tx.get('key'), undefined)
    t.throws(() => tx.sql.prepare('SELECT * FROM own'), /no such table/)
  })
})
