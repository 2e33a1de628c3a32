import t from 'tap'
import { ManualScheduler } from './support/manual-scheduler.ts'
import { note, settingOf } from './support/setting.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

t.test('what was applied is acknowledged at once and with its digest', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector({ scheduler: new ManualScheduler() })
  system.subscribe(() => undefined)
  await exchange.feed(note('one'), note('two'), note('three'))
  await system.start()
  const receipt = await exchange.acknowledged()
  t.match(receipt, { id: 'feed/applied/3', source: '/participants/TAX', subject: 'TAX' })
  t.same(receipt.data, { ...exchange.head, stage: 'applied' })
})

t.test('further receipts wait until a second is over, and then cover everything', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const scheduler = new ManualScheduler()
  const system = connector({ scheduler })
  system.subscribe(() => undefined)
  await system.start()
  await exchange.feed(note('one'))
  await exchange.acknowledged()
  await exchange.feed(note('two'))
  await exchange.feed(note('three'))
  while (system.status().sequence < 3) await turn()
  await turn()
  t.equal(exchange.said.length, 1)
  t.same(scheduler.waits, [1000])
  scheduler.pass()
  await exchange.acknowledged()
  t.same(
    exchange.said.map(({ id }) => id),
    ['feed/applied/1', 'feed/applied/3'],
  )
})

t.test('a message that came and cannot be applied is acknowledged as received', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  let fail = true
  system.subscribe(() => {
    if (fail) throw new Error('not yet')
  })
  await system.start()
  await exchange.feed(note('one'))
  const { data } = await exchange.until((said) => said[0])
  t.same(data, { ...exchange.head, stage: 'received' })
  fail = false
  t.match(await exchange.acknowledged(), { data: { stage: 'applied' } })
})

t.test('stopping sends the last receipt and leaves no timer behind', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const scheduler = new ManualScheduler()
  const system = connector({ scheduler })
  system.subscribe(() => undefined)
  await system.start()
  await exchange.feed(note('one'))
  await exchange.acknowledged()
  await exchange.feed(note('two'))
  while (system.status().sequence < 2) await turn()
  const stopped = await system.stop()
  t.equal(stopped.drained, true)
  t.same(scheduler.waits, [])
  await exchange.acknowledged()
})

t.test('a receipt that was lost with the process is sent at the next start', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const first = connector()
  first.subscribe(() => undefined)
  await first.start()
  await exchange.feed(note('one'))
  await exchange.acknowledged()
  await first.stop()
  const before = exchange.arrivals.length
  const second = connector()
  second.subscribe(() => undefined)
  await second.start()
  while (exchange.arrivals.length === before) await turn()
  // The same id: the exchange takes it for what it is, a repetition.
  t.equal(exchange.arrivals.at(-1)?.id, 'feed/applied/1')
})
