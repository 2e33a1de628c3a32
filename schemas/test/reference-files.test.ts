import { readdirSync } from 'node:fs'
import t from 'tap'
import {
  type CatalogueItem,
  catalogueProblems,
  codeTables,
  compileMatrix,
  contentDigest,
  formSchema,
  isLifeProcess,
  type Material,
  matrixColumns,
  participantsProblems,
  processProblems,
  schemaLeaves,
  shippedReference,
  validateAgainst,
  validateEventData,
} from '../index.ts'

const reference = shippedReference()
const items = reference.catalogue.map(({ content }) => content)
const itemSchema = 'urn:yibiao:reference:catalogue-item:v1'

t.test('every shipped file fits its schema', (t) => {
  for (const item of items) t.strictSame(validateAgainst(itemSchema, item), [], item.code)
  t.strictSame(validateAgainst('urn:yibiao:reference:departments:v1', reference.departments.content), [])
  t.strictSame(validateAgainst('urn:yibiao:reference:participants:v1', reference.participants.content), [])
  for (const { content } of reference.processes) {
    t.strictSame(validateAgainst('urn:yibiao:reference:process:v1', content), [], content.process)
  }
  t.end()
})

t.test('every shipped file can be published by its event', (t) => {
  const publications = [
    ['matrix', [reference.matrix]],
    ['participants', [reference.participants]],
    ['catalogue', reference.catalogue],
    ['calendar', reference.calendars],
    ['process', reference.processes],
  ] as const
  for (const [what, all] of publications) {
    for (const data of all) t.strictSame(validateEventData(`yibiao.${what}.published.v1`, data), [], what)
  }
  t.end()
})

t.test('digests are those of the contents', (t) => {
  t.equal(reference.matrix.digest, compileMatrix(reference.matrix.content).digest)
  for (const { digest, content } of reference.catalogue) t.equal(digest, contentDigest(content))
  t.equal(Object.keys(reference.codeTables).length, Object.keys(codeTables).length)
  t.end()
})

t.test('a file is named by its code', (t) => {
  const names = readdirSync(new URL('../reference/catalogue/', import.meta.url)).sort()
  t.strictSame(names, items.map(({ code }) => `${code}.json`).sort())
  t.end()
})

/** The object with the member at a path blank. */
function blanked(value: unknown, [name, ...rest]: readonly string[], blank: unknown): unknown {
  if (name === undefined) return blank
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[name] = blanked(copy[name], rest, blank)
  return copy
}

const facts = [
  'name',
  'legalBasis',
  'conditions',
  'procedure',
  'quota',
  'timeLimit',
  'materials',
  'feeBasisAndStandard',
]
const feeFacts = ['name', 'legalBasis', 'feeLicenceNo', 'payer', 'scope', 'rate', 'frequency', 'period']

t.test('an item with a blank among the eight facts of items or fees is refused', (t) => {
  const [item] = items as [CatalogueItem]
  const blanks = [
    ...facts.map((fact) => ['disclosure', fact]),
    ...feeFacts.map((fact) => ['fees', '0', fact]),
    ['disclosure', 'legalBasis', '0', 'zh'],
    ['disclosure', 'quota', 'en'],
    ['disclosure', 'materials', '0', 'zh'],
    ['disclosure', 'timeLimit', 'promised', 'basis', 'zh'],
    ['fees', '0', 'rate', 'zh'],
  ]
  for (const place of blanks) {
    for (const blank of [undefined, '', '  ', [], {}]) {
      const issues = validateAgainst(itemSchema, JSON.parse(JSON.stringify(blanked(item, place, blank))))
      t.ok(issues.length > 0, `${place.join('/')} ${JSON.stringify(blank)}`)
    }
  }
  t.ok(validateAgainst(itemSchema, { ...item, fees: [] }).length > 0, 'an item without a fee says so')
  t.end()
})

t.test('both language texts are in their language', (t) => {
  const texts = (value: unknown): { zh: string; en: string }[] => {
    if (typeof value !== 'object' || value === null) return []
    const own = 'zh' in value && 'en' in value ? [value as { zh: string; en: string }] : []
    return [...own, ...Object.values(value).flatMap(texts)]
  }
  for (const item of items) {
    for (const { zh } of texts(item)) t.match(zh, /\p{Script=Han}/u, item.code)
    t.notMatch(item.name.en, /\p{Script=Han}/u)
  }
  t.end()
})

t.test('a promised item is promised in half of the statutory time at most', (t) => {
  for (const { code, itemType, disclosure } of items) {
    const { statutory, promised } = disclosure.timeLimit
    if (itemType === 'INSTANT') t.equal(promised.value, 0, code)
    else if (statutory.unit === promised.unit) t.ok(promised.value <= statutory.value / 2, code)
    else t.fail(`${code}: limits in different units`)
  }
  t.end()
})

