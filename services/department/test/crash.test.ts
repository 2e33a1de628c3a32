import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { silentLogger } from '@yibiao/telemetry'
import t, { type Test } from 'tap'
import { startReferenceSystem } from '../reference-systems/index.ts'
import { departmentOf } from './support/crash-department.ts'
import { ExchangeSide, type FeedDraft } from './support/exchange.ts'
import { filing, folderOf, morning, note, record } from './support/setting.ts'

const script = fileURLToPath(new URL('./support/crash-scenario.ts', import.meta.url))

/** Runs a scenario in a process of its own until it reports, waits, and kills it with SIGKILL. */
async function killed(folder: string, scenario: string, wait = 0): Promise<void> {
  const child = spawn(process.execPath, [script, folder, scenario], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    exit.then(() => {
      throw new Error(`The process ended before it was killed: ${scenario}`)
    }),
  ])
  // The instant of the kill is the point here; there is nothing to be awaited.
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  child.kill('SIGKILL')
  await exit
}

/** Puts messages on a new bus of the folder; the bus can be opened by one process at a time. */
async function feedOf(folder: string, drafts: readonly FeedDraft[]): Promise<void> {
  const bus = await openEmbeddedBus({ path: join(folder, 'bus') })
  const exchange = new ExchangeSide(bus, 'TAX')
  await exchange.start()
  await exchange.feed(...drafts)
  await exchange.stop()
  await bus.close()
}

/** Lets the department go on in this process until it has taken everything, and checks that all was done once. */
async function assertOnce(t: Test, folder: string, count: number): Promise<ExchangeSide> {
  const bus = await openEmbeddedBus({ path: join(folder, 'bus') })
  const exchange = new ExchangeSide(bus, 'TAX')
  await exchange.start()
  const { connector, stop } = await departmentOf(folder, bus)
  await exchange.acknowledged(count)
  await stop()
  const sequences = Array.from({ length: count }, (_, index) => index + 1)
  const { connector: again, stop: stopAgain } = await departmentOf(folder, bus)
  await again.transact(async (tx) => {
    t.same(tx.sql.prepare('SELECT sequence FROM own').pluck().all(), sequences)
    t.equal(await tx.get('count'), count)
  })
  await exchange.until((said) => said.filter(({ id }) => id.startsWith('said-')).length === count)
  t.same(
    exchange.statements().map(({ id }) => id),
    sequences.map((sequence) => `said-${sequence}`),
  )
  t.match(connector.status(), { sequence: count })
  await stopAgain()
  t.teardown(async () => {
    await exchange.stop()
    await bus.close()
  })
  return exchange
}

const notes = (count: number) => Array.from({ length: count }, (_, index) => note(`note ${index + 1}`))

t.test('killed in the middle of a handler', async (t) => {
  const folder = folderOf(t)
  await feedOf(folder, notes(5))
  await killed(folder, 'in the handler')
  await assertOnce(t, folder, 5)
})

t.test('killed after the commit and before the bus has what was said', async (t) => {
  const folder = folderOf(t)
  await feedOf(folder, notes(5))
  await killed(folder, 'before the bus has it')
  await assertOnce(t, folder, 5)
})

t.test('killed when the bus has what was said and the outbox does not know', async (t) => {
  const folder = folderOf(t)
  await feedOf(folder, notes(5))
  await killed(folder, 'when the bus has it')
  const exchange = await assertOnce(t, folder, 5)
  const repeated = exchange.arrivals.length - exchange.said.length
  t.ok(repeated > 0, 'said again under the same ids, for the ledger to recognise')
})

t.test('killed at any instant', async (t) => {
  const folder = folderOf(t)
  const count = 300
  await feedOf(folder, notes(count))
  for (const wait of [50, 80, 130]) await killed(folder, 'running', wait)
  await assertOnce(t, folder, count)
})

t.test('a reference system killed with a decision to come makes it afterwards, once', async (t) => {
  const folder = folderOf(t)
  const changes = [
    { path: '/uscc', after: '91220202PDY00001X5' },
    { path: '/domicile/divisionCode', after: '220202' },
  ]
  const approval = `${filing}/tax-information-confirmation`
  const approvals = [
    {
      approval,
      item: 'tax-information-confirmation',
      kind: 'CONSEQUENCE',
      participant: 'TAX',
      state: 'OPEN',
    },
  ]
  await feedOf(folder, [
    { type: 'yibiao.filing.routed.v1', subject: record, filing, data: { approvals, changes } },
  ])
  await killed(folder, 'with a decision to come')
  const bus = await openEmbeddedBus({ path: join(folder, 'bus') })
  const exchange = new ExchangeSide(bus, 'TAX')
  await exchange.start()
  const clock = { now: () => morning + 60_000 }
  const running = await startReferenceSystem('TAX', { bus, folder, logger: silentLogger(), clock })
  const decision = await exchange.until((said) =>
    said.find(({ type }) => type === 'yibiao.approval.recorded.v1'),
  )
  t.match(decision, {
    id: `${approval}/1/recorded`,
    data: { form: { tax: { taxpayerId: '91220202PDY00001X5' } } },
  })
  await running.stop()
  t.equal(exchange.statements().length, 1)
  await exchange.stop()
  await bus.close()
})
