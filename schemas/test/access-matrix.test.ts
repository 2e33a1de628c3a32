import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import content from '../reference/access-matrix.json' with { type: 'json' }
import { applyFragment } from '../src/form/apply.ts'
import { formSchema, schemaLeaves } from '../src/form/form-schema.ts'
import { bitsOf, seenBy } from '../src/form/grants.ts'
import { mask } from '../src/form/mask.ts'
import { compileMatrix } from '../src/form/matrix.ts'
import { type MatrixContent, matrixColumns, matrixProblems } from '../src/form/matrix-content.ts'
import { type FormTree, leavesOf } from '../src/form/paths.ts'
import { roleMasksOf, rolesOf } from '../src/form/roles.ts'
import { issuedPaths } from '../src/form/rules/issued.ts'
import { arbitraryFragment, keys } from './fixtures/arbitrary-fragments.ts'

const matrix = compileMatrix(content)
const restaurant = JSON.parse(
  readFileSync(new URL('../../examples/restaurant.json', import.meta.url), 'utf8'),
) as FormTree
const concrete = (pattern: string): string => pattern.replaceAll('*', 'K1')
const rolesAt = (form: object, path: string) =>
  path.startsWith('/people/') ? [...(rolesOf(form).get(path.split('/')[2] ?? '') ?? [])] : []

t.test('every leaf is covered once and written by exactly one column', async (t) => {
  t.same(matrixProblems(content), [])
})

t.test('the schema names the same writer as the matrix', async (t) => {
  for (const { pattern, schema } of schemaLeaves(formSchema)) {
    t.equal(matrix.ownerOf(concrete(pattern)), schema['x-authority'], pattern)
  }
})

t.test('the founder supplies every leaf but those that departments issue', async (t) => {
  for (const { pattern } of schemaLeaves(formSchema)) {
    const issued = issuedPaths.includes(pattern)
    t.equal(matrix.maySupply(['APPLICANT'], concrete(pattern)), !issued, pattern)
    t.equal(matrix.maySupply(['PAB'], concrete(pattern)), !issued, pattern)
    t.ok(matrix.seesPath(['APPLICANT'], concrete(pattern)), `${pattern}: the founder sees the own case`)
  }
})

t.test('operators and clocks see nothing, auditors everything, supervision no personal value', async (t) => {
  t.equal(matrix.cut(['OPERATOR', 'CLOCK'], restaurant, restaurant), undefined)
  t.same(matrix.cut(['AUDITOR'], restaurant, restaurant), restaurant)
  for (const { pattern, schema } of schemaLeaves(formSchema)) {
    if (schema['x-classification'] !== 'none')
      t.equal(matrix.access(['SUPV'], concrete(pattern)), '-', pattern)
  }
})

t.test('the registrar writes, the tax office disputes an address, statistics reads capital', async (t) => {
  t.ok(matrix.mayWrite(['AMR'], '/domicile/text'))
  t.notOk(matrix.mayWrite(['TAX'], '/domicile/text'))
  t.ok(matrix.mayDispute(['TAX'], '/domicile/text'))
  t.notOk(matrix.mayDispute(['AMR'], '/domicile/text'), 'nobody disputes the own value')
  t.equal(matrix.access(['STATS'], '/capital/amountFen'), 'R')
  t.equal(matrix.access(['HRSS'], '/capital/amountFen'), '-')
})

t.test('what is no leaf of the form is nobody’s', async (t) => {
  for (const path of ['', '/name', '/nothing', '/people/P1', '/people/P1/nothing']) {
    t.equal(matrix.access(matrixColumns, path), '-', path)
    t.equal(matrix.ownerOf(path), undefined, path)
  }
  t.ok(matrix.seesPath(['TAX'], '/name'), 'a part is seen when anything in it is')
  t.notOk(matrix.seesPath(['TAX'], '/articles'))
})

