import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import t from 'tap'
import { configure, startExchange } from '../index.ts'

const example = readFileSync(new URL('../../../examples/trading.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yibiao-threads-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

interface Part {
  readonly part: string
  readonly ready: boolean
}

t.test('ledger and projector have threads; one that ends by itself is started again', async (t) => {
  const threads: Worker[] = []
  const keep = (thread: Worker) => void threads.push(thread)
  process.on('worker', keep)
  t.teardown(() => process.off('worker', keep))

  const configuration = configure({ data: folder, port: 0, departments: false, logLevel: 'silent' })
  const exchange = await startExchange({ configuration })
  t.teardown(() => exchange.stop())
  t.equal(threads.length, 2)

  const parts = async () => {
    const response = await fetch(`${exchange.address}/health/ready`)
    return ((await response.json()) as { parts: readonly Part[] }).parts
  }
  const until = async (fits: (parts: readonly Part[]) => boolean) => {
    while (!fits(await parts())) await pause(50)
  }
  await until((all) => all.every(({ ready }) => ready))

  const submit = () =>
    fetch(`${exchange.address}/v1/filings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: example,
    })
  t.ok((await submit()).ok, 'the ledger decides in its thread')
  const metrics = async () => (await fetch(`${exchange.address}/metrics`)).text()
  while (!(await metrics()).includes('yibiao_ledger_messages_total{outcome="recorded"}')) await pause(50)
  t.pass('what they count is told with the rest')

  await threads[0]?.terminate()
  await until((all) => all.some(({ ready }) => !ready))
  t.pass('its end shows')
  await until((all) => all.every(({ ready }) => ready))
  t.equal(threads.length, 3, 'and another has taken its place')
})
