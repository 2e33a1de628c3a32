import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { runFaults } from './fixtures/fault-run.ts'

/** A slice of `npm run faults`; a failing run is repeated with YIBIAO_SEED. */
const seed = Number(process.env.YIBIAO_SEED ?? Date.now() % 1_000_000)
const kills = 10
const filingsAKill = 3

t.test(
  `killed at random moments and started again, nothing is lost or done twice (YIBIAO_SEED=${seed})`,
  { timeout: 400_000 },
  async (t) => {
    const data = mkdtempSync(join(tmpdir(), 'yibiao-crash-'))
    t.teardown(() => rmSync(data, { recursive: true, force: true }))
    const report = await runFaults({ data, kills, filingsAKill, seed })
    t.strictSame(report.findings, [])
    t.equal(report.kills.length, kills)
    t.equal(report.filings, kills * filingsAKill, 'every filing of every round came to its end')
    t.ok((report.outcomes.COMPLETED ?? 0) > 0)
    t.ok((report.feeds.TAX ?? 0) > kills, 'the feeds went on')
  },
)
