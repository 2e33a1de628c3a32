/**
 * The formats of the schemas. They are compiled into the validators; `explainFormat` says what is wrong with a value that
 * failed one.
 */
import { isDate, isInstant, isMonth } from './dates.ts'
import {
  checkAicRegNo,
  checkCnaps,
  checkOrgCode,
  checkResidentId,
  checkUscc,
  type IdentifierCheck,
  type IdentifierPart,
  type IdentifierProblem,
  isAicRegNo,
  isCnaps,
  isOrgCode,
  isResidentId,
  isUscc,
} from './identifiers/index.ts'
import type { Reason } from './issues.ts'
import { type TextProblem, textProblem } from './text.ts'

export type FormatName =
  | 'yb-text'
  | 'yb-lines'
  | 'yb-name'
  | 'yb-uscc'
  | 'yb-org-code'
  | 'yb-resident-id'
  | 'yb-aic-reg-no'
  | 'yb-cnaps'
  | 'yb-date'
  | 'yb-month'
  | 'yb-instant'
  | 'yb-mobile'

const lines = { multiline: true } as const
const name = { name: true } as const
const mobile = /^(?:1[3-9][0-9]{9}|\+[1-9][0-9]{6,14})$/

/** Text of one line, acceptable at a boundary. */
export const isText = (text: string): boolean => textProblem(text) === undefined
/** Text that may have line breaks and tabs. */
export const isLines = (text: string): boolean => textProblem(text, lines) === undefined
/** A name, with the one middle dot. */
export const isName = (text: string): boolean => textProblem(text, name) === undefined
/** A mobile number: eleven digits of the mainland, or E.164 with `+`. */
export const isMobile = (text: string): boolean => mobile.test(text)

/** The test of each format. None throws; each is pure. */
export const formats: Readonly<Record<FormatName, (text: string) => boolean>> = {
  'yb-text': isText,
  'yb-lines': isLines,
  'yb-name': isName,
  'yb-uscc': isUscc,
  'yb-org-code': isOrgCode,
  'yb-resident-id': isResidentId,
  'yb-aic-reg-no': isAicRegNo,
  'yb-cnaps': isCnaps,
  'yb-date': isDate,
  'yb-month': isMonth,
  'yb-instant': isInstant,
  'yb-mobile': isMobile,
}

export interface FormatExplanation extends Reason {
  readonly code: 'YB_TEXT' | 'YB_IDENTIFIER' | 'YB_SCHEMA'
}

const ofText = (problem: TextProblem | undefined): FormatExplanation => ({
  code: 'YB_TEXT',
  zh: problem?.messageZh ?? '',
  en: problem?.messageEn ?? '',
})

/** Without a character of the identifier, for those that are a person's. */
const discreet: Readonly<Record<IdentifierPart, Reason>> = {
  length: { zh: '位数不对。', en: 'It has a wrong number of characters.' },
  alphabet: { zh: '含有不允许的字符。', en: 'It has a character that is not allowed.' },
  kind: { zh: '种类字母有误。', en: 'Its kind letter is wrong.' },
  registeringDepartment: { zh: '登记管理部门代码有误。', en: 'Its registering department is wrong.' },
  category: { zh: '机构类别代码有误。', en: 'Its category is wrong.' },
  division: { zh: '行政区划有误。', en: 'Its division is wrong.' },
  organisationCodeCheckCharacter: {
    zh: '组织机构代码校验码不符。',
    en: 'The check character within it does not fit.',
  },
  birthDate: {
    zh: '第 7 至 14 位应为真实存在的出生日期（1800 年及以后）。',
    en: 'Characters 7 to 14 must be a birth date that exists, in 1800 or later.',
  },
  checkCharacter: {
    zh: '末位校验码与前面各位不符，请核对全部字符。',
    en: 'The last character does not fit those before it. Compare every character.',
  },
}

function ofIdentifier(check: IdentifierCheck<unknown>, secret: boolean): FormatExplanation {
  const problems: readonly IdentifierProblem[] = check.valid ? [] : check.problems
  const unique = secret
    ? [...new Set(problems.map((problem) => discreet[problem.part]))]
    : problems.map((problem) => ({ zh: problem.messageZh, en: problem.messageEn }))
  return {
    code: 'YB_IDENTIFIER',
    zh: unique.map((reason) => reason.zh).join(''),
    en: unique.map((reason) => reason.en).join(' '),
  }
}

const simple = (zh: string, en: string): FormatExplanation => ({ code: 'YB_SCHEMA', zh, en })

/**
 * Why a text fails a format. `secret` is for personal values: nothing of them is quoted. `YB_SCHEMA` explanations have no
 * full stop, the others are whole sentences.
 */
export function explainFormat(format: string, text: string, secret: boolean): FormatExplanation {
  switch (format as FormatName) {
    case 'yb-text':
      return ofText(textProblem(text))
    case 'yb-lines':
      return ofText(textProblem(text, lines))
    case 'yb-name':
      return ofText(textProblem(text, name))
    case 'yb-uscc':
      return ofIdentifier(checkUscc(text), secret)
    case 'yb-org-code':
      return ofIdentifier(checkOrgCode(text), secret)
    case 'yb-resident-id':
      return ofIdentifier(checkResidentId(text), true)
    case 'yb-aic-reg-no':
      return ofIdentifier(checkAicRegNo(text), secret)
    case 'yb-cnaps':
      return ofIdentifier(checkCnaps(text), secret)
    case 'yb-date':
      return simple('应为真实存在的日期，格式 YYYY-MM-DD', 'must be a date that exists, as YYYY-MM-DD')
    case 'yb-month':
      return simple('应为月份，格式 YYYY-MM', 'must be a month, as YYYY-MM')
    case 'yb-instant':
      return simple(
        '应为带时区的时刻，如 2026-09-24T10:00:00+08:00',
        'must be an instant with offset, as 2026-09-24T10:00:00+08:00',
      )
    case 'yb-mobile':
      return simple(
        '应为 11 位手机号，或以 + 开头的国际号码',
        'must be a mobile number of 11 digits, or an international one with +',
      )
    default:
      return simple(`不符合格式 ${format}`, `does not have the format ${format}`)
  }
}
