import {
  type ExceptionView,
  exceptionsProjection,
  type FilingView,
  filingBoardProjection,
  foldView,
  type Kpi,
  KpiFold,
  type KpiId,
  kpiIds,
} from '@yibiao/projections'
import { legalDateOf, type RecordedEvent } from '@yibiao/schemas'
import fc from 'fast-check'
import t from 'tap'
import { kpisFromEvents, type Share } from './kpi-from-events.ts'
import { type TimedStep, timedLife, timedLives } from './random-lives.ts'
import { filing, inForce, record } from './specification.ts'

/** A history of many records: random lives, each under ids of its own. */
function histories(count: number, seed: number): readonly (readonly RecordedEvent[])[] {
  const lives = [...fc.sample(timedLives, { numRuns: count, seed }), ...Array.from({ length: 40 }, finished)]
  return lives.map(([form, steps], index) => {
    const number = String(index).padStart(4, '0')
    const text = JSON.stringify(timedLife(form, steps).events)
      .replaceAll(filing, filing.slice(0, -4) + number)
      .replaceAll(record, record.slice(0, -4) + number)
    return JSON.parse(text) as RecordedEvent[]
  })
}

/** One that is granted throughout, now faster and now slower, some on the green channel, and published. */
function finished(_: unknown, index: number): [number, TimedStep[]] {
  const hours = [0, 1, 5, 24][index % 4] ?? 0
  const grants = Array.from({ length: 60 }, (_, item) => ({
    item: item % 13,
    act: 'yes',
    hours: item < 3 ? hours : 0,
  }))
  const first = index % 3 === 0 ? [{ item: 1, act: 'channel', hours: 0 }] : []
  const asked =
    index % 5 === 0 ? ['ask', 'answer', 'ask again'].map((act) => ({ item: 0, act, hours: 1 })) : []
  return [
    index,
    [...first, ...asked, ...grants, { item: 0, act: 'publish', hours: index % 2 === 0 ? 72 : 2_000 }],
  ]
}

const idOf = (events: readonly RecordedEvent[]): string => events[0]?.filing ?? ''
const board = (events: readonly RecordedEvent[]): FilingView =>
  foldView(filingBoardProjection, idOf(events), events)

function exceptions(events: readonly RecordedEvent[]): ExceptionView[] {
  const byKey = new Map<string, RecordedEvent[]>()
  for (const event of events) {
    const key = exceptionsProjection.key(event)
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), event])
  }
  return [...byKey].map(([key, own]) => foldView(exceptionsProjection, key, own))
}

function kpis(all: readonly (readonly RecordedEvent[])[], department?: string): ReadonlyMap<KpiId, Kpi> {
  const fold = new KpiFold({ references: inForce, department, now: Date.parse('2027-12-01') })
  for (const events of all) for (const one of exceptions(events)) fold.exception(one)
  for (const events of all) fold.filing(board(events))
  return new Map(fold.result().map((one) => [one.id, one]))
}

const all = histories(150, 20_261_129)

for (const department of [undefined, 'AMR', 'AMR-FOOD', 'TAX'])
  t.test(`what the board gives is what the events give: ${department ?? 'every department'}`, (t) => {
    const found = kpis(all, department)
    const raw = kpisFromEvents(all, department)
    const share = (id: KpiId): Share => [found.get(id)?.numerator ?? -1, found.get(id)?.denominator ?? -1]
    for (const id of [
      'parallelCoverage',
      'instantCaseRatio',
      'onTimeRate',
      'greenChannelOnTime',
      'oneTimeViolation',
    ] as const)
      t.strictSame(share(id), raw[id], id)
    const median = (values: readonly number[]) =>
      values[Math.max(0, Math.ceil(values.length / 2) - 1)] ?? null
    t.equal(found.get('medianSetupWD')?.value, median(raw.setups))
    t.equal(found.get('medianSetupWD')?.denominator, raw.setups.length)
    t.equal(found.get('publicityLag')?.value, median(raw.publicity))
    t.strictSame(share('publicityLag'), [raw.publicityInTime, raw.publicity.length])
    const mean = raw.actual.reduce((sum, one) => sum + one, 0) / raw.actual.length
    t.equal(found.get('actualOverStatutory')?.denominator, raw.actual.length)
    t.ok(
      Math.abs((found.get('actualOverStatutory')?.value ?? Number.NaN) - mean) < 1e-9 ||
        raw.actual.length === 0,
    )
    t.end()
  })

t.test('the generated history has something of everything that is compared', (t) => {
  const raw = kpisFromEvents(all)
  for (const [name, [good, whole]] of Object.entries({
    onTime: raw.onTimeRate,
    green: raw.greenChannelOnTime,
  }))
    t.ok(good > 0 && good < whole, `${name}: ${good} of ${whole}`)
  t.ok(
    raw.oneTimeViolation[0] > 0 &&
      raw.setups.length > 0 &&
      raw.publicity.length > 0 &&
      raw.actual.length > 20,
  )
  t.ok(raw.publicityInTime < raw.publicity.length || raw.publicityInTime > 0)
  t.end()
})

t.test('every indicator is told, with its definition in both languages and what is behind it', (t) => {
  const found = [...kpis(all).values()]
  t.strictSame(
    found.map(({ id }) => id),
    kpiIds,
  )
  for (const kpi of found) {
    t.match(kpi.definition.zh, /[\u4e00-\u9fff]/, kpi.id)
    t.ok(kpi.definition.en.length > 10 && kpi.name.en.length > 3, kpi.id)
    t.equal(kpi.value === null, kpi.reason !== undefined, `${kpi.id} is measured or says why not`)
    t.ok(kpi.behind.ids.length <= 100 && kpi.behind.ids.length <= kpi.behind.count, kpi.id)
    t.ok(kpi.against.count <= kpi.behind.count, kpi.id)
  }
  t.end()
})

t.test('what is against on time is what has an overdue card that stands', (t) => {
  const late = kpis(all).get('onTimeRate')?.against
  const cards = all.flatMap((events) =>
    exceptions(events).filter(({ kind, state }) => kind === 'OVERDUE' && state === 'OPEN'),
  )
  t.equal(late?.count, new Set(cards.map(({ approval }) => approval)).size)
  t.ok(late?.ids.every((id) => cards.some(({ approval }) => approval === id)))
  t.end()
})

t.test(
  'targets are judged: parallel coverage is whole, and the catalogue’s promises are half the law’s',
  (t) => {
    const found = kpis(all)
    t.match(found.get('parallelCoverage'), { value: 1, met: true, target: { atLeast: 1 } })
    t.match(found.get('promisedSpeedUp'), { met: true, of: 'ITEM' })
    t.match(found.get('instantItemRatio'), { met: false })
    t.match(found.get('catalogueCompleteness'), { value: 1 })
    t.equal(legalDateOf(all[0]?.[0]?.recordedtime ?? ''), '2026-09-24')
    t.end()
  },
)
