import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { cacheFolder, kafkaJars, ownKafkaForTest } from '../kafka/index.ts'
import { findJava } from '../kafka/java.ts'

t.setTimeout(180_000)

await t.test('the cache is where the environment says, outside the checkout', async (t) => {
  t.equal(cacheFolder({ YIBIAO_CACHE: '/a', XDG_CACHE_HOME: '/b' }), '/a')
  t.equal(cacheFolder({ XDG_CACHE_HOME: '/b' }), '/b/yibiao')
  t.match(cacheFolder({}), /\.cache\/yibiao$/)
})

await t.test('without Java there is a reason, not a riddle', async (t) => {
  const missing = { code: 'YB_ENGINE_MISSING', needs: 'Java 17', message: 'Java 17 or later' }
  await t.rejects(findJava({ JAVA_HOME: '/nowhere' }), missing)
})

await t.test('jars that could not be resolved leave nothing behind', async (t) => {
  const cache = join(t.testdir(), 'cache')
  const path = process.env.PATH
  process.env.PATH = '/nowhere'
  t.teardown(() => {
    process.env.PATH = path
  })
  await t.rejects(kafkaJars(cache), { code: 'YB_ENGINE_MISSING', needs: 'Maven' })
  t.same(readdirSync(cache), [])
})

await t.test('jars that are there are not resolved again', async (t) => {
  const cache = t.testdir()
  mkdirSync(join(cache, 'kafka-4.3.0'))
  t.equal(await kafkaJars(cache), join(cache, 'kafka-4.3.0'))
})

const folder = join(t.testdir(), 'kafka')
const own = await ownKafkaForTest(t, { folder })

await t.test('a broker', { skip: 'skip' in own ? own.skip : false }, async (t) => {
  if ('skip' in own) return
  const { kafka } = own

  await t.test('answers when it has started, and no longer when it was killed', async (t) => {
    t.match(kafka, { url: `kafka://${kafka.brokers}`, brokers: /^localhost:\d+$/ })
    t.ok(await listens(kafka.brokers))
    await kafka.kill()
    t.notOk(await listens(kafka.brokers))
    t.equal(kafka.pid, undefined)
  })

  await t.test('comes back on the same port and keeps its folder', async (t) => {
    const { brokers } = kafka
    await kafka.restart()
    t.equal(kafka.brokers, brokers)
    t.ok(await listens(brokers))
    await kafka.stop()
    await kafka.stop()
    t.ok(existsSync(join(folder, 'data', 'meta.properties')))
  })

  await t.test('ends with the process that started it, even by kill -9', async (t) => {
    const script = fileURLToPath(new URL('fixtures/starts-kafka.ts', import.meta.url))
    const parent = spawn(process.execPath, [script, join(t.testdir(), 'kafka')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]
    const { pid, brokers } = JSON.parse(line.toString()) as { pid: number; brokers: string }
    t.ok(await listens(brokers))
    const gone = connection(brokers)
    parent.kill('SIGKILL')
    await gone
    // The system takes a dying process's sockets one after the other.
    while (await listens(brokers)) t.comment('it still listens')
    t.pass(`process ${pid} is gone`)
  })
})

function address(brokers: string) {
  return { host: 'localhost', port: Number(brokers.split(':')[1]) }
}

async function listens(brokers: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(address(brokers), () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Resolves when the other side is gone. */
async function connection(brokers: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const socket = connect(address(brokers))
    socket.once('error', () => resolve())
    socket.once('close', () => resolve())
    socket.resume()
  })
}
