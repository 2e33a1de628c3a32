import fc from 'fast-check'
import t from 'tap'
import {
  checkCharacterOfUscc,
  checkUscc,
  fixtureUscc,
  hasUsccLayout,
  isFixtureUscc,
  issueUscc,
  isUscc,
  legacyTaxpayerIdOf,
  usccAlphabet,
  usccPattern,
} from '../src/identifiers/index.ts'

const genuine = [
  '914403001922038216',
  '9144030071526726XG',
  '91440300708461136T',
  '9152000071430580XT',
  '91440300192317458F',
  '91110108551385082Q',
  '91350100M000100Y43',
]
const fixtures = [
  '91220202PDY00001X5',
  '91220202PDY0000285',
  '91220202PDY0000360',
  '91220202PDY000044T',
  '91220202PDY000052M',
  '91220203PDY00001XK',
  '91220204PDY00001X2',
  '91220211PDY00001X6',
]
const nonConforming = '91350100M0001TGQXM'

const characters = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
const validCodes = fc
  .record({
    division: characters('0123456789', 6),
    body: characters(usccAlphabet, 8),
    kind: fc.constantFrom('91', '92', '93', '99', '11', '54', 'A1', 'N2', 'Y1'),
  })
  .map(({ division, body, kind }) =>
    issueUscc(division, body, { department: kind.charAt(0), category: kind.charAt(1) }),
  )
const replaced = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1)

t.test('genuine and fixture codes are valid, and their parts are given', async (t) => {
  for (const code of [...genuine, ...fixtures]) {
    t.ok(isUscc(code), code)
    t.ok(hasUsccLayout(code), code)
    t.match(code, new RegExp(usccPattern, 'u'), code)
    t.equal(checkUscc(code).valid, true, code)
    t.equal(checkCharacterOfUscc(code.slice(0, 17)), code.charAt(17), code)
  }
  t.same(checkUscc('91220202PDY00001X5'), {
    valid: true,
    checkDigitNonConforming: false,
    parts: {
      registeringDepartment: '9',
      category: '1',
      division: '220202',
      organisationCode: 'PDY00001X',
      checkCharacter: '5',
      fixture: true,
    },
  })
})

t.test('a wrong check character is named with its place and what was expected', async (t) => {
  const check = checkUscc('914403001922038210')
  t.match(check, {
    valid: false,
    checkDigitNonConforming: true,
    problems: [{ part: 'checkCharacter', at: 17, found: '0', expected: '6' }],
  })
  if (check.valid) return
  t.match(check.problems[0]?.messageEn, /at 18 is “0”.*“6”/)
  t.match(check.problems[0]?.messageZh, /第 18 位校验码为“0”.*“6”/)
})

t.test('a genuine early-Fujian code is non-conforming, with its parts, and not an exception', async (t) => {
  t.notOk(isUscc(nonConforming))
  t.ok(hasUsccLayout(nonConforming), 'an importer may take it')
  t.match(checkUscc(nonConforming), {
    valid: false,
    checkDigitNonConforming: true,
    problems: [{ part: 'checkCharacter', at: 17, found: 'M', expected: '1' }],
    parts: { division: '350100', organisationCode: 'M0001TGQX' },
  })
})

t.test("the organisation code's own check character is told from the code's", async (t) => {
  const first17 = '91220202PDY000017'
  t.match(checkUscc(first17 + checkCharacterOfUscc(first17)), {
    valid: false,
    checkDigitNonConforming: true,
    problems: [{ part: 'organisationCodeCheckCharacter', at: 16, found: '7', expected: 'X' }],
  })
  t.match(checkUscc('91220202PDY00001A5'), {
    checkDigitNonConforming: false,
    problems: [{ part: 'alphabet', at: 16, expected: 'X' }, { part: 'checkCharacter' }],
    parts: undefined,
  })
})

t.test('each part of the layout that is wrong is named', async (t) => {
  const cases: readonly [string, string, number, string][] = [
    ['91220202PDY00001X', 'length', 17, '18'],
    ['91220202PDY00001X55', 'length', 18, '18'],
    ['', 'length', 0, '18'],
    ['B1220202PDY00001X5', 'registeringDepartment', 0, '1-9, A, N, Y'],
    ['94220202PDY00001X5', 'category', 1, '1, 2, 3, 9'],
    ['9122A202PDY00001X5', 'division', 4, '0-9'],
    ['91350100M000100Y4Z', 'alphabet', 17, '0-9A-HJ-NPQRTUWXY'],
    ['91220202PDYO0001X5', 'alphabet', 11, '0-9A-HJ-NPQRTUWXY'],
    ['91220202pDY00001X5', 'alphabet', 8, '0-9A-HJ-NPQRTUWXY'],
    ['91220202PDY00001９5', 'alphabet', 16, '0-9A-HJ-NPQRTUWXY'],
  ]
  for (const [code, part, at, expected] of cases) {
    t.match(
      checkUscc(code),
      { valid: false, checkDigitNonConforming: false, problems: [{ part, at, expected }] },
      code,
    )
    t.notOk(isUscc(code), code)
  }
})

