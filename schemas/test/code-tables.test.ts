import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { isDate } from '../src/dates.ts'
import {
  type CodeTable,
  type CodeTableName,
  codeTables,
  findCode,
  isCode,
  isRegistryDivision,
  nameOfCode,
} from '../src/reference/index.ts'

const names = Object.keys(codeTables) as CodeTableName[]
const tables: readonly CodeTable[] = Object.values(codeTables)
const folder = new URL('../reference/code-tables/', import.meta.url)
const formFolder = new URL('../form/', import.meta.url)

t.test('every file is loaded under the name it gives itself', async (t) => {
  const files = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))
  t.same(tables.map(({ table }) => table).toSorted(), [...files, 'divisions'].toSorted())
  const camel = (table: string) => table.replace(/-./g, (part) => part.charAt(1).toUpperCase())
  t.same(
    names,
    tables.map(({ table }) => camel(table)),
  )
})

t.test('every table is dated, versioned, sourced and in both languages', async (t) => {
  for (const { table, version, validFrom, titleZh, titleEn, source, confirmed, codes } of tables) {
    t.ok(Number.isInteger(version) && version > 0 && isDate(validFrom) && source.length > 0, table)
    t.match(titleZh, /[一-龥]/, table)
    t.match(titleEn, /^[A-Z][^一-龥]+$/, table)
    t.equal(new Set(codes.map(({ code }) => code)).size, codes.length, `${table}: codes occur once`)
    t.ok(
      codes.every(({ zh }) => /[一-龥]/.test(zh)),
      `${table}: Chinese`,
    )
    t.ok(
      codes.every(({ en }) => /^[A-Z][^一-龥]+$/.test(en)),
      `${table}: English`,
    )
    t.ok(
      !confirmed || codes.every((entry) => entry.confirmed !== false),
      `${table}: confirmed only as a whole`,
    )
  }
})

t.test('codes are found by table and code', async (t) => {
  t.match(findCode('enterpriseTypes', '1151'), { zh: '有限责任公司（自然人独资）' })
  t.match(findCode('nationalities', '156'), { alpha3: 'CHN' })
  t.equal(findCode('sex', '3'), undefined)
  t.ok(isCode('registryStatus', '1'))
  t.notOk(isCode('registryStatus', '7'))
  t.equal(nameOfCode('sex', '1', 'zh'), '男性')
  t.equal(nameOfCode('sex', '1', 'en'), 'Male')
  t.equal(nameOfCode('sex', 'x', 'en'), 'x')
})

t.test(
  'scope items name a class that exists, and exactly the licensed ones have a gate and a licence',
  async (t) => {
    const { codes } = codeTables.scopeItems
    t.ok(codes.length >= 40)
    for (const { code, kind, gate, industry, licenceZh, licenceEn } of codes) {
      const section = findCode('industries', industry)?.section
      t.equal(code.slice(0, 5), `${section}${industry}`, code)
      t.match(code, /^[0-9A-Z]{3,16}$/)
      t.ok(
        kind === 'GENERAL' ? gate === 'NONE' : kind === 'LICENSED' && (gate === 'PRE' || gate === 'POST'),
        code,
      )
      t.equal(kind === 'LICENSED', licenceZh !== undefined && licenceEn !== undefined, code)
    }
    t.match(findCode('scopeItems', 'H621001'), { zh: '餐饮服务', gate: 'POST' })
    t.match(findCode('scopeItems', 'F516901'), { zh: '危险化学品经营', gate: 'PRE' })
  },
)

t.test('industries are the sections A to T and classes of them', async (t) => {
  const { codes } = codeTables.industries
  const sections = codes.filter(({ level }) => level === 'SECTION').map(({ code }) => code)
  t.equal(sections.join(''), 'ABCDEFGHIJKLMNOPQRST')
  for (const { code, level, section } of codes) {
    t.ok(
      level === 'SECTION' ? section === undefined : /^\d{4}$/.test(code) && sections.includes(section ?? ''),
      code,
    )
  }
})

t.test('divisions form a tree by their digits; statistical ones are no registry', async (t) => {
  for (const { code, level, parent } of codeTables.divisions.codes) {
    t.match(code, /^22\d{4}$/)
    if (level === 'PROVINCE') t.equal(parent, undefined)
    else t.equal(parent, level === 'COUNTY' ? `${code.slice(0, 4)}00` : '220000', code)
    t.ok(parent === undefined || isCode('divisions', parent), code)
  }
  t.equal(codeTables.divisions.codes.filter(({ level }) => level === 'PREFECTURE').length, 9)
  t.ok(isRegistryDivision('220202'))
  t.notOk(isRegistryDivision('220271'))
  t.notOk(isRegistryDivision('999999'))
})

t.test('a form field with a list of values takes no value that its table does not name', async (t) => {
  const fields: readonly [string, string, CodeTableName][] = [
    ['identity', 'enterpriseType', 'enterpriseTypes'],
    ['identity', 'status', 'registryStatus'],
    ['identity', 'orgForm', 'orgForms'],
    ['premises', 'rightKind', 'domicileRights'],
    ['capital', 'currency', 'currencies'],
    ['people', 'idType', 'idTypes'],
    ['people', 'sex', 'sex'],
    ['tax', 'vatStatus', 'vatStatus'],
    ['tax', 'accountingSystem', 'accountingSystems'],
    ['tax', 'depreciation', 'depreciationMethods'],
    ['tax', 'types', 'taxTypes'],
    ['tax', 'kinds', 'invoiceKinds'],
    ['seals', 'material', 'sealMaterials'],
    ['social', 'insuranceTypes', 'insuranceTypes'],
  ]
  for (const [section, field, table] of fields) {
    const values = enumOf(JSON.parse(readFileSync(new URL(`${section}.json`, formFolder), 'utf8')), field)
    t.ok(values.length > 0, `${section}: ${field} has a list of values`)
    t.same(
      values.filter((value) => !isCode(table, value)),
      [],
      `${section}: ${field} in ${table}`,
    )
  }
})

/** The `enum` of the first property of that name, or of its items. */
function enumOf(schema: unknown, name: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  for (const [key, value] of Object.entries(schema)) {
    if (key === name && typeof value === 'object' && value !== null) {
      const found = value.enum ?? value.items?.enum
      if (Array.isArray(found)) return found
    }
    const inner = enumOf(value, name)
    if (inner.length > 0) return inner
  }
  return []
}
