import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import {
  blanksOf,
  type CalendarYear,
  type CatalogueItem,
  calendarIssues,
  catalogueSummary,
  compileParticipants,
  contentDigest,
  delegationIssues,
  eventTypes,
  isDate,
  isDelegated,
  itemIssues,
  OfficeHours,
  type ProcessContent,
  processIssues,
  publicationKey,
  publicationKindOf,
  publicationKinds,
  publicationStream,
  publicationType,
  shippedCalendarYears,
  shippedReference,
  validateEventData,
  WorkingCalendar,
} from '../index.ts'

const reference = shippedReference()
const items = reference.catalogue.map(({ content }) => content)
const byCode = new Map(items.map((item) => [item.code, item]))
const itemNamed = (code: string): CatalogueItem => {
  const found = byCode.get(code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}
const food = itemNamed('food-business-licence')
const registration = itemNamed('company-setup-registration')
const [process] = reference.processes
  .map(({ content }) => content)
  .filter((one) => one.process === 'company-setup') as [ProcessContent]
const participants = compileParticipants(reference.participants.content)

const found = (issues: readonly { code: string; pointer: string }[]) =>
  issues.map(({ code, pointer }) => `${code} ${pointer}`)

type TimeLimit = CatalogueItem['disclosure']['timeLimit']
const timed = (
  item: CatalogueItem,
  promised: Pick<TimeLimit['promised'], 'value' | 'unit'>,
  statutory: Pick<TimeLimit['statutory'], 'value' | 'unit'> = item.disclosure.timeLimit.statutory,
): CatalogueItem => {
  const { timeLimit } = item.disclosure
  return {
    ...item,
    disclosure: {
      ...item.disclosure,
      timeLimit: {
        statutory: { ...timeLimit.statutory, ...statutory },
        promised: { ...timeLimit.promised, ...promised },
      },
    },
  }
}

t.test('everything shipped could be published', async (t) => {
  for (const item of items) t.strictSame(itemIssues(item, items), [], item.code)
  for (const { content } of reference.processes) t.strictSame(processIssues(content, byCode), [])
  for (const year of shippedCalendarYears) t.strictSame(calendarIssues(year), [], String(year.year))
})

t.test('the sample of a year could be published', async (t) => {
  const file = new URL('../../examples/calendar-2027-sandbox.json', import.meta.url)
  const content = JSON.parse(readFileSync(file, 'utf8')) as CalendarYear
  const data = { version: 1, digest: contentDigest(content), content }
  t.strictSame(validateEventData(publicationType('calendar'), data), [])
  t.strictSame(calendarIssues(content), [])
})

t.test('a kind’s event type says the stream that its publications go to', async (t) => {
  for (const kind of publicationKinds) {
    const type = publicationType(kind)
    t.equal(publicationKindOf(type), kind)
    const key = publicationKey(kind, { code: 'k', process: 'k', year: 'k', participant: 'k' })
    t.equal(publicationStream(kind, key), eventTypes.get(type)?.stream.replace(/<\w+>/, 'k'))
  }
  t.equal(publicationKindOf('yibiao.filing.submitted.v1'), undefined)
})

t.test('a text that says nothing is a blank, wherever it stands among the sixteen facts', async (t) => {
  const place = (fact: string, value: unknown) => ({
    ...food,
    disclosure: { ...food.disclosure, [fact]: value },
  })
  for (const nothing of ['—', '...', '待定', ' TBD. ', '待补充', '/']) {
    const blank = place('quota', { ...food.disclosure.quota, zh: nothing })
    t.strictSame(found(itemIssues(blank, items)), ['YB_ITEM_INCOMPLETE /disclosure/quota/zh'], nothing)
  }
  const [fee] = food.fees
  const unpaid = { ...food, fees: [{ ...fee, payer: { zh: '无', en: '–' } }] } as CatalogueItem
  t.strictSame(blanksOf(unpaid), ['/fees/0/payer/en'], '“无” is an answer, a dash is none')
})

t.test('a promise of half the statutory term is the most', async (t) => {
  const wd = (value: number) => ({ value, unit: 'WORKING_DAY' as const })
  const tooLong = ['YB_PROMISE_TOO_LONG /disclosure/timeLimit/promised/value']
  t.strictSame(found(itemIssues(timed(food, wd(10), wd(20)), items)), [])
  t.strictSame(found(itemIssues(timed(food, wd(11), wd(20)), items)), tooLong)
  t.strictSame(found(itemIssues(timed(registration, wd(1), wd(3)), items)), [])
  t.strictSame(found(itemIssues(timed(registration, wd(2), wd(3)), items)), tooLong)
  const hours = { value: 10, unit: 'WORKING_HOUR' as const }
  t.strictSame(found(itemIssues(timed(registration, hours, wd(3)), items)), [], 'ten hours of three days')
  t.strictSame(found(itemIssues(timed(registration, { ...hours, value: 11 }, wd(3)), items)), tooLong)
  const month = { value: 1, unit: 'MONTH' as const }
  t.strictSame(found(itemIssues(timed(food, wd(10), month), items)), [])
  t.strictSame(found(itemIssues(timed(food, wd(11), month), items)), tooLong)
  const [issue] = itemIssues(timed(food, wd(11), wd(20)), items)
  t.match(issue?.zh, /法定 20 个工作日、承诺 11 个工作日/)
  t.match(issue?.en, /11 working days promised of 20 working days by law/)
})

t.test('an instant item is done the same day', async (t) => {
  const seal = itemNamed('seal-engraving-recordal')
  const days = timed(seal, { value: 1, unit: 'WORKING_DAY' })
  t.strictSame(found(itemIssues(days, items)), ['YB_PUBLICATION /disclosure/timeLimit/promised/value'])
  t.strictSame(itemIssues(timed(seal, { value: 2, unit: 'WORKING_HOUR' }), items), [])
})

t.test('the yellow card comes before the red one, also where one of them is the default', async (t) => {
  const wrong = ['YB_PUBLICATION /cards/warning']
  t.strictSame(found(itemIssues({ ...food, cards: { warning: 90, red: 50 } }, items)), wrong)
  t.strictSame(found(itemIssues({ ...food, cards: { warning: 60, red: 60 } }, items)), wrong)
  t.strictSame(itemIssues({ ...food, cards: { warning: 40, red: 80 } }, items), [])
})

t.test('an extension is ten working days at most, three for the registration', async (t) => {
  const wrong = ['YB_EXTENSION_TOO_LONG /extension/value']
  const by = (item: CatalogueItem, value: number, unit: TimeLimit['promised']['unit'] = 'WORKING_DAY') =>
    found(itemIssues({ ...item, extension: { value, unit } }, items))
  t.strictSame(by(food, 10), [])
  t.strictSame(by(food, 11), wrong)
  t.strictSame(by(food, 14, 'CALENDAR_DAY'), [])
  t.strictSame(by(food, 15, 'CALENDAR_DAY'), wrong)
  t.strictSame(by(food, 1, 'MONTH'), wrong)
  t.strictSame(by(registration, 3), [])
  t.strictSame(by(registration, 4), wrong)
})

t.test('items that would wait for one another are named on their way round', async (t) => {
  const tax = itemNamed('tax-information-confirmation')
  const [issue, ...more] = itemIssues({ ...tax, dependsOn: ['invoice-supply'] }, items)
  t.strictSame(more, [])
  t.equal(issue?.pointer, '/dependsOn/0')
  const way = 'tax-information-confirmation → invoice-supply → tax-information-confirmation'
  t.match(issue?.en, way)
  t.match(issue?.zh, way)
  t.match(found(itemIssues({ ...food, dependsOn: [food.code] }, items)), ['YB_PUBLICATION /dependsOn/0'])
  t.match(found(itemIssues({ ...food, dependsOn: ['nothing'] }, items)), ['YB_PUBLICATION /dependsOn/0'])
})

t.test('a material is told by a code of its own; what is required is handed in under one', async (t) => {
  const issues = (materials: CatalogueItem['disclosure']['materials']) =>
    found(itemIssues({ ...food, disclosure: { ...food.disclosure, materials } }, items))
  const articles = { zh: '章程', en: 'Articles', confirmed: false } as const
  const handedIn = { ...articles, code: 'articles', from: 'HANDED_IN', required: true } as const
  t.strictSame(issues([handedIn]), [])
  t.strictSame(issues([handedIn, { ...handedIn, required: false }]), [
    'YB_PUBLICATION /disclosure/materials/1/code',
  ])
  t.strictSame(issues([{ ...handedIn, from: 'FORM' }]), ['YB_PUBLICATION /disclosure/materials/0/required'])
  t.strictSame(issues([{ ...articles, from: 'HANDED_IN', required: true }]), [
    'YB_PUBLICATION /disclosure/materials/0/required',
  ])
})

t.test('a condition that is no schema is refused', async (t) => {
  const broken = { ...food, appliesWhen: { type: 'nonsense' } } as unknown as CatalogueItem
  t.strictSame(found(itemIssues(broken, items)), ['YB_PUBLICATION /appliesWhen'])
})

t.test('a day that is no weekday off and no weekend worked is told with its place', async (t) => {
  const [, y2026] = shippedCalendarYears as [CalendarYear, CalendarYear]
  const wrong = { ...y2026, off: ['2026-10-03', '2026-10-05', '2027-01-01'], on: ['2026-10-09'] }
  t.strictSame(found(calendarIssues(wrong)), [
    'YB_CALENDAR /off/0',
    'YB_CALENDAR /off/2',
    'YB_CALENDAR /on/0',
  ])
  t.match(calendarIssues(wrong)[0]?.zh, /2026-10-03：是周末/)
  t.match(calendarIssues(wrong)[1]?.en, /2027-01-01: it lies neither in 2026 nor/)
  t.strictSame(calendarIssues({ ...y2026, year: 2019, off: ['2018-12-31'], on: ['2018-12-29'] }), [])
})

t.test('a year has issues exactly where the calendar would not take it', (t) => {
  const [, y2026] = shippedCalendarYears as [CalendarYear, CalendarYear]
  const near = fc
    .integer({ min: -60, max: 430 })
    .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
    .filter(isDate)
  const days = fc.uniqueArray(near, { maxLength: 4 })
  fc.assert(
    fc.property(days, days, (off, on) => {
      const year = { ...y2026, off, on }
      const taken = (() => {
        try {
          return new WorkingCalendar([year]).years.length === 1
        } catch {
          return false
        }
      })()
      return (calendarIssues(year).length === 0) === taken
    }),
    { numRuns: 500 },
  )
  t.end()
})

t.test('a process names forms, items and duties that there are', async (t) => {
  const issues = (more: Partial<ProcessContent>) => found(processIssues({ ...process, ...more }, byCode))
  t.strictSame(issues({ registration: 'seal-engraving-recordal' }), ['YB_PUBLICATION /registration'])
  t.strictSame(issues({ form: 'urn:yibiao:form:nothing:v1' }), ['YB_PUBLICATION /form'])
  t.strictSame(issues({ items: [...process.items, 'nothing'] }), [
    `YB_PUBLICATION /items/${process.items.length}`,
  ])
  t.strictSame(issues({ items: process.items.filter((one) => one !== registration.code) }), [
    'YB_PUBLICATION /items',
  ])
  const hours = [
    { from: '13:00', to: '17:00' },
    { from: '08:30', to: '11:30' },
  ]
  t.strictSame(issues({ officeHours: hours }), ['YB_PUBLICATION /officeHours/1'])
  t.strictSame(issues({ officeHours: [{ from: '29:00', to: '29:59' }] }), ['YB_PUBLICATION /officeHours/0'])
  const [duty] = process.followUps ?? []
  if (!duty) throw new Error('no follow-up is shipped')
  t.strictSame(issues({ followUps: [duty, { ...duty, metBy: 'nothing' }] }), [
    'YB_PUBLICATION /followUps/1/code',
    'YB_PUBLICATION /followUps/1/metBy',
  ])
})

t.test('office hours have issues exactly where no term could be counted in them', (t) => {
  const times = ['08:30', '11:30', '13:00', '17:00', '24:00', '25:10'] as const
  const period = fc.record({ from: fc.constantFrom(...times), to: fc.constantFrom(...times) })
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 3 }), (officeHours) => {
      const taken = (() => {
        try {
          return new OfficeHours(officeHours).millisecondsPerDay > 0
        } catch {
          return false
        }
      })()
      return (processIssues({ ...process, officeHours }, byCode).length === 0) === taken
    }),
    { numRuns: 500 },
  )
  t.end()
})

