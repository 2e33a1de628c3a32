import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startReferenceSystem } from '@yibiao/department/reference-systems'
import { openKafkaBus, parseKafkaUrl } from '@yibiao/message-bus/kafka'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import t from 'tap'
import { configure, runFsck, startExchange } from '../index.ts'
import { submit, untilEnded } from './fixtures/filings.ts'
import { yibiao } from './support/captured-io.ts'
import { participantCodes, securedKafka } from './support/secured-kafka.ts'

/** Every role logs in with the exchange's account and every department with its own, as an operator provided them. */
t.setTimeout(300_000)

const secured = await securedKafka(t)
const folder = mkdtempSync(join(tmpdir(), 'yibiao-provision-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

const form = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as object

t.test(
  'a filing goes through with the rights provided',
  { skip: 'skip' in secured ? secured.skip : false },
  async (t) => {
    if ('skip' in secured) return
    const { admin, urlOf } = secured
    const provision = (...args: readonly string[]) => yibiao(['provision', '--acls', '--bus', admin, ...args])
    t.equal((await provision()).code, 0)

    const exchange = await startExchange({
      configuration: configure({
        ...{ data: join(folder, 'exchange'), port: 0, departments: false, logLevel: 'silent' },
        bus: urlOf('yibiao'),
      }),
    })
    const stops: (() => Promise<unknown>)[] = [() => exchange.stop()]
    t.teardown(async () => {
      for (const stop of stops.reverse()) await stop()
    })
    for (const code of participantCodes) {
      const logger = silentLogger()
      const bus = await openKafkaBus({ ...parseKafkaUrl(urlOf(code)), logger })
      stops.push(() => bus.close())
      const start = { bus, folder: join(folder, code), logger, clock: systemClock }
      const system = await startReferenceSystem(code, start)
      stops.push(() => system.stop())
    }

    const { status, filing = '' } = await submit(exchange.address, 'provisioned', form)
    t.ok(status === 201 || status === 202, `accepted: ${status}`)
    await untilEnded(exchange.address, [filing])
    const answer = await fetch(`${exchange.address}/v1/filings/${filing}`)
    t.match(await answer.json(), { filing: { state: 'COMPLETED' } })

    const { engines, identity } = exchange
    const registry = identity.division.slice(0, 4)
    t.same((await runFsck({ engines, identity, registry })).faults, [])
    t.equal((await provision('--dry-run')).code, 0, 'an exchange at work has changed nothing of it')
  },
)
