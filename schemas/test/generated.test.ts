import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import t from 'tap'
import { validators as reporting } from '../generated/reporting-validators.js'
import { validators as fast } from '../generated/validators.js'
import { formats, schemaCatalogue } from '../index.ts'
import { decision, submission } from './fixtures/forms.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const text = (name: string): string => readFileSync(new URL(`../generated/${name}`, import.meta.url), 'utf8')

t.test('what is generated is fresh', (t) => {
  const run = spawnSync(process.execPath, ['scripts/generate.ts', '--check'], { cwd: root, encoding: 'utf8' })
  t.equal(run.stderr, '')
  t.equal(run.status, 0)
  t.end()
})

t.test('validators need nothing of ajv at run time but its two helpers', (t) => {
  for (const name of ['validators.js', 'reporting-validators.js']) {
    const imported = [...text(name).matchAll(/^import .* from '(.*)'$/gm)].map(([, from]) => from)
    t.strictSame(imported, [
      'ajv/dist/runtime/ucs2length.js',
      'ajv/dist/runtime/equal.js',
      '../src/formats.ts',
    ])
    t.notMatch(text(name), /\brequire\(/)
  }
  t.end()
})

t.test('generated types are erasable and keep to type imports', (t) => {
  for (const name of ['common.ts', 'events.ts', 'one-form.ts', 'reference.ts']) {
    const code = text(name).replaceAll(/\/\*[\s\S]*?\*\//g, '')
    t.notMatch(code, /\b(?:enum|namespace|declare|any)\b/, name)
    for (const [line] of code.matchAll(/^import .*$/gm)) t.match(line, /^import type /)
  }
  t.end()
})

/** ajv itself on the files as they are: what the compiled, rewritten validators must agree with. */
const plain = new Ajv({ strict: false, formats: { ...formats } })
for (const schema of schemaCatalogue().values()) plain.addSchema(schema)

const samples: readonly (readonly [string, unknown])[] = [
  ['urn:yibiao:event:filing.submitted:v1', submission().data],
  ['urn:yibiao:event:approval.granted:v1', decision().data],
  ['urn:yibiao:form:company-setup:fragment:v1', (submission().data as { form: unknown }).form],
  ['urn:yibiao:event:envelope:v1', submission()],
  ['urn:yibiao:event:value.disputed:v1', { path: '/name/full', claimed: ['a', 1, true], reason: '名称不符' }],
  ['urn:yibiao:event:record.changed:v1', { reason: '变更', removed: ['/customs'] }],
  [
    'urn:yibiao:event:operation.requested:v1',
    { operation: 'o', kind: 'replay', reason: 'r', plan: { any: { deep: [] } } },
  ],
]

/** Every place in a JSON value. */
function* placesIn(value: unknown, place: readonly string[] = []): Generator<readonly string[]> {
  yield place
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) yield* placesIn(member, [...place, name])
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    '\u{20000}',
    'X'.repeat(5000),
    '2026-02-30',
    -1,
    1.5,
    1e30,
    null,
    [],
    {},
    [1, 1],
    ['a', 'a'],
  ),
)

/** The value with another one at a place, or with a member more there. */
function changed(value: unknown, place: readonly string[], other: unknown, more: boolean): unknown {
  const [name, ...rest] = place
  if (name === undefined)
    return more && typeof value === 'object' && value !== null ? { ...value, added: other } : other
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[name] = changed(copy[name], rest, other, more)
  return copy
}

t.test('both variants say of any value what ajv says', (t) => {
  const verdicts = { valid: 0, invalid: 0 }
  for (const [id, sample] of samples) {
    t.ok(fast.get(id)!(sample), id)
    const places = [...placesIn(sample)]
    const property = fc.property(fc.constantFrom(...places), odd, fc.boolean(), (place, other, more) => {
      const value = changed(sample, place, other, more)
      const expected = plain.validate(id, value)
      verdicts[expected ? 'valid' : 'invalid']++
      return fast.get(id)!(value) === expected && reporting.get(id)!(value) === expected
    })
    fc.assert(property, { numRuns: 400 })
  }
  t.ok(verdicts.valid > 20 && verdicts.invalid > 500, JSON.stringify(verdicts))
  t.end()
})
