/**
 * A sandbox on a real Kafka for a department's own program: `npx node examples/departments/town.ts STATS`.
 *
 * Everything is in this one process and in the folder .yibiao, and every chair is taken by a reference system, but for the
 * participants named. Ends with Ctrl-C; the next start goes on where this one stopped.
 */
import { referenceSystemCodes, startReferenceSystem } from '@yibiao/department/reference-systems'
import { startKafka } from '@yibiao/engines/kafka'
import { configure, startExchange } from '@yibiao/exchange'
import { createLogger, systemClock } from '@yibiao/telemetry'

const data = '.yibiao'
const yours = process.argv.slice(2)

const ended = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
const kafka = await startKafka({ port: 9092, folder: `${data}/kafka` })
const exchange = await startExchange({
  configuration: configure({ data, bus: kafka.url, departments: false }),
})
const logger = createLogger({ name: 'departments', level: 'warn' })
const common = { bus: exchange.engines.bus, folder: `${data}/departments`, logger, clock: systemClock }
const others = referenceSystemCodes.filter((code) => !yours.includes(code))
const systems = await Promise.all(others.map((code) => startReferenceSystem(code, common)))
process.stdout.write(
  `Kafka ${kafka.brokers}, exchange ${exchange.address}, waiting for ${yours.join(', ')}\n`,
)

await ended
await Promise.all(systems.map((system) => system.stop()))
await exchange.stop()
await kafka.stop()
