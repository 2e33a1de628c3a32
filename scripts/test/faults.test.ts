import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { FaultReport } from '../../services/exchange/test/fixtures/fault-run.ts'
import { soakLines } from '../faults/soak.ts'
import { faultArguments, reportLines } from '../faults.ts'

const now = 1_790_000_123_456

t.test('fifty kills are the default, and the time is the seed', async (t) => {
  const usual = { filings: 4, outage: 60, data: undefined, engines: false, json: false }
  t.strictSame(faultArguments([], now), { ...usual, kills: 50, seed: 123_456 })
  const given = faultArguments(['--kills', '3', '--seed', '7', '--data', 'x'], now)
  t.strictSame(given, { ...usual, kills: 3, seed: 7, data: 'x' })
})

t.test('on engines it is twenty kills of each', async (t) => {
  const given = faultArguments(['--engines', '--outage', '5', '--json'], now)
  t.match(given, { engines: true, kills: 20, outage: 5, json: true })
})

t.test('wrong usage is told in a line and ends with 2', async (t) => {
  for (const args of [
    ['--kills', '0'],
    ['--kills', 'many'],
    ['--seed', '-1'],
    ['--colour', 'red'],
  ])
    t.throws(() => faultArguments(args, now))
  const script = fileURLToPath(new URL('../faults.ts', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, '--kills', '0'], { encoding: 'utf8' })
  t.equal(status, 2)
  t.equal(stderr, '--kills must be a whole number of 1 or more\n')
})

const report: FaultReport = {
  seed: 7,
  kills: [
    { moment: 'claim', last: 'yibiao.identifier.claimed.v1', startMs: 900 },
    { moment: 'starting', last: '', startMs: undefined },
  ],
  acceptedBefore: 3,
  events: 120,
  filings: 8,
  outcomes: { COMPLETED: 7, REFUSED: 1 },
  supplements: 2,
  refusals: {},
  feeds: { TAX: 40 },
  findings: [],
}

t.test('the report says where it was killed and what holds', async (t) => {
  const lines = reportLines(report, 12).join('\n')
  t.match(lines, 'seed                7')
  t.match(lines, 'history ended at  identifier.claimed 1, (nothing) 1')
  t.match(lines, 'filings             8, accepted before a kill 3: COMPLETED 7, REFUSED 1')
  t.match(lines, 'all holds')
})

t.test('the report names everything that does not hold', async (t) => {
  const lines = reportLines({ ...report, findings: ['F1 ended 2 times', 'TAX holds another digest'] }, 12)
  t.match(lines.join('\n'), /DOES NOT HOLD {7}2\n {2}F1 ended 2 times\n {2}TAX holds another digest/)
  t.notMatch(lines.join('\n'), 'all holds')
})

t.test('the report of the engines gives kills by target, recovery and what was compared', async (t) => {
  const soak = {
    ...report,
    kills: [
      { kind: 'kafka', name: 'kafka', at: 2_000, outage: 0, recovered: 4_200 },
      { kind: 'kafka', name: 'kafka', at: 9_000, outage: 60_000, recovered: 66_000 },
      { kind: 'ledger', name: 'ledger 2', at: 5_000, outage: 0, recovered: 2_100 },
    ],
    load: { answers: { 201: 8, 503: 2 }, retries: 2, askedAgain: 1, longestSilence: 5_000 },
    ...{ loadMs: 60_000, drainMs: 2_000, auditMs: 3_000, repeatedOnTopics: 12, uncommitted: 0, compared: 8 },
    endedBySelf: {},
    memory: { 'ledger 1': 150 },
  } as const
  const lines = soakLines(soak).join('\n')
  t.match(lines, /kafka +2, back after p50 4\.2 s, longest 4\.2 s/)
  t.match(lines, 'kafka away for 60.0 s at 9.0 s, back after 6.0 s more')
  t.match(lines, /ledger +1, back after/)
  t.match(lines, '201 8, 503 2')
  t.match(lines, '8 records as without faults')
  const wrong = soakLines({ ...soak, findings: ['F1 ended 2 times'] }).join('\n')
  t.match(wrong, /DOES NOT HOLD {7}1\n {2}F1 ended 2 times/)
})
