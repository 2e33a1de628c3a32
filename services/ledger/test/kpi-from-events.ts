import { type CatalogueItem, type RecordedEvent, shippedReference } from '@yibiao/schemas'

/**
 * The indicators once more, straight from the events of the records and from the published contents, by other means than
 * the ones under test: no view, no calendar class, no office hours class, no measuring of theirs.
 */
export interface RawKpis {
  readonly parallelCoverage: Share
  readonly instantCaseRatio: Share
  readonly onTimeRate: Share
  readonly greenChannelOnTime: Share
  readonly oneTimeViolation: Share
  /** Every one, ascending. */
  readonly setups: readonly number[]
  readonly publicity: readonly number[]
  readonly publicityInTime: number
  readonly actual: readonly number[]
}
export type Share = readonly [numerator: number, denominator: number]

const { calendars, catalogue } = shippedReference()
const off = new Set(calendars.flatMap(({ content }) => content.off))
const on = new Set(calendars.flatMap(({ content }) => content.on))
const lastYear = Math.max(...calendars.map(({ content }) => content.year))
const itemOf = (code: string): CatalogueItem | undefined =>
  catalogue.find(({ content }) => content.code === code)?.content

const day = 86_400_000
const dateIn = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const next = (date: string): string => new Date(Date.parse(date) + day).toISOString().slice(0, 10)
const isWorked = (date: string): boolean => {
  const weekday = new Date(date).getUTCDay()
  return on.has(date) || (weekday !== 0 && weekday !== 6 && !off.has(date))
}
const isKnown = (date: string): boolean => Number(date.slice(0, 4)) <= lastYear

function workingDays(from: string, to: string): number | undefined {
  let days = 0
  for (let date = next(from); date <= to; date = next(date)) {
    if (!isKnown(date)) return undefined
    if (isWorked(date)) days += 1
  }
  return days
}

/** Minute by minute of the office hours 8:30–11:30 and 13:00–17:00, in milliseconds. */
function workingTime(after: string, until: string, excluded: readonly { from: string; to: string }[]) {
  let passed = 0
  for (let date = next(after); date <= dateIn(until); date = next(date)) {
    if (!isKnown(date)) return undefined
    if (!isWorked(date) || excluded.some(({ from, to }) => from <= date && date <= to)) continue
    for (const [from, to] of [
      ['08:30', '11:30'],
      ['13:00', '17:00'],
    ]) {
      const [opens, closes] = [Date.parse(`${date}T${from}+08:00`), Date.parse(`${date}T${to}+08:00`)]
      passed += Math.max(0, Math.min(closes, Date.parse(until)) - opens)
    }
  }
  return passed
}

interface Data {
  readonly approval: string
  readonly approvals: readonly { approval: string; item: string; department: string }[]
  readonly clocks: readonly RawClock[]
  readonly card: string
  readonly duty: string
}
interface RawClock {
  readonly clock: string
  readonly from: string
  readonly term: { value: number; unit: string }
  readonly excluded?: readonly { from: string; to: string }[]
  readonly due?: string
  readonly dueAt?: string
}

const decisions = new Set([
  'yibiao.approval.granted.v1',
  'yibiao.approval.recorded.v1',
  'yibiao.approval.refused.v1',
  'yibiao.enterprise.registered.v1',
])
const ofType = (events: readonly RecordedEvent[], name: string) =>
  events
    .filter(({ type }) => type === `yibiao.${name}.v1`)
    .map((event) => ({ event, data: event.data as Data }))

/** Every filing is a record's only one here. */
export function kpisFromEvents(
  histories: readonly (readonly RecordedEvent[])[],
  department?: string,
): RawKpis {
  const count = {
    parallel: 0,
    filings: 0,
    instant: 0,
    approvals: 0,
    onTime: 0,
    timed: 0,
    green: 0,
    greenTimed: 0,
  }
  let [violations, notices, publicityInTime] = [0, 0, 0]
  const [setups, publicity, actual]: [number[], number[], number[]] = [[], [], []]
  for (const events of histories) {
    const routed = ofType(events, 'filing.routed').flatMap(({ data }) => data.approvals)
    const own = routed.filter((one) => department === undefined || one.department === department)
    if (department !== undefined && own.length === 0) continue
    count.filings += 1
    if (routed.length > 0) count.parallel += 1
    const [submitted] = ofType(events, 'filing.submitted')
    const [completed] = ofType(events, 'filing.completed')
    if (submitted && completed) {
      const days = workingDays(
        dateIn(submitted.event.receivedtime ?? ''),
        dateIn(completed.event.recordedtime),
      )
      if (days !== undefined) setups.push(days)
    }
    const clockBefore = (name: string, until = events.length): RawClock | undefined =>
      events
        .slice(0, until)
        .flatMap(({ type, data }) =>
          /clocks\.(started|recalculated)/.test(type) ? (data as Data).clocks : [],
        )
        .findLast(({ clock }) => clock === name)
    const met = ofType(events, 'duty.met').findLast(({ data }) => data.duty === 'publicity')
    const duty = clockBefore('follow-up/publicity')
    if (met && duty) {
      const on = dateIn(met.event.receivedtime ?? '')
      const days = workingDays(duty.from, on)
      if (days !== undefined) {
        publicity.push(days)
        if (duty.due === undefined || on <= duty.due) publicityInTime += 1
      }
    }
    const reversed = new Set(ofType(events, 'fact.reversed').map(({ event }) => event.corrects))
    const hasChannel = ofType(events, 'channel.granted').length > 0
    for (const { approval, item } of own) {
      const isInstant = itemOf(item)?.itemType === 'INSTANT'
      count.approvals += 1
      if (isInstant) count.instant += 1
      notices += ofType(events, 'supplement.requested').filter(
        ({ data }) => data.approval === approval,
      ).length
      violations += ofType(events, 'notice.violated').filter(({ data }) => data.approval === approval).length
      const isLate = ofType(events, 'card.raised').some(
        ({ event, data }) => data.approval === approval && data.card === 'OVERDUE' && !reversed.has(event.id),
      )
      const at = events.findIndex(
        ({ type, data }) => decisions.has(type) && (data as Data).approval === approval,
      )
      const isTimed = at >= 0 && clockBefore(`${item}/promised`)?.dueAt !== undefined
      if (isLate || isTimed) {
        count.timed += 1
        if (!isLate) count.onTime += 1
        if (hasChannel) count.greenTimed += 1
        if (hasChannel && !isLate) count.green += 1
      }
      const statutory = clockBefore(`${item}/statutory`, at)
      if (at < 0 || isInstant || statutory === undefined || statutory.term.unit !== 'WORKING_DAY') continue
      const used = workingTime(statutory.from, events[at]?.receivedtime ?? '', statutory.excluded ?? [])
      if (used !== undefined) actual.push(used / (statutory.term.value * 7 * 3_600_000))
    }
  }
  const ascending = (values: number[]) => values.sort((a, b) => a - b)
  return {
    parallelCoverage: [count.parallel, count.filings],
    instantCaseRatio: [count.instant, count.approvals],
    onTimeRate: [count.onTime, count.timed],
    greenChannelOnTime: [count.green, count.greenTimed],
    oneTimeViolation: [violations, notices],
    setups: ascending(setups),
    publicity: ascending(publicity),
    publicityInTime,
    actual: ascending(actual),
  }
}
