import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ownKafkaForTest } from '@yibiao/engines/kafka'
import { postgresForTest } from '@yibiao/engines/postgres'
import t from 'tap'
import { buildImage, checkout, deployFolder } from './support/image.ts'
import { interpolate, listOf, servicesOf } from './support/manifests.ts'
import { answerOf, freePort } from './support/waiting.ts'

/**
 * The services of the compose files as processes: the same command lines, started from what the Dockerfile makes, by the
 * image's user where this process may become another, on a real Kafka and a real PostgreSQL.
 */
t.setTimeout(160_000)
// Topics and groups have the names of the product, so nobody else may use the broker.
const kafka = await ownKafkaForTest(t)
const postgres = await postgresForTest(t)
const skip = ('skip' in kafka ? kafka.skip : postgres.skip) ?? false

t.test('what the compose files start takes a filing to its end', { skip }, async (t) => {
  if ('skip' in kafka || postgres.skip !== undefined) return
  const image = buildImage(t)
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-compose-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  copyFileSync(join(deployFolder, 'accounts.example.json'), join(folder, 'accounts.json'))
  if (process.getuid?.() === 0)
    for (const path of [folder, join(folder, 'accounts.json')]) chownSync(path, 10_001, 10_001)

  const values = {
    YIBIAO_BUS: kafka.kafka.url,
    YIBIAO_POSTGRES_STORE: `${postgres.url}?schema=yibiao_history`,
    YIBIAO_DATABASE: postgres.url,
    YIBIAO_DEPARTMENT_DELAY: '20',
  }
  const services = servicesOf('compose.yaml', 'compose.postgres.yaml')
  const gatewayPort = await freePort()
  const started: { readonly name: string; readonly child: ChildProcess; readonly health: string }[] = []
  async function start(name: string): Promise<void> {
    const healthPort = await freePort()
    const places = new Map([
      ['9100', String(healthPort)],
      ['8080', String(gatewayPort)],
      ['/etc/yibiao/accounts.json', join(folder, 'accounts.json')],
      ['/var/lib/yibiao', folder],
      ['/var/lib/yibiao/materials', join(folder, 'materials')],
    ])
    const words = listOf(services[name]?.command)
      .map((word) => interpolate(word, values))
      .map((word) => places.get(word) ?? word)
    const child = image.run(words)
    child.stderr?.on('data', (line) => t.comment(`${name}: ${String(line).slice(0, 500)}`))
    started.push({ name, child, health: `http://127.0.0.1:${healthPort}` })
  }
  async function ready(name: string): Promise<void> {
    const { child, health } = started.find((one) => one.name === name) as (typeof started)[number]
    await answerOf(`${health}/health/ready`, child, ({ ok }) => ok)
  }
  for (const name of ['ledger', 'relay', 'projector', 'clock', 'gateway']) await start(name)
  // As `depends_on` has it: once the gateway is ready there are topics.
  await ready('gateway')
  await start('departments')
  for (const name of ['departments', 'relay', 'projector', 'clock']) await ready(name)
  const address = `http://127.0.0.1:${gatewayPort}`

  // The very line that the compose file tells people to type, to this address.
  const [, token = '', line = ''] =
    /YIBIAO_TOKEN=(\S+) npx yibiao (submit .*)\n/.exec(
      readFileSync(join(deployFolder, 'compose.yaml'), 'utf8'),
    ) ?? []
  const typed = line.split(' ').map((word) => (word === 'http://localhost:8080' ? address : word))
  const submitting = spawn(process.execPath, ['services/exchange/bin/yibiao.js', ...typed], {
    cwd: checkout,
    env: { PATH: process.env.PATH, LANG: 'C', YIBIAO_TOKEN: token },
  })
  const [[code], out, error] = await Promise.all([
    once(submitting, 'exit'),
    text(submitting.stdout),
    text(submitting.stderr),
  ])
  t.equal(code, 0, `${out}${error}`)

  await t.test('every role is ready then, and the gateway on its own port', async (t) => {
    for (const { name } of started) await ready(name)
    t.equal((await fetch(`${address}/health/ready`)).status, 200)
  })

  await t.test('the metrics that alerts ask for are there', async (t) => {
    const texts = await Promise.all(
      started.map(async ({ health }) => (await fetch(`${health}/metrics`)).text()),
    )
    const all = texts.join('\n')
    t.match(all, /yibiao_gateway_request_seconds_count\{route="POST \/v1\/filings",status="2\d\d"\} [1-9]/)
    t.match(all, /yibiao_ledger_messages_total\{outcome="recorded"\} [1-9]/)
    t.match(all, /yibiao_projector_position\{projection="all"\} [1-9]/)
    t.match(all, /yibiao_relay_position\{participant="TAX"\} [1-9]/)
    t.match(all, /yibiao_relay_messages_total\{participant="TAX"\} [1-9]/)
  })

  await t.test('every role ends within its time when told to', async (t) => {
    for (const { name, child } of started.toReversed()) {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      t.same(await exit, [0, null], name)
    }
  })
})
