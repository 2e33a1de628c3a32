import t from 'tap'
import {
  explainFormat,
  type Issue,
  isEventData,
  mostIssues,
  type OneForm,
  validateAgainst,
  validateEventData,
  validateForm,
  validateFragment,
} from '../index.ts'
import { consultingForm, decision, filing, submission } from './fixtures/forms.ts'

const only = (issues: readonly Issue[]): Issue => {
  if (issues.length !== 1) throw new Error(`Expected one issue, found ${JSON.stringify(issues)}`)
  return issues[0]!
}

const changed = (change: (form: OneForm) => void): OneForm => {
  const form = consultingForm()
  change(form)
  return form
}

t.test('valid data has no issues', (t) => {
  t.strictSame(validateEventData('yibiao.filing.submitted.v1', submission().data), [])
  t.strictSame(validateEventData('yibiao.approval.granted.v1', decision().data), [])
  t.strictSame(validateForm(consultingForm()), [])
  t.strictSame(validateFragment({}), [])
  t.ok(isEventData('yibiao.filing.withdrawn.v1', { reason: '不办了' }))
  t.notOk(isEventData('yibiao.filing.withdrawn.v1', {}))
  t.end()
})

t.test('an unknown type is said to be unknown', (t) => {
  const found = only(validateEventData('yibiao.filing.vanished.v1', {}))
  t.match(found, { code: 'YB_TYPE_UNKNOWN', pointer: '/type' })
  t.throws(() => validateAgainst('urn:yibiao:none', {}), RangeError)
  t.end()
})

t.test('a missing member is pointed at where it should be', (t) => {
  const { capital: _capital, ...form } = consultingForm()
  t.strictSame(only(validateForm(form)), {
    code: 'YB_SCHEMA',
    pointer: '/capital',
    zh: '/capital：注册资本未填写。',
    en: '/capital: Registered capital is missing.',
  })
  t.end()
})

t.test('every problem is said at once, with the index that the sender wrote', (t) => {
  const form = changed((form) => {
    form.capital.amountFen = 0
    form.people[1]!.mobile = 'none'
    ;(form as Record<string, unknown>).motto = '诚信'
  })
  const issues = validateEventData('yibiao.filing.submitted.v1', { process: 'company-setup', form })
  t.strictSame(issues.map((one) => one.pointer).sort(), [
    '/data/form/capital/amountFen',
    '/data/form/motto',
    '/data/form/people/1/mobile',
  ])
  for (const one of issues) {
    t.match(one.zh, /\p{Script=Han}/u)
    t.notMatch(one.en, /\p{Script=Han}/u)
  }
  t.end()
})

t.test('each keyword has a reason of its own', (t) => {
  const reasons = [
    ['type', { reason: 5 }, 'must be text'],
    ['minLength', { reason: '' }, 'at least 1 characters'],
    ['maxLength', { reason: '长'.repeat(1001) }, 'at most 1000 characters'],
  ] as const
  for (const [keyword, data, expected] of reasons) {
    t.match(only(validateEventData('yibiao.filing.withdrawn.v1', data)).en, expected, keyword)
  }
  const approval = `${filing}/seal-engraving-recordal`
  const round = (round: unknown) =>
    only(validateEventData('yibiao.approval.granted.v1', { approval, round })).en
  t.match(round(0), 'at least 1')
  t.match(round(100), 'at most 99')
  t.match(round(1.5), 'whole number')
  const stage = { sequence: 1, digest: 'a'.repeat(64), stage: 'seen' }
  t.match(only(validateEventData('yibiao.feed.acknowledged.v1', stage)).en, 'one of received, applied')
  const confirmed = (paths: unknown) => only(validateEventData('yibiao.value.confirmed.v1', { paths })).en
  t.match(confirmed([]), 'at least 1 elements')
  t.match(confirmed(['/a', '/a']), 'elements 1 and 2 are equal')
  t.match(confirmed(['a']), 'wrong form')
  t.end()
})

t.test('a change must set or remove something, said once', (t) => {
  const found = only(validateEventData('yibiao.record.changed.v1', { reason: '变更' }))
  t.match(found, { pointer: '/data', en: /none of the forms/ })
  const claimed = only(
    validateEventData('yibiao.value.disputed.v1', { path: '/uscc', claimed: { a: 1 }, reason: '错' }),
  )
  t.equal(claimed.pointer, '/data/claimed')
  t.end()
})

t.test('a wrong name of a member is said once, at the member', (t) => {
  const found = only(validateEventData('yibiao.filing.completed.v1', { outcomes: { 'F1/x': 'GRANTED' } }))
  t.match(found, { pointer: '/data/outcomes/F1~1x', en: /name of the wrong form/ })
  t.end()
})

t.test('a registration needs the code, the day, the status and the registry', (t) => {
  const data = { approval: `${filing}/company-setup-registration`, round: 1, form: {} }
  const pointers = validateEventData('yibiao.enterprise.registered.v1', data).map((one) => one.pointer)
  t.strictSame(pointers.sort(), [
    '/data/form/establishedOn',
    '/data/form/registryOrg',
    '/data/form/status',
    '/data/form/uscc',
  ])
  t.end()
})

t.test('an identifier is explained: which part is wrong', (t) => {
  const form = { uscc: '91220202PDY00001X6' }
  const found = only(validateFragment(form, '/data/form'))
  t.match(found, { code: 'YB_IDENTIFIER', pointer: '/data/form/uscc' })
  t.match(found.zh, /统一社会信用代码：.*校验码/)
  t.match(found.en, /Unified social credit code: .*check character/)
  t.end()
})

t.test('a lengthy text counts code points, not units', (t) => {
  const rare = '\u{20000}'
  t.strictSame(validateFragment({ name: { tradeName: rare.repeat(40) } }), [])
  t.match(only(validateFragment({ name: { tradeName: rare.repeat(41) } })).en, 'at most 40')
  t.match(only(validateFragment({ name: { tradeName: rare } })).en, 'at least 2')
  t.end()
})

t.test('a text that is not acceptable says why', (t) => {
  const found = only(validateFragment({ name: { full: '吉林\u200b有限公司' } }))
  t.match(found, { code: 'YB_TEXT', pointer: '/name/full', en: /invisible character U\+200B/ })
  t.end()
})

t.test('no personal value appears in any message', (t) => {
  const secrets = {
    name: '欧阳\u200b修文',
    idNo: 'SECRET-ID-NUMBER!',
    mobile: '13912345',
    email: 'somebody at example',
    birthDate: '1999-13-77',
    sex: 'male-ish',
    nationality: 'ABCD',
  }
  const form = changed((form) => Object.assign(form.people[0]!, secrets))
  const issues = validateForm(form)
  t.equal(new Set(issues.map((one) => one.pointer)).size, Object.keys(secrets).length)
  const said = JSON.stringify(issues)
  for (const value of Object.values(secrets)) t.notOk(said.includes(value.slice(0, 4)), value)
  t.end()
})

t.test('a resident identity number is explained without a character of it', (t) => {
  const explained = explainFormat('yb-resident-id', '22020218000101001X', false)
  t.equal(explained.code, 'YB_IDENTIFIER')
  t.notMatch(`${explained.zh}${explained.en}`, /[“”]|2202/)
  t.match(explained.en, /last character/)
  t.end()
})

t.test('a hostile value costs no more than a hundred issues', (t) => {
  const form = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, index]))
  t.equal(validateFragment(form).length, mostIssues)
  t.end()
})
