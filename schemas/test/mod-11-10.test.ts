/** ISO 7064 MOD 11,10 and the two identifiers that end in it: registration numbers and bank codes. */
import fc from 'fast-check'
import t from 'tap'
import {
  checkAicRegNo,
  checkCharacterOfAicRegNo,
  checkCharacterOfCnaps,
  checkCnaps,
  isAicRegNo,
  isCnaps,
  isMod1110,
  mod1110CheckDigit,
} from '../src/identifiers/index.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

t.test('registration numbers: the example of GS 15-2006, others and the fixtures', async (t) => {
  const valid = [
    '110108000000016',
    '370125200024527',
    '330225000051892',
    '340100000400528',
    '220202200000015',
    '220202100000122',
  ]
  for (const number of valid) {
    t.ok(isAicRegNo(number), number)
    t.equal(checkCharacterOfAicRegNo(number.slice(0, 14)), number.charAt(14))
  }
  t.notOk(isAicRegNo('320483000067848'))
  t.match(checkAicRegNo('320483000067848'), {
    valid: false,
    checkDigitNonConforming: true,
    problems: [{ part: 'checkCharacter', at: 14, found: '8' }],
    parts: { registry: '320483' },
  })
})

t.test('registration numbers: the sequence tells the kind of entity', async (t) => {
  const kindOf = (sequence: string) => {
    const first14 = `220202${sequence}`
    const check = checkAicRegNo(first14 + checkCharacterOfAicRegNo(first14))
    return check.valid ? check.parts.entityKind : undefined
  }
  t.equal(kindOf('30000001'), 'DOMESTIC')
  t.equal(kindOf('40000001'), 'FOREIGN_INVESTED')
  t.equal(kindOf('50000001'), 'FOREIGN_INVESTED')
  t.equal(kindOf('60000001'), 'INDIVIDUAL_BUSINESS')
})

t.test('bank codes', async (t) => {
  const valid = [
    '102100099996',
    '103100000026',
    '104100000004',
    '105100000017',
    '301290000007',
    '303100000006',
  ]
  for (const code of valid) {
    t.ok(isCnaps(code), code)
    t.equal(checkCharacterOfCnaps(code.slice(0, 11)), code.charAt(11))
  }
  t.match(checkCnaps('102100099996'), {
    valid: true,
    parts: { bank: '102', place: '1000', branch: '9999', checkCharacter: '6' },
  })
  t.match(checkCnaps('102100099997'), { problems: [{ part: 'checkCharacter', at: 11, expected: '6' }] })
  t.match(checkCnaps('10210009999O'), { problems: [{ part: 'alphabet', at: 11, messageEn: /Perhaps “0”/ }] })
  t.match(checkCnaps('1021'), { problems: [{ part: 'length', at: 4 }] })
})

t.test('what is no number is refused', async (t) => {
  t.equal(mod1110CheckDigit('11010800000001'), 6)
  t.equal(mod1110CheckDigit('1A'), -1)
  t.notOk(isMod1110('1A', 2))
  t.throws(() => checkCharacterOfAicRegNo('123'), RangeError)
  t.throws(() => checkCharacterOfCnaps('1234567890A'), RangeError)
})

t.test('every single-digit error is detected, and only one digit is right', async (t) => {
  fc.assert(
    fc.property(
      fc.constantFrom(12, 15).chain((length) => digits(length - 1)),
      (body) => {
        const number = `${body}${mod1110CheckDigit(body)}`
        for (let at = 0; at < number.length; at++) {
          for (const by of '0123456789') {
            const changed = number.slice(0, at) + by + number.slice(at + 1)
            if (isMod1110(changed, number.length) !== (changed === number)) return false
          }
        }
        return true
      },
    ),
    { numRuns: 500 },
  )
  t.pass()
})

t.test('the fast tests and the checks agree on any text', async (t) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), digits(12), digits(15)),
      (text) => checkCnaps(text).valid === isCnaps(text) && checkAicRegNo(text).valid === isAicRegNo(text),
    ),
    { numRuns: 2000 },
  )
  t.pass()
})
