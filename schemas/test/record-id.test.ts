import fc from 'fast-check'
import t from 'tap'
import {
  checkId,
  crockfordAlphabet,
  filingIdOf,
  filingIdPattern,
  formatId,
  isFilingId,
  isRecordId,
  normalizeId,
  recordIdOf,
  recordIdPattern,
} from '../src/identifiers/index.ts'

const ids = Array.from({ length: 200 }, (_, i) => recordIdOf('applicant-7', `key-${i}`))
const put = (id: string, at: number, by: string): string => id.slice(0, at) + by + id.slice(at + 1)

t.test('an id is a function of principal and key, and differs by kind', async (t) => {
  t.equal(recordIdOf('applicant-7', 'a'), recordIdOf('applicant-7', 'a'))
  t.not(recordIdOf('applicant-7', 'a'), recordIdOf('applicant-7', 'b'))
  t.not(recordIdOf('applicant-7', 'a'), recordIdOf('applicant-8', 'a'))
  t.not(recordIdOf('applicant-7', 'a').slice(1), filingIdOf('applicant-7', 'a').slice(1))
  t.throws(() => recordIdOf('applicant\n7', 'a'), RangeError, 'else two pairs would make one text')
})

t.test('ids that have been given never change', async (t) => {
  t.equal(recordIdOf('applicant-7', 'first'), 'RC760SZB7AG88KK')
  t.equal(filingIdOf('applicant-7', 'first'), 'F5VASZ3DZX503PB')
})

t.test('ids fit their pattern and their kind', async (t) => {
  for (const id of ids) {
    t.match(id, new RegExp(recordIdPattern, 'u'))
    t.ok(isRecordId(id) && !isFilingId(id))
  }
  const filing = filingIdOf('applicant-7', 'first')
  t.match(filing, new RegExp(filingIdPattern, 'u'))
  t.ok(isFilingId(filing) && !isRecordId(filing))
  t.match(checkId(filing), { valid: true, parts: { kind: 'filing' } })
})

t.test('every single-character error is detected: all 31 others at all 15 places', async (t) => {
  let undetected = 0
  for (const id of ids) {
    for (let at = 0; at < 15; at++) {
      for (const by of crockfordAlphabet) {
        if (by !== id.charAt(at) && checkId(put(id, at, by)).valid) undetected++
      }
    }
  }
  t.equal(undetected, 0)
})

t.test('every exchange of two characters is detected, wherever they stand', async (t) => {
  let undetected = 0
  for (const id of ids) {
    for (let a = 0; a < 15; a++) {
      for (let b = a + 1; b < 15; b++) {
        const swapped = put(put(id, a, id.charAt(b)), b, id.charAt(a))
        if (swapped !== id && checkId(swapped).valid) undetected++
      }
    }
  }
  t.equal(undetected, 0)
})

t.test('a doubled character heard as another is detected', async (t) => {
  let undetected = 0
  let tried = 0
  for (const id of ids) {
    for (const [at, gap] of Array.from({ length: 13 }, (_, at) => [
      [at + 1, 1] as const,
      [at, 2] as const,
    ]).flat()) {
      if (id.charAt(at) !== id.charAt(at + gap)) continue
      for (const by of crockfordAlphabet) {
        const heard = put(put(id, at, by), at + gap, by)
        if (heard === id) continue
        tried++
        if (checkId(heard).valid) undetected++
      }
    }
  }
  t.ok(tried > 100)
  t.equal(undetected, 0)
})

t.test('what a person types is normalised', async (t) => {
  const id = recordIdOf('applicant-7', 'first')
  t.equal(normalizeId(` ${formatId(id).toLowerCase()} `), id)
  t.equal(normalizeId(id.replaceAll('0', 'o').replaceAll('1', 'l')), id)
  t.equal(normalizeId('r-iIlL-oO'), 'R111100')
  t.ok(checkId(formatId(id).toLowerCase()).valid)
  t.notOk(isRecordId(id.toLowerCase()), 'messages carry the canonical form only')
})

t.test('a problem names part and place', async (t) => {
  const id = recordIdOf('applicant-7', 'first')
  const wrong = put(id, 14, id.charAt(14) === '7' ? '8' : '7')
  t.match(checkId(wrong), { problems: [{ part: 'checkCharacter', at: 14, expected: id.charAt(14) }] })
  t.match(checkId(put(id, 0, 'X')), { problems: [{ part: 'kind', at: 0, expected: 'R, F' }] })
  t.match(checkId(put(id, 5, 'U')), { problems: [{ part: 'alphabet', at: 5, messageEn: /U never occurs/ }] })
  t.match(checkId(id.slice(0, 9)), { problems: [{ part: 'length', expected: '15' }] })
  t.match(checkId(''), { problems: [{ part: 'length', at: 0 }] })
})

t.test('the fast test and the check agree on canonical text', async (t) => {
  const canonical = fc.string({ unit: fc.constantFrom(...crockfordAlphabet), minLength: 14, maxLength: 16 })
  fc.assert(
    fc.property(
      fc.oneof(canonical, fc.constantFrom(...ids)),
      (text) => checkId(text).valid === (isRecordId(text) || isFilingId(text)),
    ),
    { numRuns: 3000 },
  )
  t.pass()
})
