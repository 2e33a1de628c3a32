import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { applyFragment, applyStatement, removePath } from '../src/form/apply.ts'
import { type Change, changesBetween, repeatedKeys } from '../src/form/changes.ts'
import {
  type FormTree,
  isWithin,
  leafAt,
  leavesOf,
  leavesUnder,
  pathOf,
  segmentsOf,
  valueAt,
} from '../src/form/paths.ts'
import { arbitraryFragment } from './fixtures/arbitrary-fragments.ts'

const formOf = (...fragments: FormTree[]): FormTree => fragments.reduce(applyFragment, {} as FormTree)
const sorted = (form: object) => leavesOf(form).sort(([a], [b]) => (a < b ? -1 : 1))

/** Applies changes one leaf at a time: the slow way that the laws compare with. */
function applyChanges(form: FormTree, changes: readonly Change[]): FormTree {
  for (const { path, after } of changes) {
    if (after === null) removePath(form, path)
    else applyFragment(form, fragmentOf(segmentsOf(path), after))
  }
  return form
}

const groups = new Set([
  'people',
  'directors',
  'supervisors',
  'items',
  'licences',
  'shareholders',
  'beneficialOwners',
])
for (const group of ['seals', 'employees', 'consents', 'noticesRead']) groups.add(group)

/** A fragment of one leaf. */
function fragmentOf([name = '', ...rest]: readonly string[], value: unknown): FormTree {
  if (rest.length === 0) return { [name]: value } as FormTree
  if (!groups.has(name)) return { [name]: fragmentOf(rest, value) }
  const [key = '', ...inside] = rest
  return { [name]: [{ key, ...fragmentOf(inside, value) }] }
}

t.test('a path names an element by its key, and escapes / and ~', async (t) => {
  const form = {
    shareholders: [{ key: 'S1', forms: ['CASH'], 'a/b~c': 1 }],
    scope: { items: [{ key: 'B1', text: 'x' }] },
  }
  t.same(leavesOf(form), [
    ['/shareholders/S1/forms', ['CASH']],
    ['/shareholders/S1/a~1b~0c', 1],
    ['/scope/items/B1/text', 'x'],
  ])
  t.equal(valueAt(form, '/shareholders/S1/a~1b~0c'), 1)
  t.same(segmentsOf(pathOf(['a/b', '~1', ''])), ['a/b', '~1', ''])
  t.throws(() => segmentsOf('shareholders'), { code: 'YB_SCHEMA' })
})

t.test('an element without a key is refused', async (t) => {
  const fragment = { seals: [{ recordNo: '1' }] }
  t.throws(() => leavesOf(fragment), { code: 'YB_SCHEMA' })
  t.throws(() => applyFragment({}, fragment), { code: 'YB_SCHEMA' })
  t.throws(() => changesBetween({}, fragment), { code: 'YB_SCHEMA' })
})

t.test('a key given twice in a group is found, at the place where the sender wrote it', async (t) => {
  const fragment = { seals: [{ key: 'I1' }, { key: 'I2' }, { key: 'I1' }], people: [{ key: 'I1' }] }
  t.same(
    repeatedKeys(fragment, '/data/form').map(({ pointer }) => pointer),
    ['/data/form/seals/2/key'],
  )
})

t.test('what an object inherits is not reached by a path', async (t) => {
  for (const path of [
    '/constructor',
    '/__proto__',
    '/__proto__/toString',
    '/people/length',
    '/uscc/length',
  ]) {
    t.equal(valueAt({ people: [{ key: 'P1' }], uscc: 'x' }, path), undefined, path)
    t.equal(removePath({ people: [{ key: 'P1' }], uscc: 'x' }, path), false, path)
  }
})

