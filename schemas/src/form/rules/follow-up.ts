import { type Rule, wrong } from './rule.ts'

/** Least and largest ratio of the housing fund in basis points (住房公积金管理条例 18; 12 % by policy). */
export const housingRatio = { least: 500, largest: 1200 } as const
/** Largest capital in fen of a company that need not name its beneficial owners: 10 million yuan (受益所有人信息管理办法 3). */
export const largestExemptCapitalFen = 1_000_000_000

/** The articles were adopted before the form was handed in (公司法 45, 46). */
export const articlesAreAdopted: Rule = function* ({ articles }, { submittedOn }) {
  if (articles.adoptedOn > submittedOn) {
    yield wrong(
      '/articles/adoptedOn',
      '章程通过日期晚于提交日期',
      'The articles are adopted after the submission',
    )
  }
}

/** The beneficial owners are named, or the company is exempt and says so; not both (受益所有人信息管理办法 3, 6). */
export const beneficialOwnersAreNamed: Rule = function* ({
  beneficialOwners = [],
  beneficialOwnershipExempt = false,
}) {
  if (beneficialOwnershipExempt && beneficialOwners.length > 0) {
    yield wrong(
      '/beneficialOwnershipExempt',
      '已填报受益所有人的，不再承诺免报',
      'Beneficial owners are named, so the company does not claim the exemption',
    )
  }
  if (!beneficialOwnershipExempt && beneficialOwners.length === 0) {
    yield wrong(
      '/beneficialOwners',
      '须填报受益所有人，或者承诺免报',
      'Name the beneficial owners, or claim the exemption',
    )
  }
}

/** Exempt is a capital up to ten million yuan with natural shareholders only (受益所有人信息管理办法 3). */
export const exemptionIsDue: Rule = function* ({ beneficialOwnershipExempt, capital, shareholders }) {
  if (beneficialOwnershipExempt !== true) return
  if (capital.amountFen > largestExemptCapitalFen || shareholders.some(({ kind }) => kind !== 'NATURAL')) {
    yield wrong(
      '/beneficialOwnershipExempt',
      '免报受益所有人须注册资本不超过1000万元且股东全部为自然人',
      'Exempt is a company with a capital up to 10 million yuan and natural shareholders only',
    )
  }
}

/** Shares that make somebody a beneficial owner are at least 25 % and together at most 100 % (受益所有人信息管理办法 6). */
export const beneficialSharesAddUp: Rule = function* ({ beneficialOwners = [] }) {
  let total = 0
  for (const [index, { nature, sharePercentage }] of beneficialOwners.entries()) {
    if (nature !== 'EQUITY') continue
    total += sharePercentage ?? 0
    if (sharePercentage === undefined || sharePercentage < 25) {
      yield wrong(
        `/beneficialOwners/${index}/sharePercentage`,
        '以股权认定受益所有人的，比例不低于25%',
        'A beneficial owner by equity has 25 % or more',
      )
    }
  }
  if (total > 100)
    yield wrong('/beneficialOwners', '股权比例合计超过100%', 'The shares of equity exceed 100 %')
}

/** Both ratios of the housing fund are within 5 % and 12 % (住房公积金管理条例 18). */
export const housingRatiosAreAllowed: Rule = function* ({ housingFund }) {
  if (housingFund === undefined) return
  for (const name of ['ratioUnit', 'ratioStaff'] as const) {
    const ratio = housingFund[name]
    if (ratio >= housingRatio.least && ratio <= housingRatio.largest) continue
    yield wrong(
      `/housingFund/${name}`,
      '住房公积金缴存比例为5%至12%（500至1200）',
      'The ratio of the housing fund is 5 % to 12 % (500 to 1200)',
    )
  }
}

/** Nobody is employed before the company is founded, so nothing is paid before that (社会保险法 57, 住房公积金管理条例 14). */
export const firstMonthsAreAhead: Rule = function* ({ social, housingFund, articles }) {
  const founded = articles.adoptedOn.slice(0, 7)
  const months = [
    ['/social/firstPayMonth', social.firstPayMonth],
    ['/housingFund/firstMonth', housingFund?.firstMonth],
  ] as const
  for (const [pointer, first] of months) {
    if (first !== undefined && first < founded) {
      yield wrong(
        pointer,
        '首次缴费月份早于章程通过的月份',
        'The first month of payment is before the month in which the articles were adopted',
      )
    }
  }
}

/** Personal data go to a bank only by separate consent (个人信息保护法 23, 29). */
export const bankIsConsentedTo: Rule = function* ({ bank }) {
  if (bank !== undefined && !bank.consent) {
    yield wrong(
      '/bank/consent',
      '选择开户银行须单独同意向其提供信息；不同意的，不填开户意向',
      'To choose a bank, consent to share with it; without consent, leave the bank out',
    )
  }
}

/** A company has one official seal, and a seal is of a material or electronic (印章治安管理规定). */
export const sealsArePossible: Rule = function* ({ seals = [] }) {
  let official = 0
  for (const [index, { kind, material, electronic }] of seals.entries()) {
    if (kind === 'OFFICIAL' && ++official === 2) {
      yield wrong(`/seals/${index}/kind`, '公章只能有一枚', 'There is one official seal')
    }
    if (material === 'NONE' && !electronic) {
      yield wrong(
        `/seals/${index}/material`,
        '没有材质的印章只能是电子印章',
        'A seal without a material is an electronic one',
      )
    }
  }
}

export const followUpRules: readonly Rule[] = [
  articlesAreAdopted,
  beneficialOwnersAreNamed,
  exemptionIsDue,
  beneficialSharesAddUp,
  housingRatiosAreAllowed,
  firstMonthsAreAhead,
  bankIsConsentedTo,
  sealsArePossible,
]