t.test('several columns have the best of their grants', async (t) => {
  t.equal(matrix.access(['HRSS', 'HSA'], '/medical/unitNo'), 'W')
  t.equal(matrix.access(['SUPV', 'STATS'], '/uscc'), 'R')
  t.equal(matrix.access(['NOBODY'], '/uscc'), '-')
})

t.test('what is seen of a person follows from the roles, best of all of them', async (t) => {
  t.equal(matrix.access(['TAX'], '/people/P1/idNo'), '-', 'nobody in particular')
  t.equal(matrix.access(['TAX'], '/people/P1/idNo', ['legalRepresentative']), 'R')
  t.equal(matrix.access(['HRSS'], '/people/P1/idNo', ['legalRepresentative']), 'M')
  t.equal(matrix.access(['HRSS'], '/people/P1/mobile', ['supervisor', 'socialContact']), 'R')
  t.equal(matrix.access(['BANK'], '/people/P1/name', ['taxOfficer']), 'M')
  t.equal(matrix.access(['BANK'], '/people/P1/name', ['taxOfficer', 'shareholder', 'beneficialOwner']), 'C')
})

t.test('a bank sees nothing without the founder’s consent', async (t) => {
  const without = structuredClone(restaurant) as { bank: { consent: boolean } } & FormTree
  t.ok(matrix.cut(['BANK'], restaurant, restaurant))
  without.bank.consent = false
  t.equal(matrix.cut(['BANK'], without, without), undefined)
  const { bank: _bank, ...none } = restaurant
  t.equal(matrix.cut(['BANK'], none, none), undefined)
  t.ok(matrix.cut(['BANK', 'TAX'], none, none), 'another column keeps its own grants')
})

t.test('masks keep what their documentation says, and never the length', async (t) => {
  t.equal(mask('/people/P1/idNo', '220202180001010012'), '2202***12')
  t.equal(mask('/people/P1/mobile', '13900000001'), '139***01')
  t.equal(mask('/people/P1/name', '欧阳若水'), '欧***')
  t.equal(mask('/people/P1/name', '𠮷田'), '𠮷***', 'a character beyond the first plane stays whole')
  t.equal(mask('/people/P1/idNo', 'AB12345'), '***', 'too short to hide enough')
  t.equal(mask('/social/expectedHeadcount', 12), '***')
  t.equal(mask('/tax/types', ['VAT']), '***')
})

