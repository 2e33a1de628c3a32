import { isUscc, leavesOf, makeForm, mod1110CheckDigit } from '@yibiao/schemas'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { amr } from '../reference-systems/amr.ts'
import { amrFood, foodLicenceNo } from '../reference-systems/amr-food.ts'
import { bankIcbc } from '../reference-systems/bank-icbc.ts'
import { customs } from '../reference-systems/customs.ts'
import { decide } from '../reference-systems/decide.ts'
import { FormValues } from '../reference-systems/form-values.ts'
import { hpf } from '../reference-systems/hpf.ts'
import { hrss } from '../reference-systems/hrss.ts'
import { referenceSystems } from '../reference-systems/index.ts'
import { NumberBook } from '../reference-systems/number-book.ts'
import { psb } from '../reference-systems/psb.ts'
import type { Case, DecisionContext, ReferenceSystem } from '../reference-systems/system.ts'
import { tax } from '../reference-systems/tax.ts'
import { servedItems } from './support/town.ts'

const numbersOf = () => new NumberBook(new Sqlite(':memory:'))

interface Given {
  readonly record?: string
  readonly round?: number
  readonly kind?: Case['kind']
  readonly numbers?: NumberBook
}

function contextOf(
  form: object,
  { record = 'R1', round = 1, kind = 'LICENCE', numbers = numbersOf() }: Given = {},
): DecisionContext {
  return {
    case: { approval: 'F1/x', record, filing: 'F1', item: 'x', kind, round, number: 1 },
    values: new FormValues(new Map(leavesOf(form))),
    today: '2026-09-30',
    numbers,
  }
}

const practiceOf = (system: ReferenceSystem, item = Object.keys(system.items)[0]!) => system.items[item]!
const codesOf = (system: ReferenceSystem, form: object, item?: string) =>
  practiceOf(system, item)
    .check(contextOf(form))
    .map(({ code }) => code)
const issued = (system: ReferenceSystem, form: object, given?: Given, item?: string) =>
  practiceOf(system, item).issue(contextOf(form, given)).form as Record<string, never>

const registered = { uscc: '91220202PDY00001X5', domicile: { divisionCode: '220202001' } }

t.test('the systems are in step with the catalogue', async (t) => {
  const known = referenceSystems.flatMap(({ code, items }) =>
    Object.keys(items).map((item) => `${code} ${item}`),
  )
  const served = servedItems.map(({ item, participant }) => `${participant} ${item.code}`)
  t.same(known.sort(), served.sort())
})

t.test('the registrar finds nothing wrong with forms that are in order', async (t) => {
  for (let seed = 0; seed < 300; seed++) {
    const form = makeForm(seed)
    const found = practiceOf(amr).check(contextOf(form))
    if (found.length > 0) t.same(found, [], `form ${seed}`)
  }
})

t.test('the registrar finds every fault of a form at once', async (t) => {
  const form = structuredClone(makeForm(1)) as unknown as {
    name: Record<string, string>
    capital: { amountFen: number }
    domicile: { divisionCode: string }
    shareholders: { subscribedBy: string }[]
  }
  form.name.tradeName = '中国第一'
  form.capital.amountFen += 1
  form.domicile.divisionCode = '110101'
  form.shareholders[0]!.subscribedBy = '2031-10-01'
  t.same(codesOf(amr, form), [
    'NAME_FORBIDDEN_WORD',
    'NAME_FORBIDDEN_WORD',
    'NAME_PARTS',
    'CAPITAL_SUM',
    'CONTRIBUTION_TOO_LATE',
    'DOMICILE_OUTSIDE',
  ])
})

t.test('a trade name has two Chinese characters', async (t) => {
  const name = (tradeName: string) => ({
    name: {
      full: `吉林市${tradeName}餐饮有限公司`,
      division: '吉林市',
      tradeName,
      industry: '餐饮',
      orgForm: '有限公司',
    },
    capital: { amountFen: 0 },
    domicile: { divisionCode: '220202' },
  })
  t.same(codesOf(amr, name('松花江')), [])
  t.same(codesOf(amr, name('江A')), ['NAME_TRADE_NAME_SHORT'])
})

t.test(
  'a fault is a supplement first, a refusal when it stays, and never a refusal of what nobody decides',
  async (t) => {
    const form = { ...makeForm(1), domicile: { divisionCode: '110101' } }
    const verb = (round: number, kind: Case['kind']) =>
      decide(contextOf(form, { round, kind }), practiceOf(amr), {}).verb
    t.equal(verb(1, 'REGISTRATION'), 'supplement')
    t.equal(verb(2, 'REGISTRATION'), 'refused')
    t.equal(verb(2, 'RECORDAL'), 'supplement')
  },
)

t.test('codes count up in the division of the domicile, each record has one', async (t) => {
  const numbers = numbersOf()
  const code = (record: string, divisionCode: string) =>
    issued(amr, { domicile: { divisionCode } }, { record, numbers }).uscc
  t.equal(code('R1', '220202'), '91220202PDY00001X5')
  t.equal(code('R2', '220202001'), '91220202PDY0000285')
  t.equal(code('R1', '220202'), '91220202PDY00001X5')
  t.equal(code('R3', '220204'), '91220204PDY00001X2')
})

t.test('when the codes of a division are used up the next division follows', async (t) => {
  const numbers = numbersOf()
  numbers.take('uscc-220202', 'R0', 99_999)
  numbers.giveUp('uscc-220202', 'R0', 99_997)
  const code = (record: string) =>
    String(issued(amr, { domicile: { divisionCode: '220202' } }, { record, numbers }).uscc)
  t.equal(code('R1').slice(2, 16), '220202PDY99999')
  t.equal(code('R2').slice(2, 16), '220203PDY00001')
  t.ok(isUscc(code('R2')))
  t.equal(code('R1').slice(2, 16), '220202PDY99999')
})

