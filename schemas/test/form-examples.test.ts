/** The forms in `examples/` and those that the workload makes. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import type { OneForm } from '../generated/one-form.ts'
import { formSchema, schemaLeaves } from '../src/form/form-schema.ts'
import { leavesOf } from '../src/form/paths.ts'
import { checkFormRules } from '../src/form/rules.ts'
import { makeForm } from '../src/form/workload.ts'
import { distinctNames } from '../src/form/workload-draft.ts'
import { isFixtureResidentId, isFixtureUscc } from '../src/identifiers/index.ts'
import { validateForm } from '../src/validate.ts'

const folder = fileURLToPath(new URL('../../examples/', import.meta.url))
const read = (file: string): OneForm => JSON.parse(readFileSync(file, 'utf8'))
const context = { submittedOn: '2026-09-24', divisionPrefixes: ['2202'] }
const bytes = (form: OneForm): number => Buffer.byteLength(JSON.stringify(form))

function refusesRealPeople(t: Test, form: OneForm, name: string): void {
  for (const { idType, idNo, mobile = '+999' } of form.people) {
    t.ok(idType === '111' && isFixtureResidentId(idNo), `${name}: a number that nobody living bears`)
    t.ok(mobile.startsWith('+999'), `${name}: a telephone number of no country`)
  }
  for (const { uscc } of form.shareholders) t.ok(uscc === undefined || isFixtureUscc(uscc), name)
}

t.test('every example can be handed in', async (t) => {
  const files = globSync('*.json', { cwd: folder }).filter((file) => !file.startsWith('calendar-'))
  t.same(files.sort(), ['consulting.json', 'restaurant.json', 'trading.json'])
  for (const file of files) {
    const form = read(folder + file)
    t.same(validateForm(form), [], file)
    t.same(checkFormRules(form, context), [], file)
    t.same(checkFormRules(form, { ...context, submittedOn: '2030-12-31' }), [], `${file} in years`)
    refusesRealPeople(t, form, file)
  }
})

t.test('a complete form has 4 to 5 KB', async (t) => {
  for (const name of ['restaurant', 'trading']) {
    const size = bytes(read(`${folder}${name}.json`))
    t.ok(size >= 4000 && size <= 5000, `${name}: ${size}`)
  }
})

t.test('every invalid example fits the schema and breaks rules', async (t) => {
  const files = globSync('invalid/*.json', { cwd: folder })
  t.equal(files.length, 3)
  for (const file of files) {
    const form = read(folder + file)
    t.same(validateForm(form), [], file)
    t.ok(checkFormRules(form, context).length >= 5, file)
  }
})

t.test('every form of the workload can be handed in, on any day until 2030-12-30', async (t) => {
  for (let seed = 0; seed < 400; seed++) {
    const form = makeForm(seed * 10_007)
    const issues = [
      ...validateForm(form),
      ...checkFormRules(form, { ...context, submittedOn: '2025-12-31' }),
      ...checkFormRules(form, { ...context, submittedOn: '2030-12-30' }),
    ]
    t.same(issues, [], `seed ${seed * 10_007}`)
    const size = bytes(form)
    if (size < 4000 || size > 5000) t.fail(`seed ${seed * 10_007}: ${size} bytes`)
  }
  refusesRealPeople(t, makeForm(1), 'seed 1')
})

t.test('a seed always makes the same form, and is a whole number', async (t) => {
  t.same(makeForm(42), makeForm(42))
  t.not(makeForm(42).name.full, makeForm(43).name.full)
  for (const seed of [-1, 0.5, Number.NaN]) t.throws(() => makeForm(seed), RangeError)
})

t.test('two million forms and more have names of their own', async (t) => {
  t.ok(distinctNames > 2_000_000)
  const names = new Set<string>()
  for (let seed = 0; seed < 20_000; seed++) names.add(makeForm(seed).name.tradeName)
  for (let seed = distinctNames - 5_000; seed < distinctNames; seed++)
    names.add(makeForm(seed).name.tradeName)
  t.equal(names.size, 25_000)
})

t.test('the workload varies and uses every leaf that a founder gives, but for rare ones', async (t) => {
  const used = new Set<string>()
  const types = new Set<string>()
  for (let seed = 0; seed < 200; seed++) {
    const form = makeForm(seed)
    types.add(
      `${form.enterpriseType} ${form.industry.code} ${form.supervision.kind} ${form.bank?.participant}`,
    )
    for (const [path] of leavesOf(form)) used.add(path.replace(/\/[A-Z][0-9]+(?=\/|$)/g, '/*'))
  }
  t.ok(types.size > 40, String(types.size))
  const known = new Set(schemaLeaves(formSchema).map(({ pattern }) => pattern))
  for (const path of used) t.ok(known.has(path), path)
  t.ok(used.size > 100, String(used.size))
})
