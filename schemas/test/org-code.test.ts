import fc from 'fast-check'
import t from 'tap'
import {
  checkCharacterOfOrgCode,
  checkOrgCode,
  isFixtureOrgCode,
  isOrgCode,
  issueOrgCode,
  safeFixtureOrgCode,
} from '../src/identifiers/index.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const bodies = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 8 })

t.test('the examples of GB 11714 and genuine codes are valid', async (t) => {
  for (const code of ['D2143569X', '192203821', '71526726X', 'MA1BUFLT4']) {
    t.ok(isOrgCode(code), code)
    t.match(checkOrgCode(code), { valid: true, parts: { body: code.slice(0, 8), fixture: false } }, code)
    t.equal(checkCharacterOfOrgCode(code.slice(0, 8)), code.charAt(8))
  }
})

t.test('a problem names part, place and what was expected', async (t) => {
  t.match(checkOrgCode('D21435690'), {
    valid: false,
    checkDigitNonConforming: true,
    problems: [{ part: 'checkCharacter', at: 8, found: '0', expected: 'X' }],
  })
  t.match(checkOrgCode('D2143569-X'), {
    problems: [{ part: 'length' }, { part: 'alphabet', at: 8, found: '-' }],
  })
  t.match(checkOrgCode('d2143569X'), { problems: [{ part: 'alphabet', at: 0, messageEn: /Perhaps “D”/ }] })
  t.match(checkOrgCode('D2143569A'), {
    checkDigitNonConforming: false,
    problems: [{ part: 'alphabet', at: 8 }],
  })
  t.throws(() => issueOrgCode('D214356'), RangeError)
})

t.test('fixture codes are PDY00001 to PDY99999 with their check character', async (t) => {
  t.equal(safeFixtureOrgCode(1), 'PDY00001X')
  t.equal(safeFixtureOrgCode(2), 'PDY000028')
  t.ok(isFixtureOrgCode(safeFixtureOrgCode(99_999)))
  t.notOk(isFixtureOrgCode(issueOrgCode('PDY00000')))
  t.notOk(isFixtureOrgCode(issueOrgCode('PDYA0001')))
  t.notOk(isFixtureOrgCode('D2143569X'))
  for (const n of [0, 100_000, 1.5, -1]) t.throws(() => safeFixtureOrgCode(n), RangeError)
})

t.test('a single wrong character is detected unless the values differ by a multiple of 11', async (t) => {
  fc.assert(
    fc.property(bodies, (body) => {
      const code = issueOrgCode(body)
      for (let at = 0; at < 8; at++) {
        for (let by = 0; by < 36; by++) {
          const difference = Math.abs(by - alphabet.indexOf(code.charAt(at)))
          if (difference === 0) continue
          const changed = code.slice(0, at) + alphabet.charAt(by) + code.slice(at + 1)
          if (isOrgCode(changed) !== (difference % 11 === 0)) return false
        }
      }
      return [...'0123456789X'].filter((check) => isOrgCode(body + check)).length === 1
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test('the fast test and the check agree on any text', async (t) => {
  const texts = fc.oneof(
    fc.string(),
    bodies,
    bodies.map(issueOrgCode),
    bodies.map((body) => `${body}1`),
  )
  fc.assert(
    fc.property(texts, (text) => checkOrgCode(text).valid === isOrgCode(text)),
    { numRuns: 2000 },
  )
  t.pass()
})