t.test('a cut shows exactly the leaves that the access allows, masked where it is M', async () => {
  const some = fc.subarray([...matrixColumns], { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(
      arbitraryFragment,
      arbitraryFragment,
      some,
      fc.boolean(),
      (before, fragment, columns, consent) => {
        const form = applyFragment(applyFragment({}, before), fragment)
        const meets = applyFragment(form, { bank: { consent } })
        const allowed = consent ? columns : columns.filter((column) => column !== 'BANK')
        const expected = leavesOf(fragment).flatMap(([path, value]) => {
          const access = matrix.access(allowed, path, rolesAt(meets, path))
          if (access === '-') return []
          return [[path, access === 'M' ? mask(path, value) : value]]
        })
        const cut = matrix.cut(columns, fragment, meets)
        assert.deepEqual(cut === undefined ? [] : leavesOf(cut), expected)
      },
    ),
    { numRuns: 200 },
  )
})

t.test('a cut is a copy', async (t) => {
  const copy = structuredClone(restaurant)
  const cut = matrix.cut(['AMR'], restaurant, restaurant) as { agent: { authority: string[] } }
  cut.agent.authority.push('ANYTHING')
  t.same(restaurant, copy)
})

t.test('the roles of a person are all that refer to the person', async (t) => {
  t.same(
    [...(rolesOf(restaurant).get('P1') ?? [])],
    ['legalRepresentative', 'director', 'manager', 'shareholder', 'beneficialOwner'],
  )
  t.same(
    [...(rolesOf(restaurant).get('P3') ?? [])],
    ['financeOfficer', 'taxOfficer', 'invoiceCollector', 'socialContact', 'housingContact'],
  )
  t.equal(rolesOf({ people: [{ key: keys[0] }] }).size, 0)
})

t.test('equal content has an equal digest, in whatever order it was written', async (t) => {
  const reordered = {
    groups: content.groups,
    conditions: content.conditions,
    validFrom: content.validFrom,
    version: 1,
  }
  t.equal(compileMatrix(reordered).digest, matrix.digest)
  t.not(compileMatrix({ ...content, version: 2 }).digest, matrix.digest)
  t.match(matrix.digest, /^[0-9a-f]{64}$/)
})

interface Editable {
  version: number
  groups: { id: string; paths: string[]; roles?: string[]; access: Record<string, string> }[]
}

/** The problems of the shipped matrix with one group changed; it must not compile. */
function problemsWith(t: Test, id: string, change: (group: Editable['groups'][number]) => void): string {
  const copy = structuredClone(content) as unknown as Editable
  for (const group of copy.groups) if (group.id === id) change(group)
  t.throws(() => compileMatrix(copy as unknown as MatrixContent), { code: 'YB_CONFIGURATION' })
  return matrixProblems(copy as unknown as MatrixContent).join('\n')
}

t.test('a matrix that leaves something open is refused', async (t) => {
  const secondWriter = problemsWith(t, 'medical', ({ access }) => Object.assign(access, { HRSS: 'W' }))
  t.match(secondWriter, /medical: 2 columns write it/)
  const noLetter = problemsWith(t, 'medical', ({ access }) => Object.assign(access, { HRSS: 'X' }))
  t.match(noLetter, /medical: HRSS has no access letter/)
  const otherPath = problemsWith(t, 'medical', (group) => Object.assign(group, { paths: ['/medical/x'] }))
  t.match(otherPath, /\/medical\/unitNo: 0 groups cover it.*\/medical\/x covers nothing/s)
  const roleLess = problemsWith(t, 'email', ({ roles }) => roles?.shift())
  t.match(roleLess, /email of legalRepresentative: 0 groups/)
  t.match(
    problemsWith(t, 'scope', ({ paths }) => paths.push('/industry/code')),
    /\/industry\/code: 2 groups cover it/,
  )
})

t.test('what has not the shape of a matrix is refused, not stumbled over', async (t) => {
  for (const wrong of [
    {},
    { version: 1, validFrom: '2026-01-01', groups: [null] },
    { version: 0, groups: [] },
  ]) {
    t.throws(() => compileMatrix(wrong as unknown as MatrixContent), { code: 'YB_CONFIGURATION' })
  }
})

t.test('the grants of leaves say of every column what the access says', async () => {
  fc.assert(
    fc.property(arbitraryFragment, arbitraryFragment, (before, fragment) => {
      const form = applyFragment(applyFragment({}, before), fragment)
      const masks = roleMasksOf(form)
      const leaves = matrix.leaves(fragment, masks)
      assert.deepEqual(
        leaves.map(({ path, value }) => [path, value]),
        leavesOf(fragment),
      )
      for (const { path, grant } of leaves) {
        assert.deepEqual(matrix.grantAt(path, masks), grant)
        for (const column of matrixColumns) {
          const access = matrix.access([column], path, rolesAt(form, path))
          const seen = access === '-' ? 'nothing' : access === 'M' ? 'masked' : 'full'
          assert.equal(seenBy(bitsOf([column]), grant), seen, `${column} ${path}`)
          const reaches = (matrix.seenBelow(path, masks) & bitsOf([column])) !== 0
          assert.equal(reaches, access !== '-')
        }
      }
    }),
    { numRuns: 50 },
  )
})

t.test('a column whose condition the form does not meet is named', async (t) => {
  t.equal(matrix.unmet(applyFragment({}, { bank: { consent: true } })), 0)
  t.equal(matrix.unmet({}), bitsOf(['BANK']))
})
