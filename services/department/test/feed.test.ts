import t from 'tap'
import { Rejection } from '../index.ts'
import { testHistory } from './support/exchange.ts'
import { note, record, settingOf } from './support/setting.ts'

t.test('messages come one after another in feed order', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const seen: number[] = []
  const system = connector()
  system.subscribe(async ({ sequence }) => {
    await Promise.resolve()
    seen.push(sequence)
  })
  await exchange.feed(note('one'), note('two'), note('three'))
  await system.start()
  await exchange.feed(note('four'))
  await exchange.acknowledged()
  t.same(seen, [1, 2, 3, 4])
  t.match(system.status(), { state: 'running', ...exchange.head, pending: 0 })
})

t.test('a message that comes again is dropped', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const seen: number[] = []
  const system = connector()
  system.subscribe(({ sequence }) => void seen.push(sequence))
  await system.start()
  const [first, second] = await exchange.feed(note('one'), note('two'))
  await exchange.put(second!, first!, second!)
  await exchange.feed(note('three'))
  await exchange.acknowledged()
  t.same(seen, [1, 2, 3])
})

t.test('the handler sees the event, its changes and the local copy with them', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  let local: unknown
  system.subscribe(async ({ event, changes }, tx) => {
    local = (await tx.localRecord(event.subject))?.values.get(changes[0]?.path ?? '')
  })
  await system.start()
  const changes = [{ path: '/name/full', before: null, after: '吉林市松花江餐饮有限公司' }]
  await exchange.feed({ ...note('named'), data: { reason: 'named', changes } })
  await exchange.acknowledged()
  t.equal(local, '吉林市松花江餐饮有限公司')
})

t.test('the local copy is folded from the changes, by path and revision', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  system.subscribe(() => undefined)
  await system.start()
  const set = (path: string, before: unknown, after: unknown) => ({
    ...note('set'),
    data: { reason: 'set', changes: [{ path, before, after }] },
  })
  await exchange.feed(set('/uscc', null, 'A'), set('/status', null, '1'), set('/uscc', 'A', 'B'))
  await exchange.feed(set('/status', '1', null))
  await exchange.acknowledged()
  const copy = await system.localRecord(record)
  t.equal(copy?.revision, 4)
  t.same([...(copy?.values ?? [])], [['/uscc', 'B']])
  t.equal(await system.localRecord('nobody'), undefined)
})

t.test('a gap is filled from the topic', async (t) => {
  const { exchange, connector } = await settingOf(t)
  await exchange.feed(note('one'), note('two'), note('three'))
  // A store set back to before what the bus believes delivered: the bus goes on with four.
  const early = connector({ database: 'early.db' })
  early.subscribe(() => undefined)
  await early.start()
  await exchange.acknowledged()
  await early.stop()
  const seen: number[] = []
  const late = connector({ database: 'late.db' })
  late.subscribe(({ sequence }) => void seen.push(sequence))
  await late.start()
  await exchange.feed(note('four'))
  await exchange.acknowledged()
  t.same(seen, [1, 2, 3, 4])
  t.equal(late.status().state, 'running')
})

t.test('a gap that the topic cannot fill stops the connector', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const seen: number[] = []
  const halted = Promise.withResolvers<unknown>()
  const system = connector({ onHalt: halted.resolve })
  system.subscribe(({ sequence }) => void seen.push(sequence))
  await system.start()
  await exchange.feed(note('one'))
  exchange.make(note('lost'))
  await exchange.feed(note('three'))
  t.match(await halted.promise, { reason: 'gap', last: 1 })
  t.same(seen, [1])
  t.match(system.status(), { state: 'halted', sequence: 1, halt: { reason: 'gap' } })
})

t.test('a halted connector goes on when what was missing has come', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const halted = Promise.withResolvers<unknown>()
  const first = connector({ onHalt: halted.resolve })
  first.subscribe(() => undefined)
  await first.start()
  const messages = [note('one'), note('two'), note('three')].map((draft) => exchange.make(draft))
  await exchange.put(messages[0]!, messages[2]!)
  await halted.promise
  await first.stop()
  // Whoever sent it sends again from the missing one on.
  await exchange.put(messages[1]!, messages[2]!)
  const seen: number[] = []
  const second = connector()
  second.subscribe(({ sequence }) => void seen.push(sequence))
  await second.start()
  await exchange.feed(note('four'))
  await exchange.acknowledged()
  t.same(seen, [2, 3, 4])
  t.equal(second.status().state, 'running')
})