t.test('silence never grants', (t) => {
  for (const { code, tacitConsent } of items) t.notOk(tacitConsent, code)
  t.end()
})

t.test('an item issues paths of the form that its department’s column writes', (t) => {
  const matrix = compileMatrix(reference.matrix.content)
  const leaves = new Set(schemaLeaves(formSchema).map(({ pattern }) => pattern))
  const columns = new Map(reference.departments.content.departments.map(({ code, column }) => [code, column]))
  for (const { code, department, issues } of items) {
    for (const path of issues) {
      t.ok(leaves.has(path), `${code} ${path}`)
      t.equal(matrix.ownerOf(path.replaceAll('*', 'K1')), columns.get(department), `${code} ${path}`)
    }
  }
  t.end()
})

t.test('departments in charge exist and have a column', (t) => {
  const departments = new Map(reference.departments.content.departments.map((one) => [one.code, one]))
  t.equal(departments.size, reference.departments.content.departments.length)
  for (const { code, department } of items) t.ok(departments.get(department)?.column, `${code} ${department}`)
  for (const { code, column, until, successor } of departments.values()) {
    if (column !== null) t.ok((matrixColumns as readonly string[]).includes(column), code)
    if (until !== null) t.ok(departments.has(successor ?? ''), `${code} has a successor`)
  }
  t.end()
})

/** Licensed trades of which the catalogue has no item yet. */
const withoutItem = ['E471001', 'E501201', 'F522701', 'I642901', 'M748401']

t.test('conditions name items of scope that exist, and licensed ones have an item', (t) => {
  const named = new Set(
    items.flatMap(({ appliesWhen }) =>
      [...JSON.stringify(appliesWhen).matchAll(/[A-T]\d{6}/g)].map(([code]) => code),
    ),
  )
  const scope = codeTables.scopeItems.codes
  const known = new Set(scope.map(({ code }) => code))
  for (const code of named) t.ok(known.has(code), code)
  const licensed = scope.filter(({ kind }) => kind === 'LICENSED').map(({ code }) => code)
  t.strictSame(
    licensed.filter((code) => !named.has(code)),
    withoutItem,
  )
  t.end()
})

t.test('an item that stands before the registration is that of a scope item with gate PRE', (t) => {
  const gates = new Map(codeTables.scopeItems.codes.map(({ code, gate }) => [code, gate]))
  for (const { code, gate, appliesWhen } of items) {
    const codes = [...JSON.stringify(appliesWhen).matchAll(/[A-T]\d{6}/g)].map(([found]) => found)
    for (const found of codes) t.equal(gates.get(found) === 'PRE', gate === 'PRE', `${code} ${found}`)
  }
  t.end()
})

t.test('a process names items of the catalogue, its registration among them', (t) => {
  const codes = new Set(items.map(({ code }) => code))
  for (const { content } of reference.processes) {
    for (const code of content.items) t.ok(codes.has(code), code)
    t.ok(content.items.includes(content.registration))
    t.equal(content.form, formSchema.$id)
    t.strictSame(processProblems(content), [], content.process)
    if (isLifeProcess(content)) continue
    t.equal(items.find(({ code }) => code === content.registration)?.kind, 'REGISTRATION')
  }
  t.end()
})

t.test('every material has a code, and the same material the same code in every item', (t) => {
  const meanings = new Map<string, string>()
  for (const { code: item, disclosure } of items)
    for (const { code, zh, from, required } of disclosure.materials) {
      t.match(code, /^[a-z]/, `${item}: ${zh}`)
      const meaning = meanings.get(code ?? '') ?? `${from} ${zh}`
      t.equal(`${from} ${zh}`, meaning, `${item}: ${code}`)
      meanings.set(code ?? '', meaning)
      t.notOk(required, `${item}: no sample refuses a filing for want of ${code}`)
    }
  t.equal(new Set(meanings.values()).size, meanings.size, 'no material has two codes')
  t.end()
})

t.test('two materials of one code, and one required that nobody can hand in, are found out', (t) => {
  const [item] = items as [CatalogueItem]
  const [first, ...more] = item.disclosure.materials as [Material, ...Material[]]
  const withMaterials = (...materials: CatalogueItem['disclosure']['materials']): CatalogueItem => ({
    ...item,
    disclosure: { ...item.disclosure, materials },
  })
  t.match(catalogueProblems([withMaterials(first, ...more, first)]).join(), /two materials have the code/)
  const form = { ...first, from: 'FORM', required: true } as const
  t.match(catalogueProblems([withMaterials(form, ...more)]).join(), /is required and not handed in/)
  t.end()
})

t.test('the shipped lists hold together', (t) => {
  t.strictSame(catalogueProblems(items), [])
  t.strictSame(participantsProblems(reference.participants.content), [])
  t.end()
})