t.test('a number given up is never given again', async (t) => {
  const numbers = numbersOf()
  t.equal(numbers.take('s', 'a', 10), 1)
  numbers.giveUp('s', 'a')
  t.equal(numbers.take('s', 'a', 10), 2)
  t.equal(numbers.take('s', 'b', 10), 3)
  t.equal(numbers.take('s', 'c', 3), undefined)
})

t.test(
  'the tax bureau derives number, authority and taxes, and cuts invoices to the first quota',
  async (t) => {
    t.match(issued(tax, registered), {
      tax: { taxpayerId: '91220202PDY00001X5', authorityCode: '12202020000', types: ['VAT', 'CIT'] },
    })
    const asked = {
      ...registered,
      tax: { vatStatus: 'SMALL_SCALE', invoice: { monthlyQuantity: 200, perInvoiceCapFen: 500_000 } },
    }
    t.same(issued(tax, asked, {}, 'invoice-supply'), {
      tax: { invoice: { monthlyQuantity: 25, perInvoiceCapFen: 500_000 } },
    })
  },
)

t.test('the police put one seal of each kind on record', async (t) => {
  const seals = [
    { key: 'S1', kind: 'OFFICIAL' },
    { key: 'S2', kind: 'FINANCE' },
  ]
  const numbers = numbersOf()
  const form = issued(psb, { ...registered, seals }, { numbers })
  t.same(form.seals, [
    { key: 'S1', recordNo: '2202020000001' },
    { key: 'S2', recordNo: '2202020000002' },
  ])
  const again = [...seals.map((seal) => ({ ...seal, recordNo: 'X' })), { key: 'S3', kind: 'OFFICIAL' }]
  const context = contextOf({ ...registered, seals: again }, { numbers })
  t.match(practiceOf(psb).check(context), [{ code: 'SEAL_REPEATED', path: '/seals/S3/kind' }])
  t.same(codesOf(psb, { ...registered, seals: [...seals, { key: 'S3', kind: 'OFFICIAL' }] }), [
    'SEAL_REPEATED',
  ])
  t.equal(
    decide({ ...context, case: { ...context.case, kind: 'LICENCE' } }, practiceOf(psb), {}).verb,
    'refused',
  )
})

t.test('social insurance is registered with the obligatory kinds', async (t) => {
  t.match(issued(hrss, { ...registered, industry: { section: 'H' } }), {
    social: { unitNo: '220200000001', injuryRiskClass: 2 },
  })
  t.same(codesOf(hrss, { social: { insuranceTypes: ['PENSION', 'MEDICAL'] } }), ['INSURANCE_MISSING'])
})

t.test('the ratio of the housing fund is 5 to 12 per cent', async (t) => {
  const ratio = (ratioUnit: number, ratioStaff: number) =>
    codesOf(hpf, { housingFund: { ratioUnit, ratioStaff } })
  t.same(ratio(500, 1200), [])
  t.same(ratio(499, 1201), ['RATIO_OUT_OF_RANGE', 'RATIO_OUT_OF_RANGE'])
})

t.test('a bank opens accounts for those who chose it', async (t) => {
  t.same(codesOf(bankIcbc, { bank: { participant: 'BANK-ICBC' } }), [])
  t.same(codesOf(bankIcbc, { bank: { participant: 'BANK-CCB' } }), ['BANK_NOT_CHOSEN'])
  t.match(issued(bankIcbc, { bank: { accountNature: 'BASIC' } }), {
    bank: { accountNo: '0802210009000000001', basicAccountNo: 'J2420000000001' },
  })
  t.notOk('basicAccountNo' in issued(bankIcbc, { bank: { accountNature: 'GENERAL' } }).bank!)
})

t.test('customs records importers only', async (t) => {
  t.same(codesOf(customs, { customs: { importExport: false } }), ['NO_IMPORT_EXPORT'])
  t.same(codesOf(customs, { customs: { importExport: true } }), [])
  t.same(codesOf(customs, { scope: { items: [{ key: 'B1', itemCode: 'F518102' }] } }), [])
  t.same(issued(customs, registered), { customs: { recordCode: '2202900001' } })
})

t.test('a food licence covers the food items, has a check digit and ends after five years', async (t) => {
  const items = [
    { key: 'B1', itemCode: 'H621001' },
    { key: 'B2', itemCode: 'H624201' },
  ]
  const { form, validTo } = practiceOf(amrFood).issue(contextOf({ ...registered, scope: { items } }))
  t.match(form, {
    licences: [{ key: 'JY000001', kind: 'FOOD-BUSINESS', scopeItemKeys: ['B1'], validTo: '2031-09-29' }],
  })
  t.equal(validTo, '2031-09-29')
  const no = foodLicenceNo('2', '220202', '000001')
  t.match(no, /^JY\d{14}$/)
  t.equal(Number(no.at(-1)), mod1110CheckDigit(no.slice(2, 15)))
  t.same(codesOf(amrFood, { scope: { items: [{ key: 'B1', itemCode: 'A014101' }] } }), ['NO_SUCH_BUSINESS'])
})

t.test('every text is there in both languages', async (t) => {
  for (const { code, nameZh, nameEn, items } of referenceSystems) {
    t.match(nameZh, /\p{Script=Han}/u, code)
    t.notMatch(nameEn, /\p{Script=Han}/u, code)
    for (const practice of Object.values(items)) {
      const { zh, en } = practice.sample(contextOf({}))
      t.match(zh, /\p{Script=Han}/u, code)
      t.notMatch(en, /\p{Script=Han}/u, code)
    }
  }
})
