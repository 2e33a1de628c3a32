/** 公安局: puts the seals on record and licenses the trades under public-security supervision. */

import { districtOf } from './divisions.ts'
import { licence } from './licence.ts'
import { notedAll } from './life.ts'
import { serialOf } from './number-book.ts'
import type { DecisionContext, Defect, ItemPractice, ReferenceSystem } from './system.ts'

/** A record number has 13 characters: division, then a serial number of the district. */
const serialWidth = 7

const holderOf = (record: string, kind: string): string => `${record} ${kind}`
const kindSeries = 'seal-kind'

/**
 * One enterprise has one seal of each kind: a second one of a kind is not put on record, in one filing or in a later one.
 * Where the item can be refused it is refused, otherwise the applicant is asked for another kind.
 */
function repeatedKinds({ case: { record }, values, numbers }: DecisionContext): Defect[] {
  const seen = new Set<string>()
  const defects: Defect[] = []
  for (const key of values.keys('/seals')) {
    const kind = values.text(`/seals/${key}/kind`)
    if (kind === undefined || values.has(`/seals/${key}/recordNo`)) continue
    if (seen.has(kind) || numbers.held(kindSeries, holderOf(record, kind)) !== undefined) {
      defects.push({
        path: `/seals/${key}/kind`,
        code: 'SEAL_REPEATED',
        rule: '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定',
        zh: `印章 ${key} 与本企业另一枚印章类型相同，每种印章只备案一枚。`,
        en: `Seal ${key} is of the same kind as another one of this enterprise; one of each kind is put on record.`,
        final: true,
      })
    }
    seen.add(kind)
  }
  return defects
}

const seals: ItemPractice = {
  needs: ['/uscc', '/domicile/divisionCode'],
  check: repeatedKinds,
  issue({ case: { record }, values, numbers }) {
    const division = districtOf(values.text('/domicile/divisionCode'))
    const seals = values
      .keys('/seals')
      .filter((key) => values.has(`/seals/${key}/kind`) && !values.has(`/seals/${key}/recordNo`))
      .map((key) => {
        const holder = holderOf(record, values.text(`/seals/${key}/kind`) ?? '')
        serialOf(numbers, kindSeries, holder, 12)
        return { key, recordNo: division + serialOf(numbers, `seal-${division}`, holder, serialWidth) }
      })
    return seals.length === 0 ? {} : { form: { seals } }
  },
  sample: ({ values }) => ({
    path: `/seals/${values.keys('/seals')[0] ?? 'S1'}/material`,
    code: 'SEAL_MATERIAL',
    rule: '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定',
    zh: '印章材质与制作单位备案不符，请核对印章材质。',
    en: 'The material does not agree with the maker’s own record. Check the material of the seal.',
  }),
}

const issuerZh = '吉林市公安局'

export const psb: ReferenceSystem = {
  code: 'PSB',
  nameZh: issuerZh,
  nameEn: 'Jilin Public Security Bureau',
  items: {
    'seal-engraving-recordal': seals,
    'hotel-special-trade-licence': licence({
      kind: 'HOTEL-SPECIAL-TRADE',
      issuerZh,
      prefix: 'TH',
      scopeCodes: ['H612901'],
      rule: '旅馆业治安管理办法 4',
    }),
    'security-service-licence': licence({
      kind: 'SECURITY-SERVICE',
      issuerZh,
      prefix: 'BA',
      scopeCodes: ['L727101'],
      rule: '保安服务管理条例 9',
      beforeRegistration: true,
    }),
    ...notedAll('印章业治安管理办法', 'seal-renewal-recordal', 'seal-cancellation'),
  },
}
