import t from 'tap'
import type { OneForm } from '../generated/one-form.ts'
import { scopeText, sectionOfIndustry } from '../src/form/rules/business.ts'
import { issuedPaths } from '../src/form/rules/issued.ts'
import { checkFormRules, formRules } from '../src/form/rules.ts'
import { codeTables } from '../src/reference/index.ts'
import { validateForm } from '../src/validate.ts'
import { brokenFoundations } from './fixtures/broken-foundations.ts'
import { brokenObligations } from './fixtures/broken-obligations.ts'
import { type Case, example, restaurant, set, trading } from './fixtures/rule-case.ts'

const context = { submittedOn: '2026-09-24', divisionPrefixes: ['2202'] }

/** The pointers of what is wrong once a form was changed. The changed form still fits the schema. */
function pointersAfter(form: OneForm, change: (form: OneForm) => void): string[] {
  const copy = structuredClone(form)
  change(copy)
  const misfits = validateForm(copy)
  if (misfits.length > 0) throw new Error(`No rule is needed, the schema refuses it: ${misfits[0]?.en}`)
  return checkFormRules(copy, context).map(({ pointer }) => pointer)
}

const cases: readonly Case[] = [...brokenFoundations, ...brokenObligations]

for (const [what, form, change, pointers] of cases) {
  t.test(`refused: ${what}`, async (t) => {
    t.same(pointersAfter(form, change), pointers)
  })
}

t.test('a foreign legal shareholder needs no Chinese code', async (t) => {
  const change = (form: OneForm) => {
    delete form.shareholders[0]!.uscc
    form.shareholders[0]!.type = 'FOREIGN'
  }
  t.same(pointersAfter(trading, change), [])
})

t.test('every value that departments issue is refused in a form that is handed in', async (t) => {
  const issued = {
    ...{ uscc: '91220202PDY00001X5', registrationNo: '220202200000015', legacyEntityId: 'x1', status: '1' },
    ...{ establishedOn: '2026-09-30', registryOrg: { code: '220202', name: '昌邑区市场监督管理局' } },
    tax: { authorityCode: '12202020000', taxpayerId: '91220202PDY00001X5' },
    seals: [{ key: 'I2', recordNo: '2202020000012' }],
    social: { unitNo: '220200001', injuryRiskClass: 2 },
    medical: { unitNo: '220200001' },
    housingFund: { accountNo: '220200001', bank: '样例银行' },
    bank: { accountNo: '0802000100001', basicAccountNo: 'J2400000000001' },
    customs: { importExport: true, recordCode: '2202960001' },
    statistics: { unitCode: 'PDY00001X', industryCode: '6210' },
  }
  t.same(
    pointersAfter(restaurant, set(issued)),
    issuedPaths.map((path) => path.replace('*', '1')),
  )
})

t.test('everything that is wrong is said at once, in both languages', async (t) => {
  const issues = checkFormRules(example('invalid/people-and-roles'), context)
  t.ok(issues.length >= 6)
  for (const { code, zh, en } of issues) {
    t.equal(code, 'YB_FORM_RULE')
    t.match(zh, /\p{Script=Han}/u)
    t.notMatch(en, /\p{Script=Han}/u)
  }
})

t.test('no issue quotes a personal value', async (t) => {
  const personal = restaurant.people.flatMap(({ name, idNo, mobile = '' }) => [name, idNo, mobile])
  for (const name of ['people-and-roles', 'sums-and-shareholders', 'issued-values']) {
    for (const { zh, en } of checkFormRules(example(`invalid/${name}`), context)) {
      for (const value of personal) t.notOk(zh.includes(value) || en.includes(value))
    }
  }
})

t.test('the day decides: five years are counted from the submission', async (t) => {
  const { capital } = restaurant
  const on = (submittedOn: string) =>
    checkFormRules(restaurant, { submittedOn }).map(({ pointer }) => pointer)
  t.equal(capital.paidInBy, '2031-06-30')
  t.ok(on('2026-06-29').includes('/capital/paidInBy'))
  t.notOk(on('2026-06-30').includes('/capital/paidInBy'))
})

t.test('the text of a scope is its items, with the clause only when one is licensed', async (t) => {
  const general = { text: '软件开发', kind: 'GENERAL' }
  t.equal(scopeText([general, { text: '会议及展览服务', kind: 'GENERAL' }]), '软件开发；会议及展览服务')
  t.match(
    scopeText([general, { text: '餐饮服务', kind: 'LICENSED' }]),
    /^软件开发；餐饮服务（依法须经批准的项目/,
  )
})

t.test('the section of every listed class is the table’s', async (t) => {
  for (const { code, section } of codeTables.industries.codes) {
    if (section !== undefined) t.equal(sectionOfIndustry(code), section, code)
  }
  t.equal(sectionOfIndustry('0000'), undefined)
  t.equal(sectionOfIndustry('9800'), undefined)
})

t.test('every rule is broken by a case here', async (t) => {
  const forms = cases.map(([, form, change]) => {
    const copy = structuredClone(form)
    change(copy)
    return copy
  })
  // What the schema alone can already refuse is checked again by these rules, for a form that grew by supplements.
  const doubled = ['shareholdersAreFewEnough', 'termsAreShortEnough', 'nothingIssuedIsGiven']
  for (const rule of formRules) {
    if (doubled.includes(rule.name)) continue
    t.ok(
      forms.some((form) => [...rule(form, context)].length > 0),
      rule.name,
    )
  }
})