t.test('a participant hands on what is its own, for a time that begins before it ends', async (t) => {
  const issues = (participant: string, more: object) =>
    found(
      delegationIssues(
        {
          participant,
          version: 1,
          officers: [{ officer: 'T1', items: ['invoice-supply'], from: '2026-09-01', ...more }],
        },
        byCode,
        participants,
      ),
    )
  t.strictSame(issues('TAX', {}), [])
  t.strictSame(issues('NOBODY', {}), ['YB_PUBLICATION /participant'])
  t.strictSame(issues('PSB', {}), ['YB_PUBLICATION /officers/0/items/0'])
  t.strictSame(issues('TAX', { items: ['nothing'] }), ['YB_PUBLICATION /officers/0/items/0'])
  t.strictSame(issues('TAX', { to: '2026-08-31' }), ['YB_PUBLICATION /officers/0/to'])
})

t.test('an officer in several entries has what all of them give', async (t) => {
  const officers = [
    { officer: 'T1', items: ['a'], from: '2026-01-01', to: '2026-01-31' },
    { officer: 'T1', items: ['a', 'b'], from: '2026-03-01' },
  ]
  const may = (item: string, on: string) =>
    isDelegated({ participant: 'TAX', version: 1, officers }, { officer: 'T1', item, on })
  t.ok(may('a', '2026-01-31'))
  t.notOk(may('a', '2026-02-01'))
  t.notOk(may('b', '2026-01-15'))
  t.ok(may('b', '2030-01-01'))
})

t.test('the figures of a catalogue are those of its items', async (t) => {
  const wd = (value: number) => ({ value, unit: 'WORKING_DAY' as const })
  const seal = itemNamed('seal-engraving-recordal')
  const fast = timed(food, wd(5), wd(20))
  const slow = timed(food, wd(10), wd(20))
  t.match(catalogueSummary([seal, fast, slow]), {
    items: 3,
    instant: 1,
    promised: 2,
    speedUp: 1 - 15 / 40,
    leastSpeedUp: 0.5,
    complete: 3,
  })
  t.match(catalogueSummary([]), { items: 0, instantShare: 0, speedUp: null, leastSpeedUp: null })
  const { confirmed, facts } = catalogueSummary(items)
  t.ok(confirmed > 0 && confirmed < facts, 'samples are marked as such')
})
