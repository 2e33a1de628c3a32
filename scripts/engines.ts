/**
 * `npm run engines`: a real Apache Kafka and a real PostgreSQL on loopback, until Ctrl-C. Their data stays in a folder, so
 * that the next start goes on where this one stopped.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Kafka, startKafka } from '@yibiao/engines/kafka'
import { type Postgres, startPostgres } from '@yibiao/engines/postgres'

const usage = `npm run engines -- [options]
  --data <folder>           where they keep their data (default .yibiao-engines)
  --kafka-port <port>       default 9092
  --postgres-port <port>    default 5432`

/** PostgreSQL's code for a database that exists. */
const duplicateDatabase = '42P04'

const write = (text: string) => process.stdout.write(`${text}\n`)

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.yibiao-engines' },
    'kafka-port': { type: 'string', default: '9092' },
    'postgres-port': { type: 'string', default: '5432' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) write(usage)
else await serve(resolve(values.data), Number(values['kafka-port']), Number(values['postgres-port']))

async function serve(folder: string, kafkaPort: number, postgresPort: number): Promise<void> {
  const ended = signalled()
  const began = performance.now()
  const engines: (Kafka | Postgres)[] = []
  // Whoever starts them as root gives PostgreSQL an account of its own, which must get this far.
  mkdirSync(folder, { recursive: true })
  try {
    const [kafka, postgres] = await Promise.all([
      startKafka({ folder: join(folder, 'kafka'), port: kafkaPort }),
      startPostgres({ folder: join(folder, 'postgres'), port: postgresPort }),
    ])
    engines.push(kafka, postgres)
    const history = await databaseOf(postgres)
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    const options = `--bus ${kafka.url} --store '${history}' --database '${history}'`
    write(`ready in ${seconds} s · 就绪\n`)
    write(`Kafka       ${kafka.url}`)
    write(`PostgreSQL  ${history}\n`)
    write('all roles in one process · 全部角色，一个进程')
    write(`  npx yibiao start ${options}\n`)
    write('one role a process · 每个角色一个进程')
    for (const role of ['ledger', 'relay', 'projector', 'clock', 'gateway', 'department --department TAX'])
      write(`  npx yibiao start --role ${role} ${options}`)
    write('\nCtrl-C stops both · Ctrl-C 停止')
    await ended
  } finally {
    await Promise.all(engines.map((engine) => engine.stop()))
  }
}

/** The database `yibiao`, made by the first start. */
async function databaseOf(postgres: Postgres): Promise<string> {
  try {
    return await postgres.createDatabase('yibiao')
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== duplicateDatabase) throw error
    const url = new URL(postgres.url)
    url.pathname = '/yibiao'
    return url.href
  }
}

/** Waits for a signal, and keeps this process alive until then. */
function signalled(): Promise<void> {
  return new Promise((end) => {
    const alive = setInterval(() => undefined, 2 ** 30)
    const once = () => {
      clearInterval(alive)
      end()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, once)
  })
}
