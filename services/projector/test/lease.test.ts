import { setTimeout as pause } from 'node:timers/promises'
import { openPostgresDatabase } from '@yibiao/database/postgres'
import { postgresForTest } from '@yibiao/engines/postgres'
import { createProjector, type Projector } from '@yibiao/projector'
import { createMetrics, silentLogger, systemClock } from '@yibiao/telemetry'
import t from 'tap'
import { file, newFolder, openExchange, references } from './support/exchange.ts'

const found = await postgresForTest(t)
const skip = found.skip ?? false
const url = 'url' in found ? found.url : ''

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(5)
}

t.test('of two projectors on one read database one keeps it and the other stands by', { skip }, async (t) => {
  const { store, bus, close } = await openExchange(newFolder(t))
  const databases = [await openPostgresDatabase({ url }), await openPostgresDatabase({ url })] as const
  const [first, second] = databases.map((database) =>
    createProjector({
      ...{ store, bus, database, references, clock: systemClock, lease: 500 },
      logger: silentLogger(),
      metrics: createMetrics(),
    }),
  ) as [Projector, Projector]
  t.teardown(async () => {
    await Promise.all([first.stop(), second.stop()])
    await Promise.all(databases.map((database) => database.close()))
    await close()
  })
  await file(store, 'R1')
  await first.start()
  await until(() => first.health().state === 'live')
  await second.start()
  await until(() => second.health().state === 'standing by')

  await first.stop()
  await until(() => second.health().state === 'live')
  t.pass('one that stops gives it up')

  // As if another had taken it and died at once.
  await databases[0].transaction((session) =>
    session.run(`UPDATE projector_lease SET holder = 'dead', beat = beat + 1 WHERE one = 1`),
  )
  await until(() => second.health().state === 'standing by')
  t.pass('one whose lease was taken does no more')
  const position = await file(store, 'R2')
  await until(() => second.health().state === 'live' && second.health().position >= position)
  t.pass('and takes it back from one that gives no sign of life')
})