t.test('removing takes what it leaves empty with it, and never a key', async (t) => {
  const form = formOf({ medical: { unitNo: '1' }, seals: [{ key: 'I1', kind: 'OFFICIAL', recordNo: '2' }] })
  t.equal(removePath(form, '/seals/I1/key'), false)
  t.equal(removePath(form, '/seals/I1/recordNo'), true)
  t.equal(removePath(form, '/seals/I1/recordNo'), false)
  t.equal(removePath(form, '/medical/unitNo'), true)
  t.same(form, { seals: [{ key: 'I1', kind: 'OFFICIAL' }] })
  t.equal(removePath(form, '/seals/I1/kind'), true)
  t.same(form, {})
  t.equal(removePath(form, ''), false)
})

t.test('a statement removes first, then sets', async (t) => {
  const form = formOf({ medical: { unitNo: '1' }, uscc: 'x' })
  const statement = { form: { medical: { unitNo: '2' } }, removed: ['/medical', '/uscc'] }
  t.same(changesBetween(form, statement.form, statement.removed), [
    { path: '/medical/unitNo', before: '1', after: '2' },
    { path: '/uscc', before: 'x', after: null },
  ])
  t.same(applyStatement(form, statement), { medical: { unitNo: '2' } })
})

t.test('a form keeps no part of a fragment, so that changing one never changes the other', async () => {
  fc.assert(
    fc.property(arbitraryFragment, arbitraryFragment, (first, second) => {
      const copy = structuredClone(first)
      const form = formOf(first)
      applyFragment(form, second)
      for (const [path] of leavesOf(form)) removePath(form, path)
      assert.deepEqual(first, copy)
      assert.deepEqual(form, {})
    }),
    { numRuns: 100 },
  )
})

t.test('a form is the set of its leaves', async () => {
  fc.assert(
    fc.property(arbitraryFragment, (fragment) => {
      const form = formOf(fragment)
      assert.deepEqual(leavesOf(form), leavesOf(fragment))
      for (const [path, value] of leavesOf(form)) assert.deepEqual(leafAt(form, path), value)
      assert.deepEqual(formOf(form), form, 'applying a form to nothing gives the form')
    }),
    { numRuns: 150 },
  )
})

t.test('applying the changes equals applying the statement', async () => {
  const removals = fc.array(fc.nat(1000), { maxLength: 4 })
  fc.assert(
    fc.property(
      arbitraryFragment,
      arbitraryFragment,
      removals,
      fc.boolean(),
      (before, fragment, picks, whole) => {
        const form = formOf(before)
        const paths = leavesOf(form).map(([path]) => path)
        const removed = picks.flatMap((pick) => paths[pick % Math.max(paths.length, 1)] ?? [])
        const paths2 = whole ? removed.map((path) => pathOf(segmentsOf(path).slice(0, 2))) : removed
        const changes = changesBetween(form, fragment, paths2)
        const direct = applyStatement(structuredClone(form), { form: fragment, removed: paths2 })
        assert.deepEqual(sorted(applyChanges(structuredClone(form), changes)), sorted(direct))
        for (const { path, before: was, after } of changes) {
          assert.deepEqual(leafAt(form, path) ?? null, was)
          assert.deepEqual(leafAt(direct, path) ?? null, after)
        }
        assert.equal(new Set(changes.map(({ path }) => path)).size, changes.length, 'one change a leaf')
        assert.deepEqual(changesBetween(direct, fragment), [], 'saying it again changes nothing')
      },
    ),
    { numRuns: 150 },
  )
})

t.test('the leaves under a path are those whose path lies within it', async () => {
  fc.assert(
    fc.property(arbitraryFragment, fc.nat(1000), (fragment, pick) => {
      const form = formOf(fragment)
      const leaves = leavesOf(form)
      const [path = ''] = leaves[pick % Math.max(leaves.length, 1)] ?? []
      for (let depth = 0; depth <= segmentsOf(path).length; depth++) {
        const ancestor = pathOf(segmentsOf(path).slice(0, depth))
        assert.deepEqual(
          leavesUnder(form, ancestor),
          leaves.filter(([leaf]) => isWithin(leaf, ancestor)),
        )
      }
    }),
    { numRuns: 100 },
  )
})