t.test('another digest stops the connector before anything is applied', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const seen: number[] = []
  const halted = Promise.withResolvers<unknown>()
  const system = connector({ onHalt: halted.resolve })
  system.subscribe(({ sequence }) => void seen.push(sequence))
  await system.start()
  await exchange.feed(note('one'))
  const second = exchange.make(note('two'))
  await exchange.put({ ...second, value: Buffer.from(second.value.toString().replace('two', 'TWO')) })
  t.match(await halted.promise, { reason: 'divergence', last: 1 })
  t.same(seen, [1])
})

t.test('another message under the last number stops the connector', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const halted = Promise.withResolvers<unknown>()
  const system = connector({ onHalt: halted.resolve })
  system.subscribe(() => undefined)
  await system.start()
  const [first] = await exchange.feed(note('one'))
  await exchange.put({ ...first!, digest: 'f'.repeat(64) })
  t.match(await halted.promise, { reason: 'divergence', last: 1 })
})

t.test('another history stops the connector', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const halted = Promise.withResolvers<{ readonly detail: string }>()
  const system = connector({ onHalt: halted.resolve })
  system.subscribe(() => undefined)
  await system.start()
  await exchange.feed(note('one'))
  await exchange.put(exchange.make(note('two'), { historyid: 'history-2' }))
  const halt = await halted.promise
  t.match(halt, { reason: 'history', last: 1 })
  t.match(halt.detail, testHistory)
})

t.test('what is no feed message stops the connector', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const halted = Promise.withResolvers<unknown>()
  const system = connector({ onHalt: halted.resolve })
  system.subscribe(() => undefined)
  await system.start()
  await exchange.put({ ...exchange.make(note('one')), value: Buffer.from('{"id":1}') })
  t.match(await halted.promise, { reason: 'unreadable', last: 0 })
})

t.test('a rejected message goes on record, leaves nothing behind, and the feed goes on', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  system.subscribe(({ sequence }, tx) => {
    tx.put('last', sequence)
    tx.sql.exec('CREATE TABLE IF NOT EXISTS own (sequence INTEGER)')
    tx.sql.prepare('INSERT INTO own VALUES (?)').run(sequence)
    if (sequence === 2) throw new Rejection('No such branch office here.')
  })
  await system.start()
  await exchange.feed(note('one'), note('two'))
  const rejected = await exchange.until((said) => said.find(({ type }) => type === 'yibiao.feed.rejected.v1'))
  t.match(rejected, { subject: 'TAX', data: { sequence: 2, reason: 'No such branch office here.' } })
  await exchange.acknowledged()
  t.equal(await system.transact((tx) => tx.get('last')), 1)
  await exchange.feed(note('three'))
  await exchange.acknowledged()
  t.equal(await system.transact((tx) => tx.get('last')), 3)
  t.same(await system.transact(({ sql }) => sql.prepare('SELECT sequence FROM own').pluck().all()), [1, 3])
})

t.test('a message whose values are of the wrong kind is rejected', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const system = connector()
  system.subscribe(() => void t.fail('it must not reach the handler'))
  await system.start()
  await exchange.feed({ ...note('x'), data: { reason: 7 } })
  const { data } = await exchange.until((said) => said.find(({ type }) => type === 'yibiao.feed.rejected.v1'))
  t.match(data, { sequence: 1, reason: '/data/reason must be string' })
})

t.test('what later versions add and types that are unknown are taken', async (t) => {
  const { exchange, connector } = await settingOf(t)
  const types: string[] = []
  const system = connector()
  system.subscribe(({ event }) => void types.push(event.type))
  await system.start()
  await exchange.feed(
    { ...note('x'), data: { reason: 'x', added: { later: true } } },
    { ...note('x'), type: 'yibiao.record.merged.v7', data: { into: 'X' } },
  )
  await exchange.acknowledged()
  t.same(types, ['yibiao.record.changed.v1', 'yibiao.record.merged.v7'])
})
