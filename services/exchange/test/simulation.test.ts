import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { decodeEvent, legalDateOf, type RecordedEvent } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { type SimulationReport, simulate } from '../src/simulation/simulate.ts'
import { yibiao } from './support/captured-io.ts'

t.setTimeout(400_000)

const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'yibiao-simulation-'))
  folders.push(made)
  return made
}
t.teardown(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})

/** Seven weeks of a small town: enough for cards, deemed acceptances, supplements and an outage. */
const weeks = (seed: number, data = folder()): Promise<SimulationReport> =>
  simulate({
    year: 2026,
    seed,
    scale: 0.006,
    until: '2026-02-20',
    data,
    configuration: { logLevel: 'error' },
  })

const first = await weeks(3)

/** Every event of the history, as it is in the file. */
async function history(data: string): Promise<readonly RecordedEvent[]> {
  const store = await openSqliteEventStore({ path: join(data, 'history.db'), logger: silentLogger() })
  const all: RecordedEvent[] = []
  for (let after = 0; ; ) {
    const page = await store.readAll({ after })
    for (const stored of page) all.push(decodeEvent(stored))
    after = page.at(-1)?.position ?? after
    if (page.length === 0) break
  }
  await store.close()
  return all
}

t.test('the same seed makes the same history, to the last id and value', async (t) => {
  const again = await weeks(3)
  t.equal(again.digest, first.digest)
  t.strictSame(again.figures, first.figures)
  t.not(again.history, first.history, 'though it is another history')
})

t.test('another seed makes another', async (t) => {
  const other = await simulate({
    ...{ year: 2026, seed: 4, scale: 0.001, until: '2026-01-06', data: folder() },
    ...{ fsck: false, configuration: { logLevel: 'error' } },
  })
  t.not(other.digest, first.digest)
  t.equal(other.fsck, null)
})

t.test('everything that the city does is lawful, and everything of it is proved', async (t) => {
  t.ok(first.fsck?.sound)
  t.strictSame(first.fsck?.faults, [])
  t.ok(first.figures.filings.submitted > 30)
  t.ok(first.figures.filings.completed > 10)
  t.ok(first.figures.cards.OVERDUE > 0)
})

t.test('the figures are those that another count of the raw events gives', async (t) => {
  const events = await history(first.data)
  const ofType = (type: string) => events.filter((one) => one.type === `yibiao.${type}.v1`)
  const { figures } = first
  t.equal(events.length - ofType('delivery.recorded').length, figures.events)
  t.equal(ofType('filing.submitted').length, figures.filings.submitted)
  const reversed = new Set(ofType('fact.reversed').map(({ corrects }) => corrects))
  const standing = ofType('card.raised').filter(({ id }) => !reversed.has(id))
  for (const card of ['YELLOW', 'RED', 'OVERDUE'] as const)
    t.equal(
      standing.filter(({ data }) => (data as { card: string }).card === card).length,
      figures.cards[card],
      card,
    )
  const deemed = ofType('acceptance.deemed').filter(({ id }) => !reversed.has(id))
  t.equal(deemed.length, figures.deemedAcceptances)

  // On time is what was decided and has no overdue card of the round in which it was decided.
  const decided = events.filter(({ type }) =>
    /\.(approval\.(granted|recorded|refused)|enterprise\.registered)\.v1$/.test(type),
  )
  t.equal(decided.length, figures.approvals.decided)
  const overdue = standing.filter(({ data }) => (data as { card: string }).card === 'OVERDUE')
  const late = decided.filter(({ subject, data, position }) =>
    overdue.some(
      (card) =>
        card.subject === subject &&
        card.position < position &&
        (card.data as { approval: string }).approval === (data as { approval: string }).approval &&
        !events.some(
          (one) =>
            one.subject === subject &&
            one.type === 'yibiao.supplement.provided.v1' &&
            (one.data as { approval: string }).approval === (data as { approval: string }).approval &&
            one.position > card.position &&
            one.position < position,
        ),
    ),
  )
  t.ok(late.length > 0)
  t.equal(1 - late.length / decided.length, figures.approvals.onTime)

  // The product's own indicator, from the views: overdue is overdue, decided or not.
  const approvalOf = ({ data }: RecordedEvent) => (data as { approval: string }).approval
  const everOverdue = new Set(overdue.map(approvalOf))
  const counted = new Set([...decided.map(approvalOf), ...everOverdue])
  t.equal(1 - everOverdue.size / counted.size, first.indicators.onTimeRate)
  t.equal(first.indicators.parallelCoverage, 1)
  t.equal(
    Object.values(figures.overdueByDepartment).reduce((sum, count) => sum + count, 0),
    figures.cards.OVERDUE,
  )
})

t.test('nobody acts on a day off, and what is handed in then is dated then', async (t) => {
  const events = await history(first.data)
  const festival = (event: RecordedEvent) => {
    const date = legalDateOf(event.receivedtime ?? event.recordedtime)
    return date >= '2026-02-15' && date <= '2026-02-20'
  }
  const acts = events.filter((one) => one.authtype === 'officer' && festival(one))
  t.strictSame(
    acts.map(({ type }) => type),
    [],
  )
  t.ok(events.some((one) => one.authtype === 'officer'))
})

t.test('the calendar of the next year says that it is made up', async (t) => {
  const events = await history(first.data)
  const published = events.find(
    ({ type, subject }) => type === 'yibiao.calendar.published.v1' && subject === 'calendar-2027',
  )
  t.match(published?.data, { content: { documentNo: /沙箱虚构.*made up/ } })
})

t.test('what cannot be simulated is refused before anything starts', async (t) => {
  const used = folder()
  writeFileSync(join(used, 'something'), '')
  const wrong = (more: object) => simulate({ year: 2026, seed: 1, scale: 0.001, ...more })
  await t.rejects(wrong({ data: used }), /not empty/)
  await t.rejects(wrong({ data: join(used, 'something') }), /no folder/)
  await t.rejects(wrong({ year: 2031 }), /2026 can be simulated/)
  await t.rejects(wrong({ scale: 2 }), /0\.0001 to 1/)
  await t.rejects(wrong({ configuration: { mode: 'production' } }), /only a sandbox/)
})

t.test('the command tells a wrong line in either language, exit code 2', async (t) => {
  const what = await yibiao(['simulate', 'country'])
  t.equal(what.code, 2)
  t.match(what.err, 'What can be simulated: city.')
  const scale = await yibiao(['simulate', 'city', '--scale', 'big', '--lang', 'zh'])
  t.equal(scale.code, 2)
  t.match(scale.err, '0.0001 至 1')
  const year = await yibiao(['simulate', 'city', '--year', '2031'])
  t.equal(year.code, 2)
  t.match(year.err, '2026 can be simulated')
})
