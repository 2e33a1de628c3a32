import { standardProjections, verifyProjections } from '@yibiao/projections'
import { eventIdOf } from '@yibiao/schemas'
import t from 'tap'
import {
  completed,
  type Exchange,
  file,
  newFolder,
  openExchange,
  references,
  request,
  told,
} from './support/exchange.ts'

async function started(t: { teardown(work: () => unknown): void }, folder = newFolder(t)): Promise<Exchange> {
  const exchange = await openExchange(folder)
  t.teardown(exchange.close)
  for (const record of ['R1', 'R2', 'R3']) await file(exchange.store, record)
  await exchange.projector.start()
  await exchange.model.waitFor(await exchange.store.head(), 10_000)
  return exchange
}

const tamper = ({ database }: Exchange) =>
  database.transaction((session) =>
    session.run(`UPDATE search__1 SET view = replace(view, '吉林市R1', '假市R1')`),
  )

t.test('a rebuild that equals the live copy is done, and told with its figures', async (t) => {
  const exchange = await started(t)
  await request(exchange.store, 'O1', 'rebuild', { projection: 'search' })
  const done = await completed(exchange, 'O1')
  t.match(done, {
    outcome: 'done',
    result: { projection: 'search', differing: 0, rows: 3, switched: true, build: 2 },
  })
  const [message] = await told(exchange.bus)
  t.match(message, {
    id: eventIdOf('/operations', 'O1', 1),
    source: '/participants/OPERATOR',
    type: 'yibiao.operation.completed.v1',
    authtype: 'system',
  })
  t.match(await exchange.model.jobs(), [{ operation: 'O1', kind: 'rebuild', subject: 'search', ended: true }])
})

t.test(
  'a rebuild that differs says where, without values, and a switch with its digest is obeyed',
  async (t) => {
    const exchange = await started(t)
    await tamper(exchange)
    await request(exchange.store, 'O1', 'rebuild', { projection: 'search' })
    const differs = await completed(exchange, 'O1')
    t.match(differs, {
      outcome: 'differs',
      result: { switched: false, differing: 1, differences: [{ key: 'R1', path: '/name' }] },
    })
    t.notMatch(JSON.stringify(differs), '假市')

    await request(exchange.store, 'O2', 'switch', { projection: 'search', accept: 'f'.repeat(64) })
    t.match(await completed(exchange, 'O2'), { outcome: 'refused', result: { why: 'other digest' } })
    await request(exchange.store, 'O3', 'switch', { projection: 'search', accept: differs.result.digest })
    t.match(await completed(exchange, 'O3'), { outcome: 'done', result: { build: 2 } })
    t.equal((await exchange.model.searchRecords({ text: '吉林市R1' })).items.length, 1)

    await request(exchange.store, 'O4', 'rollback', { projection: 'search' })
    t.match(await completed(exchange, 'O4'), { outcome: 'done', result: { build: 1 } })
    t.equal((await exchange.model.searchRecords({ text: '吉林市R1' })).items.length, 0)
  },
)

t.test('what makes no sense is refused, and the next operation is done all the same', async (t) => {
  const exchange = await started(t)
  await request(exchange.store, 'O1', 'rebuild', { projection: 'nothing' })
  await request(exchange.store, 'O2', 'rollback', { projection: 'search' })
  await request(exchange.store, 'O3', 'rebuild', { projection: 'operations' })
  t.match(await completed(exchange, 'O1'), { outcome: 'refused', result: { why: 'unknown projection' } })
  t.match(await completed(exchange, 'O2'), { outcome: 'refused', result: { why: 'no such copy' } })
  t.match(await completed(exchange, 'O3'), { outcome: 'done' })
})

t.test('a replay is not its business', async (t) => {
  const exchange = await started(t)
  await request(exchange.store, 'O1', 'replay', { participant: 'TAX' })
  await request(exchange.store, 'O2', 'rebuild', { projection: 'search' })
  await completed(exchange, 'O2')
  t.same(
    (await told(exchange.bus)).map((message) => message.data.operation),
    ['O2'],
  )
})

t.test('an effect whose telling was lost is told again after a restart, and not repeated', async (t) => {
  const completion = eventIdOf('/operations', 'O2', 1)
  const folder = newFolder(t)
  const first = await started(t, folder)
  await request(first.store, 'O1', 'rollback', { projection: 'search' })
  await request(first.store, 'O2', 'rebuild', { projection: 'search' })
  await completed(first, 'O1')
  // The completion of O2 is told, but never recorded: as if the ledger had not come to it.
  const seen = Promise.withResolvers<void>()
  const consumer = await first.bus.consume({
    group: 'watch',
    topics: ['registration.inbound.OPERATOR'],
    onBatch: async (messages) => {
      if (messages.some((message) => message.value.includes(completion))) seen.resolve()
    },
  })
  await seen.promise
  await consumer.stop()
  await first.close()

  const second = await openExchange(folder)
  t.teardown(second.close)
  await second.projector.start()
  await completed(second, 'O2')
  await request(second.store, 'O3', 'rollback', { projection: 'search' })
  await completed(second, 'O3')
  const again = (await told(second.bus)).filter((message) => message.id === completion)
  t.equal(again.length, 2)
  t.same(again[0], again[1], 'word for word')
  t.same(
    (await second.model.builds()).filter((row) => row.name === 'search').map((row) => [row.build, row.state]),
    [
      [1, 'live'],
      [2, 'old'],
    ],
  )
})

t.test('an operation that was interrupted begins anew at the next start', async (t) => {
  const folder = newFolder(t)
  const first = await started(t, folder)
  await request(first.store, 'O1', 'rebuild', { projection: 'one-form' })
  await first.model.waitFor(await first.store.head(), 10_000)
  await first.close()
  const second = await openExchange(folder)
  t.teardown(second.close)
  await second.projector.start()
  t.match(await completed(second, 'O1'), { outcome: 'done' })
  const { store, database } = second
  t.same(await verifyProjections({ store, database, projections: standardProjections(references) }), [])
})
