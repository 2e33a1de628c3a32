import t from 'tap'
import { type CatalogueItem, catalogueProblems, compileCatalogue, shippedReference } from '../index.ts'
import { consultingForm, formWithScope } from './fixtures/forms.ts'

const items = shippedReference().catalogue.map(({ content }) => content)
const catalogue = compileCatalogue(items)
const setUp = new Set(
  shippedReference().processes.find(({ content }) => content.process === 'company-setup')?.content.items,
)
const applicable = (form: object): string[] => catalogue.applicable(form, setUp).map(({ code }) => code)

const universal = [
  'company-setup-registration',
  'housing-fund-registration',
  'medical-insurance-registration',
  'seal-engraving-recordal',
  'social-insurance-registration',
  'statistical-unit-listing',
  'tax-information-confirmation',
  'basic-account-opening',
  'invoice-supply',
]

/** What a scope adds to the universal items. */
const added = (...codes: readonly string[]): string[] =>
  applicable(formWithScope(...codes)).filter((code) => !universal.includes(code))

t.test('a consulting company needs the universal items alone, in a fixed order', (t) => {
  t.strictSame(applicable(consultingForm()), universal)
  t.end()
})

t.test('the scope brings its items with it', (t) => {
  t.strictSame(added('H621001'), ['food-business-licence'])
  t.strictSame(added('F522902'), ['prepackaged-food-recordal'])
  t.strictSame(added('F518101'), ['customs-recordal'])
  t.strictSame(added('F516901'), ['hazardous-chemicals-licence'])
  t.strictSame(added('H612901'), [
    'hotel-special-trade-licence',
    'pre-opening-fire-check',
    'public-venue-hygiene-licence',
  ])
  t.strictSame(added('R901101'), [
    'entertainment-venue-licence',
    'pre-opening-fire-check',
    'public-venue-hygiene-licence',
  ])
  t.strictSame(added('L726201', 'G543101'), ['human-resources-service-licence', 'road-transport-licence'])
  t.end()
})

t.test('what the founder states brings its items with it', (t) => {
  const form = consultingForm()
  const employee = { key: 'E1', name: '王五', idNo: '220204180203040116', hireDate: '2026-10-08' }
  t.ok(applicable({ ...form, employees: [employee] }).includes('employment-registration'))
  t.notOk(applicable({ ...form, employees: [] }).includes('employment-registration'))
  t.ok(applicable({ ...form, customs: { importExport: true } }).includes('customs-recordal'))
  t.notOk(applicable({ ...form, customs: { importExport: false } }).includes('customs-recordal'))
  t.notOk(applicable({ ...form, bank: { ...form.bank!, consent: false } }).includes('basic-account-opening'))
  t.notOk(applicable({ ...form, seals: [] }).includes('seal-engraving-recordal'))
  const { housingFund: _fund, ...rest } = form
  t.notOk(applicable(rest).includes('housing-fund-registration'))
  t.end()
})

t.test('what must end before stands before, whatever the order of the files', (t) => {
  const codes = compileCatalogue(items.toReversed()).items.map(({ code }) => code)
  t.strictSame(
    codes,
    catalogue.items.map(({ code }) => code),
  )
  for (const { code, dependsOn } of items) {
    for (const before of dependsOn)
      t.ok(codes.indexOf(before) < codes.indexOf(code), `${before} before ${code}`)
  }
  t.equal(catalogue.byCode.get('invoice-supply')?.department, 'TAX')
  t.end()
})

const [sample] = items as [CatalogueItem]
const item = (code: string, ...dependsOn: string[]): CatalogueItem => ({
  ...sample,
  code,
  dependsOn,
  appliesWhen: true,
})

t.test('items that wait for one another are refused', (t) => {
  const circle = [item('a', 'b'), item('b', 'c'), item('c', 'a'), item('d')]
  t.throws(() => compileCatalogue(circle), { code: 'YB_CONFIGURATION', message: /a, b, c/ })
  t.throws(() => compileCatalogue([item('a', 'a')]), { code: 'YB_CONFIGURATION' })
  t.match(catalogueProblems(circle), [/wait for one another: a, b, c/])
  t.end()
})

t.test('what is wrong with a catalogue is said at once', (t) => {
  const broken = { ...item('x'), appliesWhen: { type: 'no such type' } }
  t.strictSame(catalogueProblems([item('a'), item('a'), item('b', 'nowhere'), broken]), [
    'a: two items have this code',
    'b: depends on nowhere, which is no item',
    'x: appliesWhen is no JSON Schema',
  ])
  t.strictSame(catalogueProblems(items), [])
  t.throws(() => compileCatalogue([broken]).applicable({}, new Set(['x'])), { code: 'YB_CONFIGURATION' })
  t.end()
})

t.test('an item that depends on an unknown one still works', (t) => {
  t.strictSame(
    compileCatalogue([item('b', 'nowhere')])
      .applicable({}, new Set(['b']))
      .map(({ code }) => code),
    ['b'],
  )
  t.end()
})
