import type { OneForm } from '../../../generated/one-form.ts'
import { addYears } from '../../dates.ts'
import { isCode } from '../../reference/code-tables.ts'
import { type Rule, wrong } from './rule.ts'

/** Years within which capital is to be paid in (公司法 47). */
export const paymentYears = 5
/** Most shareholders of a limited company (公司法 42). */
export const mostShareholders = 50

const ofSeveral: readonly string[] = ['1130', '1140', '1190']

/** One to fifty shareholders (公司法 42). */
export const shareholdersAreFewEnough: Rule = function* ({ shareholders }) {
  if (shareholders.length < 1 || shareholders.length > mostShareholders) {
    yield wrong(
      '/shareholders',
      `有限责任公司由一个以上${mostShareholders}个以下股东出资设立`,
      `A limited company has 1 to ${mostShareholders} shareholders`,
    )
  }
}

/** The shareholders' contributions are the registered capital (公司法 47). */
export const contributionsAreTheCapital: Rule = function* ({ shareholders, capital }) {
  const sum = shareholders.reduce((total, { subscribedFen }) => total + subscribedFen, 0)
  if (sum !== capital.amountFen) {
    yield wrong(
      '/capital/amountFen',
      `注册资本（${capital.amountFen} 分）应等于全体股东认缴出资额之和（${sum} 分）`,
      `The capital (${capital.amountFen} fen) must be the sum of what the shareholders subscribe (${sum} fen)`,
    )
  }
}

function typesFor(shareholders: OneForm['shareholders']): readonly string[] {
  const [only, second] = shareholders
  if (second !== undefined || only === undefined) return ofSeveral
  if (only.kind === 'NATURAL') return ['1151']
  return only.type === 'STATE_ORGAN' ? ['1110', '1153'] : ['1152', '1153']
}

/** The enterprise's type follows from its shareholders (公司法 42, 168; the registries' code of types). */
export const typeFitsShareholders: Rule = function* ({ enterpriseType, shareholders }) {
  const possible = typesFor(shareholders)
  if (!possible.includes(enterpriseType)) {
    yield wrong(
      '/enterpriseType',
      `按股东构成，主体类型应为 ${possible.join(' 或 ')}`,
      `With these shareholders the enterprise type is ${possible.join(' or ')}`,
    )
  }
}

/** A natural shareholder is one of the people; a legal one has a name, a type and, unless foreign, a code (公司法 46). */
export const shareholdersAreNamed: Rule = function* ({ shareholders }) {
  for (const [index, one] of shareholders.entries()) {
    const at = `/shareholders/${index}`
    const ofLegal = [one.uscc, one.name, one.type]
    if (one.kind === 'NATURAL') {
      if (one.person === undefined) {
        yield wrong(`${at}/person`, '自然人股东须指明人员', 'A natural shareholder is one of the people')
      }
      if (ofLegal.some((value) => value !== undefined)) {
        yield wrong(
          at,
          '自然人股东不填单位信息',
          'A natural shareholder has no code, name or type of an entity',
        )
      }
      continue
    }
    if (one.person !== undefined) {
      yield wrong(`${at}/person`, '法人股东不填人员', 'A legal shareholder is none of the people')
    }
    if (one.name === undefined)
      yield wrong(`${at}/name`, '法人股东须填名称', 'A legal shareholder has a name')
    if (one.type === undefined)
      yield wrong(`${at}/type`, '法人股东须填类型', 'A legal shareholder has a type')
    if (one.uscc === undefined && one.type !== 'FOREIGN') {
      yield wrong(
        `${at}/uscc`,
        '境内法人股东须填统一社会信用代码',
        'A domestic legal shareholder has a unified social credit code',
      )
    }
  }
}

/** Nobody is a shareholder twice: several contributions of one shareholder are one (公司法 46). */
export const shareholdersAreDistinct: Rule = function* ({ shareholders }) {
  const seen = new Set<string>()
  for (const [index, { person, uscc }] of shareholders.entries()) {
    const id = uscc ?? person
    if (id === undefined) continue
    if (seen.has(id)) {
      yield wrong(
        `/shareholders/${index}`,
        '同一股东只填一次，出资合并填写',
        'A shareholder is given once, with all contributions together',
      )
    }
    seen.add(id)
  }
}

/** Only what can be valued and transferred is contributed; never labour, credit, a name … (公司法 48, 市场主体登记管理条例 13). */
export const contributionsAreAllowed: Rule = function* ({ shareholders }) {
  for (const [index, { forms }] of shareholders.entries()) {
    for (const [place, form] of forms.entries()) {
      if (isCode('contributionForms', form)) continue
      yield wrong(
        `/shareholders/${index}/forms/${place}`,
        `不得以 ${form} 出资：劳务、信用、自然人姓名、商誉、特许经营权或者设定担保的财产等不得作价出资`,
        `${form} cannot be contributed; nor can labour, credit, a name, goodwill, a franchise or encumbered property`,
      )
    }
  }
}

/** All capital is paid in within five years of the establishment, which is not before the submission (公司法 47). */
export const capitalIsPaidInTime: Rule = function* ({ shareholders, capital }, { submittedOn }) {
  const latest = addYears(submittedOn, paymentYears)
  const late = (pointer: string) =>
    wrong(
      pointer,
      `出资应自成立之日起五年内缴足，最迟 ${latest}`,
      `Contributions are paid within five years of the establishment, by ${latest} at the latest`,
    )
  if (capital.paidInBy > latest) yield late('/capital/paidInBy')
  for (const [index, { subscribedBy }] of shareholders.entries()) {
    const pointer = `/shareholders/${index}/subscribedBy`
    if (subscribedBy > latest) yield late(pointer)
    else if (subscribedBy > capital.paidInBy) {
      yield wrong(
        pointer,
        '股东出资期限不得晚于认缴期限',
        'A shareholder pays by the day on which the capital is due',
      )
    }
  }
}

/** What is paid in is at most what is subscribed, and has a day that is not in the future (公司法 40, 49). */
export const paymentsAreReal: Rule = function* ({ shareholders }, { submittedOn }) {
  for (const [index, { paidFen = 0, paidOn, subscribedFen }] of shareholders.entries()) {
    const at = `/shareholders/${index}`
    if (paidFen > subscribedFen) {
      yield wrong(`${at}/paidFen`, '实缴出资额不得超过认缴出资额', 'More is paid in than subscribed')
    }
    if (paidFen > 0 !== (paidOn !== undefined)) {
      yield wrong(
        `${at}/paidOn`,
        '实缴出资额与实缴日期应一并填写',
        'Give what is paid in and the day of it together',
      )
    }
    if (paidOn !== undefined && paidOn > submittedOn) {
      yield wrong(`${at}/paidOn`, '实缴日期不得晚于提交日期', 'The day of payment is after the submission')
    }
  }
}

export const shareholderRules: readonly Rule[] = [
  shareholdersAreFewEnough,
  contributionsAreTheCapital,
  typeFitsShareholders,
  shareholdersAreNamed,
  shareholdersAreDistinct,
  contributionsAreAllowed,
  capitalIsPaidInTime,
  paymentsAreReal,
]