t.test('a character that never occurs comes with a hint', async (t) => {
  const problemOf = (code: string) => {
    const check = checkUscc(code)
    return check.valid ? undefined : check.problems[0]
  }
  t.match(problemOf('91220202PDYO0001X5')?.messageEn, /I, O, S, V and Z never occur. Perhaps “0”/)
  t.match(problemOf('91220202PDYO0001X5')?.messageZh, /从不使用 I、O、S、V、Z。是否应为“0”/)
  t.match(problemOf('9I220202PDY00001X5')?.messageEn, /Perhaps “1”/)
  t.match(problemOf('91220202pDY00001X5')?.messageEn, /Perhaps “P”/)
  t.match(problemOf('９1220202PDY00001X5')?.messageEn, /Perhaps “9”/, 'full width')
})

t.test('all wrong characters are named at once', async (t) => {
  const check = checkUscc('BZ2202O2PDY0000IX5')
  t.same(check.valid ? [] : check.problems.map(({ part, at }) => [part, at]), [
    ['registeringDepartment', 0],
    ['alphabet', 1],
    ['division', 6],
    ['alphabet', 15],
  ])
})

t.test('issuing gives valid codes and refuses what cannot be one', async (t) => {
  t.equal(issueUscc('220202', 'PDY00001'), '91220202PDY00001X5')
  t.equal(fixtureUscc('220203', 1), '91220203PDY00001XK')
  t.equal(issueUscc('440300', '19220382'), '914403001922038216')
  t.throws(() => issueUscc('22020', 'PDY00001'), RangeError)
  t.throws(() => issueUscc('220202', 'PDYO0001'), RangeError, 'O is not in the alphabet')
  t.throws(() => issueUscc('220202', 'PDY0001'), RangeError)
  t.throws(() => issueUscc('220202', 'PDY00001', { category: '4' }), RangeError)
  t.throws(() => checkCharacterOfUscc('9122'), RangeError)
})

t.test('fixture codes are recognised, genuine ones are not taken for them', async (t) => {
  for (const code of fixtures) t.ok(isFixtureUscc(code), code)
  for (const code of genuine) t.notOk(isFixtureUscc(code), code)
  t.notOk(isFixtureUscc('91220202PDY00001X6'), 'an invalid code is no fixture')
  t.notOk(isFixtureUscc(issueUscc('220202', 'PDY00000')), 'the range begins at 1')
})

t.test('the legacy taxpayer number is division and organisation code', async (t) => {
  t.equal(legacyTaxpayerIdOf('914403001922038216'), '440300192203821')
})

t.test('every single-character substitution is detected', async (t) => {
  fc.assert(
    fc.property(validCodes, (code) => {
      for (let at = 0; at < 18; at++) {
        for (const by of usccAlphabet) {
          if (by !== code.charAt(at) && isUscc(replaced(code, at, by))) return false
        }
      }
      return true
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test('every adjacent transposition is detected', async (t) => {
  fc.assert(
    fc.property(validCodes, (code) => {
      for (let at = 0; at < 17; at++) {
        const [a, b] = [code.charAt(at), code.charAt(at + 1)]
        if (a !== b && isUscc(replaced(replaced(code, at, b), at + 1, a))) return false
      }
      return true
    }),
    { numRuns: 1000 },
  )
  t.pass()
})

t.test('the fast test and the check agree on any text', async (t) => {
  const nearly = fc
    .tuple(validCodes, fc.nat(17), fc.string({ maxLength: 1 }))
    .map(([code, at, by]) => replaced(code, at, by))
  fc.assert(
    fc.property(fc.oneof(validCodes, nearly, fc.string(), characters(usccAlphabet, 18)), (text) => {
      const check = checkUscc(text)
      return (
        check.valid === isUscc(text) && (check.valid || check.checkDigitNonConforming) === hasUsccLayout(text)
      )
    }),
    { numRuns: 3000 },
  )
  t.pass()
})
