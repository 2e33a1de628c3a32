import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHistory } from '@yibiao/ledger'
import { decodeEvent, makeForm, shippedReference } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { DataFolder } from '../src/data-folder.ts'
import { openEngines } from '../src/engines.ts'
import { runFsck } from '../src/fsck/run.ts'
import { type ExchangeProcess, startProcess } from './fixtures/exchange-process.ts'

const kills = 5
const filingsAKill = 6
const seed = Number(process.env.YIBIAO_SEED ?? Date.now() % 1_000_000)

/** A small generator, so that a failing run can be repeated by its seed. */
function random(state: number): () => number {
  let value = state
  return () => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0
    return value / 2 ** 32
  }
}

const submit = (address: string, key: string, form: object) =>
  fetch(`${address}/v1/filings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(form),
  })

t.test(
  `killed at random moments and started again, nothing is lost or done twice (YIBIAO_SEED=${seed})`,
  async (t) => {
    const data = mkdtempSync(join(tmpdir(), 'yibiao-crash-'))
    t.teardown(() => rmSync(data, { recursive: true, force: true }))
    const next = random(seed)
    const accepted = new Map<string, string>()
    let running: ExchangeProcess | undefined
    const settings = ['--department-delay', '60']

    for (let round = 0; round < kills; round += 1) {
      running = await startProcess(data, ...settings)
      const { address } = running
      const sent = Array.from({ length: filingsAKill }, async (_, index) => {
        const number = round * filingsAKill + index
        const key = `crash-${number}`
        try {
          const response = await submit(address, key, makeForm(number))
          const { filing } = (await response.json()) as { filing?: string }
          if (response.status === 201 && filing !== undefined) accepted.set(key, filing)
        } catch {
          // Killed in between: not accepted as far as the applicant knows. The retry below says the same key again.
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 20 + next() * 700))
      await running.kill()
      await Promise.all(sent)
    }

    running = await startProcess(data, ...settings)
    for (let number = 0; number < kills * filingsAKill; number += 1) {
      const response = await submit(running.address, `crash-${number}`, makeForm(number))
      t.ok([200, 201].includes(response.status), `${number} is accepted at last (${response.status})`)
      const { filing } = (await response.json()) as { filing: string }
      const before = accepted.get(`crash-${number}`)
      if (before !== undefined) t.equal(filing, before, 'a retry finds the same filing')
      accepted.set(`crash-${number}`, filing)
    }
    for (const filing of accepted.values()) await completed(running.address, filing)
    t.equal(await running.terminate(), 0, 'a stop drains and ends well')

    const folder = DataFolder.open(data)
    const logger = silentLogger()
    const engines = await openEngines(configure({ data }), folder, logger, systemClock)
    t.teardown(async () => {
      await engines.close()
      folder.close()
    })
    const { store } = engines
    const { identity } = await openHistory({
      store,
      clock: systemClock,
      reference: shippedReference(),
      mode: 'sandbox',
      division: '220200',
    })
    const report = await runFsck({ engines, identity, registry: '2202' })
    t.strictSame(report.faults, [])
    t.equal(report.records, accepted.size)

    const completions = new Map<string, number>()
    for (let after = 0; ; ) {
      const page = await store.readAll({ after })
      if (page.length === 0) break
      after = page.at(-1)?.position ?? after
      for (const one of page)
        if (one.type === 'yibiao.filing.completed.v1') {
          const filing = decodeEvent(one).filing as string
          completions.set(filing, (completions.get(filing) ?? 0) + 1)
        }
    }
    for (const filing of accepted.values())
      t.equal(completions.get(filing), 1, `${filing} completed exactly once`)
  },
)

async function completed(address: string, filing: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${address}/v1/filings/${filing}`)
    const body = JSON.stringify(await response.json())
    if (body.includes('"COMPLETED"')) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
