import fc from 'fast-check'
import t from 'tap'
import { codePointLength, middleDot, nameProblem, textProblem } from '../src/text.ts'

t.test('ordinary text has no problem', async (t) => {
  const texts = [
    '吉林市昌邑区甲乙餐饮有限公司',
    'Yibiao Catering (Jilin) Co., Ltd.',
    '吉林市昌邑区解放大路１号，二楼（东侧）',
    'Ångström café',
    '𠮷野家',
    '',
  ]
  for (const text of texts) t.equal(textProblem(text), undefined, text)
  t.equal(nameProblem(`买买提${middleDot}艾力`), undefined)
})

t.test('length counts code points', async (t) => {
  t.equal(codePointLength('𠮷野家'), 3)
  t.equal(textProblem('𠮷野家', { max: 3 }), undefined)
  t.match(textProblem('𠮷野家', { max: 2 }), { code: 'TOO_LONG', messageZh: '最多 2 个字，现有 3 个。' })
  t.match(textProblem('吉林', { max: 1 }), { code: 'TOO_LONG' })
  t.match(nameProblem(''), { code: 'TOO_SHORT' })
  t.match(nameProblem('甲'.repeat(51)), { code: 'TOO_LONG' })
  t.equal(nameProblem('甲'.repeat(50)), undefined)
})

t.test('characters that do not travel are refused with their place', async (t) => {
  const cases: readonly [string, string, number][] = [
    ['王\ue000', 'PRIVATE_USE', 1],
    ['王\uf8ff', 'PRIVATE_USE', 1],
    ['王\u{f0000}', 'PRIVATE_USE', 1],
    ['王\u{10fffd}', 'PRIVATE_USE', 1],
    ['王\ud842', 'LONE_SURROGATE', 1],
    ['\udfb7王', 'LONE_SURROGATE', 0],
    ['王\u0000', 'CONTROL_CHARACTER', 1],
    ['王\u007f', 'CONTROL_CHARACTER', 1],
    ['王\u0085', 'CONTROL_CHARACTER', 1],
    ['王\n五', 'CONTROL_CHARACTER', 1],
    ['王\u200b五', 'INVISIBLE_CHARACTER', 1],
    ['王\u202e五', 'INVISIBLE_CHARACTER', 1],
    ['\ufeff王五', 'INVISIBLE_CHARACTER', 0],
    ['王\uffff', 'INVISIBLE_CHARACTER', 1],
    ['𠮷\ue000', 'PRIVATE_USE', 2],
  ]
  for (const [text, code, at] of cases) t.match(textProblem(text), { code, at }, JSON.stringify(text))
})

t.test('text of several lines may have line feeds and tabs, not carriage returns', async (t) => {
  t.equal(textProblem('第一行\n\t第二行', { multiline: true }), undefined)
  t.match(textProblem('第一行\r\n第二行', { multiline: true }), { code: 'CONTROL_CHARACTER' })
})

t.test('text that is not NFC is refused', async (t) => {
  t.match(textProblem('cafe\u0301'), { code: 'NOT_NFC' })
  t.match(textProblem('\uf900'), { code: 'NOT_NFC' }, 'a compatibility ideograph')
  t.match(textProblem('\u0387'), { code: 'NOT_NFC' }, 'the Greek middle dot is U+00B7 in NFC')
})

t.test('the middle dot of a name is U+00B7; look-alikes are refused with the way out', async (t) => {
  for (const dot of '•․‧∙⋅⸱・ㆍ･ꞏ') {
    const problem = nameProblem(`买买提${dot}艾力`)
    t.match(problem, { code: 'MIDDLE_DOT', at: 3, messageEn: /U\+00B7/, messageZh: /U\+00B7/ }, dot)
    t.equal(textProblem(`甲${dot}乙`), undefined, 'other text may have it')
  }
})

t.test('every message exists in both languages', async (t) => {
  for (const text of ['\ue000', '\ud842', '\u0001', '\u200b', '・', 'e\u0301', '', '甲'.repeat(60)]) {
    const problem = nameProblem(text)
    t.match(problem?.messageZh, /[一-龥]/)
    t.match(problem?.messageEn, /^[A-Z][^一-龥]+$/)
  }
})

t.test('what passes is well-formed NFC and within its length, whatever the text', async (t) => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'甲乙丙aé·・\u0301\ue000'), maxLength: 12 }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      if (textProblem(text, { max: 8 }) !== undefined) return true
      return text.isWellFormed() && text === text.normalize('NFC') && [...text].length <= 8
    }),
    { numRuns: 5000 },
  )
  t.pass()
})

t.test('the fast path takes only text that the slow one takes', async (t) => {
  let wrong = 0
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = String.fromCharCode(unit)
    // A letter that is not plain in front sends the same character through the slow path.
    const alone = textProblem(text)?.code
    const after = textProblem(`é${text}`)?.code
    if (alone === undefined && after !== undefined && after !== 'NOT_NFC') wrong++
    if (alone !== undefined && after === undefined) wrong++
  }
  t.equal(wrong, 0)
})
