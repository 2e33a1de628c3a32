import fc from 'fast-check'
import t from 'tap'
import {
  checkCharacterOfResidentId,
  checkResidentId,
  fixtureResidentId,
  isFixtureResidentId,
  isResidentId,
  upgradeLegacyResidentId,
} from '../src/identifiers/index.ts'

const standard = ['11010519491231002X', '440524188001010014']
const fixtures = ['220202180001010012', '220202180001010020', '220203180102030043', '220204180203040116']
const generated = fc
  .record({
    division: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    day: fc.nat(18_261),
    sequence: fc.nat(999),
  })
  .map(fixtureResidentId)

t.test('the examples of GB 11643 and the fixtures are valid', async (t) => {
  for (const id of [...standard, ...fixtures]) {
    t.ok(isResidentId(id), id)
    t.equal(checkResidentId(id).valid, true, id)
    t.equal(checkCharacterOfResidentId(id.slice(0, 17)), id.charAt(17))
  }
  t.same(checkResidentId('11010519491231002X'), {
    valid: true,
    checkDigitNonConforming: false,
    parts: {
      division: '110105',
      birthDate: '1949-12-31',
      sequence: '002',
      sex: '2',
      checkCharacter: 'X',
      fixture: false,
    },
  })
  t.match(checkResidentId('220202180001010012'), { parts: { sex: '1', fixture: true } })
})

t.test('the check character is upper-case X', async (t) => {
  t.notOk(isResidentId('11010519491231002x'))
  t.match(checkResidentId('11010519491231002x'), {
    problems: [{ part: 'alphabet', at: 17, found: 'x', messageZh: /是否应为“X”/ }],
  })
})

t.test('the birth date must exist', async (t) => {
  for (const first17 of [
    '11010519490229002',
    '11010519491301002',
    '11010517991231002',
    '11010500001231002',
  ]) {
    const id = first17 + checkCharacterOfResidentId(first17)
    t.notOk(isResidentId(id), id)
    t.match(checkResidentId(id), { checkDigitNonConforming: false, problems: [{ part: 'birthDate', at: 6 }] })
  }
  const leap = `11010520000229002${checkCharacterOfResidentId('11010520000229002')}`
  t.ok(isResidentId(leap))
})

t.test('a problem names part and place; its message quotes no more than one character', async (t) => {
  const check = checkResidentId('110105194902300021')
  t.match(check, {
    problems: [
      { part: 'birthDate', found: '19490230' },
      { part: 'checkCharacter', at: 17 },
    ],
  })
  if (!check.valid) t.notMatch(check.problems[0]?.messageEn, /1949/)
  t.match(checkResidentId('110105491231002'), { problems: [{ part: 'length', expected: '18' }] })
  t.match(checkResidentId('1101051949123100AX'), {
    problems: [{ part: 'alphabet', at: 16, expected: '0-9' }],
  })
})

t.test('a 15-digit number of before 1999 becomes its 18-character form', async (t) => {
  t.equal(upgradeLegacyResidentId('110105491231002'), '11010519491231002X')
  t.equal(upgradeLegacyResidentId('110105490231002'), undefined)
  t.equal(upgradeLegacyResidentId('11010549123100'), undefined)
  t.equal(upgradeLegacyResidentId('11010549123100X'), undefined)
})

t.test('fixtures are recognised, the living are not taken for them', async (t) => {
  for (const id of fixtures) t.ok(isFixtureResidentId(id), id)
  t.notOk(isFixtureResidentId('11010519491231002X'))
  t.match(fixtureResidentId({ division: '220202', day: 0, sequence: 1 }), /^22020218000101001/)
  t.match(fixtureResidentId({ division: '220202', day: 18_261, sequence: 1 }), /^22020218491231/)
  t.throws(() => fixtureResidentId({ division: '220202', day: 18_262, sequence: 1 }), RangeError)
  t.throws(() => fixtureResidentId({ division: '2202', day: 1, sequence: 1 }), RangeError)
  t.throws(() => fixtureResidentId({ division: '220202', day: 1, sequence: 1000 }), RangeError)
})

t.test('every single-character error is detected', async (t) => {
  fc.assert(
    fc.property(generated, (id) => {
      if (!isResidentId(id)) return false
      for (let at = 0; at < 18; at++) {
        for (const by of '0123456789X') {
          if (by !== id.charAt(at) && isResidentId(id.slice(0, at) + by + id.slice(at + 1))) return false
        }
      }
      return true
    }),
    { numRuns: 500 },
  )
  t.pass()
})

t.test('the fast test and the check agree on any text', async (t) => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 17, maxLength: 19 })
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), digits, generated),
      (text) => checkResidentId(text).valid === isResidentId(text),
    ),
    { numRuns: 2000 },
  )
  t.pass()
})
