/**
 * 市场监督管理局, the registrar: examines the form (市场主体登记管理条例 19: 形式审查), registers on the spot and issues the
 * unified social credit code.
 */
import { addYears, fixtureUscc, lastFixtureOrgNumber } from '@yibiao/schemas'
import { amrLife } from './amr-life.ts'
import { nameDefects } from './amr-name.ts'
import { districtCodes, districtName, districtOf } from './divisions.ts'
import type { FormValues } from './form-values.ts'
import type { Numbers } from './number-book.ts'
import type { DecisionContext, Defect, ItemPractice, ReferenceSystem } from './system.ts'

/** 公司法 47: contributions are paid in within five years of the establishment. */
const longestPayment = 5

function capitalDefects({ values, today }: DecisionContext): Defect[] {
  const defects: Defect[] = []
  const capital = values.number('/capital/amountFen')
  const shareholders = values.keys('/shareholders')
  const subscribed = shareholders.map((key) => values.number(`/shareholders/${key}/subscribedFen`) ?? 0)
  const sum = subscribed.reduce((total, fen) => total + fen, 0)
  if (capital === undefined || sum !== capital) {
    defects.push({
      path: '/capital/amountFen',
      code: 'CAPITAL_SUM',
      rule: '公司法 47',
      zh: `各股东认缴出资额合计为 ${sum} 分，与注册资本不一致。请核对各股东认缴出资额和注册资本。`,
      en: `The shareholders subscribe ${sum} fen in all, which is not the registered capital. Check both.`,
    })
  }
  const latest = addYears(today, longestPayment)
  for (const key of shareholders) {
    const by = values.text(`/shareholders/${key}/subscribedBy`)
    if (by === undefined || by <= latest) continue
    defects.push({
      path: `/shareholders/${key}/subscribedBy`,
      code: 'CONTRIBUTION_TOO_LATE',
      rule: '公司法 47',
      zh: `股东 ${key} 的认缴期限 ${by} 超过公司成立之日起五年（${latest}）。请改在五年以内。`,
      en: `Shareholder ${key} is to pay by ${by}, later than five years from establishment (${latest}).`,
    })
  }
  return defects
}

function premisesDefects({ values }: DecisionContext): Defect[] {
  const division = districtOf(values.text('/domicile/divisionCode'))
  if (districtName(division) !== undefined) return []
  return [
    {
      path: '/domicile/divisionCode',
      code: 'DOMICILE_OUTSIDE',
      rule: '市场主体登记管理条例 5, 11',
      zh: '住所不在本登记机关辖区内。请核对行政区划代码，或向住所所在地登记机关申请。',
      en: 'The domicile is outside this registry’s area. Check the division code, or apply where the domicile is.',
    },
  ]
}

/** The divisions whose fixture ranges are drawn from: the domicile's own, then the next ones in turn. */
function divisionsFrom(division: string): readonly string[] {
  const at = Math.max(0, districtCodes.indexOf(division))
  return [...districtCodes.slice(at), ...districtCodes.slice(0, at)]
}

const series = (division: string): string => `uscc-${division}`

/**
 * The record's code, from the range of organisation codes that no real entity can have (GB 11714: PDY00001–PDY99999). The
 * code contains the registry's division, so when one division's range is used up the next division's follows.
 */
function usccOf(record: string, values: FormValues, numbers: Numbers): string {
  const divisions = divisionsFrom(districtOf(values.text('/domicile/divisionCode')))
  for (const division of divisions) {
    const number = numbers.held(series(division), record)
    if (number !== undefined) return fixtureUscc(division, number)
  }
  for (const division of divisions) {
    const number = numbers.take(series(division), record, lastFixtureOrgNumber)
    if (number !== undefined) return fixtureUscc(division, number)
  }
  throw new RangeError('The fixture codes of every division are used up.')
}

function registryOf(values: FormValues): object {
  const division = districtOf(values.text('/domicile/divisionCode'))
  return { code: division, name: `${districtName(division) ?? '吉林市'}市场监督管理局` }
}

const nameTaken: Defect = {
  path: '/name/tradeName',
  code: 'NAME_TAKEN',
  rule: '企业名称登记管理规定 17',
  zh: '该企业名称与同一登记机关已登记或者已保留的名称相同。请另行选用字号。',
  en: 'The name is that of an enterprise registered or reserved with the same registry. Choose another trade name.',
}

/** Numbers passed over when a code turns out to be taken: after a lost database there may be many. */
const skipWhenTaken = 100

const registration: ItemPractice = {
  needs: ['/name/full', '/capital/amountFen', '/domicile/divisionCode'],
  check: (context) => [...nameDefects(context), ...capitalDefects(context), ...premisesDefects(context)],
  issue: ({ case: { record }, values, today, numbers }) => ({
    form: {
      uscc: usccOf(record, values, numbers),
      // 市场主体登记管理条例 21: the day on which the licence is issued is the day of establishment.
      establishedOn: today,
      status: '1',
      registryOrg: registryOf(values),
    },
  }),
  sample: () => ({
    path: '/domicile/evidenceId',
    code: 'DOMICILE_EVIDENCE',
    rule: '市场主体登记管理条例 16',
    zh: '住所使用证明不清晰，请补正住所证明编号。',
    en: 'The evidence of the right to the premises is not legible. Give its number again.',
  }),
}

export const amr: ReferenceSystem = {
  code: 'AMR',
  nameZh: '吉林市市场监督管理局',
  nameEn: 'Jilin Administration for Market Regulation',
  items: { 'company-setup-registration': registration, ...amrLife },
  // 企业信息公示暂行条例 10: it is done on the registrar's own publicity system.
  duties: ['publicity'],
  onIdentifierTaken({ case: { record }, numbers }, pointer) {
    if (!pointer.includes('uscc')) return nameTaken
    for (const division of districtCodes) numbers.giveUp(series(division), record, skipWhenTaken)
    return 'again'
  },
}
