import type { References } from '@yibiao/projections'
import { contentDigest, type ProcessContent, type RecordedEvent, shippedReference } from '@yibiao/schemas'
import t from 'tap'
import { publicationRefusal } from '../src/publications.ts'
import { application, at, enterprise, filingNo, outcome, settle, stateOf } from './enterprise.ts'
import { inForce, message, references } from './specification.ts'

/** 延长营业期限: a process that nobody has written a line of code for. */
const extension: ProcessContent = {
  process: 'term-extension',
  version: 1,
  kind: 'LIFE',
  zh: '延长营业期限',
  en: 'Extension of the term of business',
  form: 'urn:yibiao:form:company-setup:v1',
  registration: 'change-registration',
  admits: { properties: { status: { const: '1' }, flags: { maxItems: 0 } } },
  asks: { required: ['form'], properties: { form: { required: ['term'] } } },
  paths: ['/term'],
  outcomes: { 'change-registration': 'yibiao.change.registered.v1' },
  when: { 'bank-account-update': false },
  timers: [
    {
      code: 'review',
      zh: '复查期',
      en: 'Review',
      begunBy: 'yibiao.change.registered.v1',
      term: { value: 6, unit: 'MONTH' },
      basis: '样例',
      fact: 'yibiao.deadline.breached.v1',
    },
  ],
  terms: {
    joint: { value: 5, unit: 'WORKING_DAY' },
    jointExtension: { value: 5, unit: 'WORKING_DAY' },
    notice: { value: 5, unit: 'WORKING_DAY' },
    certificate: { value: 10, unit: 'WORKING_DAY' },
  },
  items: ['bank-account-update', 'change-registration', 'statistical-unit-update', 'tax-information-update'],
}

const publication = (content: ProcessContent) => ({
  version: content.version,
  digest: contentDigest(content),
  content,
})

function published(content: ProcessContent): References {
  const all = references()
  all.apply({
    type: 'yibiao.process.published.v1',
    position: 900,
    recordedtime: '2026-10-01T00:00:00.000Z',
    data: publication(content),
  } as RecordedEvent)
  return all
}

/** What stands against an operator's publication of it. */
const objections = (content: ProcessContent): readonly string[] =>
  publicationRefusal(message('OPERATOR', 'process.published', publication(content)), inForce, 0).map(
    ({ en }) => en,
  )

const of = filingNo(1)
const to = { form: { term: { kind: 'FIXED', from: '2026-09-30', to: '2046-09-30' } } }

t.test('a process whose effects are known is data: published, applied for, decided, timed', async (t) => {
  t.strictSame(objections(extension), [])
  const life = enterprise()
  life.references = published(extension).current()
  t.equal(life.refusal(application(of, 'term-extension')), 'YB_APPLICATION')
  const elsewhere = { form: { ...to.form, domicile: { postalCode: '132013' } } }
  t.equal(life.refusal(application(of, 'term-extension', elsewhere)), 'YB_NOT_OF_PROCESS')
  life.tellAt(at('2026-10-12T09:00'), application(of, 'term-extension', to))
  const items = [...(life.state.filings.get(of)?.approvals.values() ?? [])].map(({ item }) => item)
  t.strictSame(items.sort(), ['change-registration', 'statistical-unit-update', 'tax-information-update'])
  t.match(life.state.filings.get(of)?.clocks.get('joint'), { due: '2026-10-19' })
  life.tell(outcome(life, of, 'change-registration', 'change.registered', to))
  settle(life, of)
  t.equal(stateOf(life, of), 'COMPLETED')
  t.match(life.state.filings.get(of)?.clocks.get('review'), { due: '2027-04-12' })
  life.pass(at('2027-04-13T00:00'))
  t.match(life.last('yibiao.deadline.breached.v1'), { clock: 'review', kind: 'PERIOD' })
})

t.test('an open filing keeps the version it began with', async (t) => {
  const life = enterprise()
  const all = published(extension)
  life.references = all.current()
  life.tellAt(at('2026-10-12T09:00'), application(of, 'term-extension', to))
  const { outcomes: _outcomes, timers: _timers, ...next } = extension
  all.apply({
    type: 'yibiao.process.published.v1',
    position: 901,
    recordedtime: '2026-10-13T00:00:00.000Z',
    data: publication({ ...next, version: 2 }),
  } as RecordedEvent)
  life.references = all.current()
  t.equal(
    life.refusal(outcome(life, of, 'change-registration', 'enterprise.registered', to)),
    'YB_APPROVAL_KIND',
  )
  life.tell(outcome(life, of, 'change-registration', 'change.registered', to))
  t.ok(life.state.filings.get(of)?.clocks.has('review'))
})

t.test('a definition that cannot hold is not published', async (t) => {
  for (const wrong of [
    { ...extension, rules: ['no-such-rule@1'] },
    { ...extension, outcomes: { 'change-registration': 'yibiao.filing.completed.v1' } },
    { ...extension, when: { 'nothing-of-ours': true } },
    { ...extension, admits: { type: 'no type' } },
    { ...extension, after: { 'change-registration': ['no-such-period'] } },
    { ...extension, registration: 'enterprise-deregistration' },
  ])
    t.ok(objections(wrong).length > 0)
})

t.test(
  'every shipped process of a record’s life has its registrar, the tax office and two more',
  async (t) => {
    const { processes, catalogue } = shippedReference()
    const departments = new Map(catalogue.map(({ content }) => [content.code, content.department]))
    for (const { content } of processes) {
      if (content.kind !== 'LIFE') continue
      const named = new Set(content.items.map((item) => departments.get(item)))
      t.ok(named.has('AMR') && named.has('TAX') && named.size >= 4, `${content.process}: ${[...named]}`)
      t.ok(content.terms, content.process)
    }
  },
)
