import type { EventStore } from '@yibiao/event-store'
import { StoreError } from '@yibiao/event-store'
import t from 'tap'
import { file, newFolder, openExchange } from './support/exchange.ts'

t.test('it makes what is missing, catches up and then follows', async (t) => {
  const exchange = await openExchange(newFolder(t))
  t.teardown(exchange.close)
  await file(exchange.store, 'R1')
  await exchange.projector.start()
  t.equal(await exchange.model.waitFor(1, 10_000), true)
  const position = await file(exchange.store, 'R2')
  t.equal(await exchange.model.waitFor(position, 10_000), true)
  t.match((await exchange.model.record('R2')).value, { record: 'R2', revision: 1 })
  t.match(exchange.projector.health(), { state: 'live', position, frozen: [] })
})

t.test('what it has done is still there after a restart, and it goes on behind it', async (t) => {
  const folder = newFolder(t)
  const first = await openExchange(folder)
  await first.projector.start()
  await first.model.waitFor(await file(first.store, 'R1'), 10_000)
  await first.close()
  t.equal(first.projector.health().state, 'stopped')
  const second = await openExchange(folder)
  t.teardown(second.close)
  await second.projector.start()
  await second.model.waitFor(await file(second.store, 'R2'), 10_000)
  t.equal((await second.model.filings({})).items.length, 2)
  t.ok(
    (await second.model.builds()).every((row) => row.build === 1),
    'nothing was built again',
  )
})

/** A store whose subscription breaks off after its first batch, a number of times. */
function breaking(store: EventStore, times: number): EventStore {
  let left = times
  return Object.create(store, {
    subscribe: {
      value: (options: Parameters<EventStore['subscribe']>[0]) => {
        const subscription = store.subscribe({ ...options, batchSize: 1 })
        if (left === 0) return subscription
        left -= 1
        return (async function* () {
          for await (const batch of subscription) {
            yield batch
            throw new StoreError('YB_STORE_UNAVAILABLE', 'broken on purpose')
          }
        })()
      },
    },
    readAll: { value: store.readAll.bind(store) },
    readStream: { value: store.readStream.bind(store) },
    head: { value: store.head.bind(store) },
  }) as EventStore
}

t.test('when the store breaks off it goes on where it was', async (t) => {
  const exchange = await openExchange(newFolder(t))
  await exchange.projector.start()
  await exchange.projector.stop()
  for (const record of ['R1', 'R2', 'R3']) await file(exchange.store, record)
  const { createProjector } = await import('@yibiao/projector')
  const { createMetrics, silentLogger, systemClock } = await import('@yibiao/telemetry')
  const { references } = await import('./support/exchange.ts')
  const metrics = createMetrics()
  const { database, bus } = exchange
  const store = breaking(exchange.store, 2)
  const projector = createProjector({
    store,
    database,
    bus,
    metrics,
    references,
    logger: silentLogger(),
    clock: systemClock,
  })
  t.teardown(async () => {
    await projector.stop()
    await exchange.close()
  })
  await projector.start()
  t.equal(await exchange.model.waitFor(await exchange.store.head(), 20_000), true)
  t.match(await metrics.text(), 'yibiao_projector_faults_total 2')
  t.match(await metrics.text(), 'yibiao_projector_events_total 3', 'and applied nothing twice')
})

t.test('a read database of another history stops the start, with a code', async (t) => {
  const folder = newFolder(t)
  const first = await openExchange(folder)
  await first.projector.start()
  await first.model.waitFor(await file(first.store, 'R1'), 10_000)
  await first.close()
  const { rmSync } = await import('node:fs')
  for (const end of ['', '-wal', '-shm']) rmSync(`${folder}/history.db${end}`, { force: true })
  const second = await openExchange(folder)
  t.teardown(second.close)
  await t.rejects(second.projector.start(), { code: 'YB_HISTORY_RESTORED' })
})
