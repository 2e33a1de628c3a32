/** 统计局: takes the unit into the directory of basic units and codes its industry (统计法 25; GB/T 4754). */
import { notedAll } from './life.ts'
import { type ItemPractice, noDefects, type ReferenceSystem } from './system.ts'

const registration: ItemPractice = {
  needs: ['/uscc', '/industry/code'],
  check: noDefects,
  issue({ values }) {
    // The unit's code is the organisation code, characters 9 to 17 of the unified social credit code (GB 32100).
    const unitCode = (values.text('/uscc') ?? '').slice(8, 17)
    return { form: { statistics: { unitCode, industryCode: values.text('/industry/code') } } }
  },
  sample: () => ({
    path: '/industry/code',
    code: 'INDUSTRY_CODE',
    rule: 'GB/T 4754-2017',
    zh: '行业小类与主营业务不符，请核对行业代码。',
    en: 'The industry class does not fit the main business. Check the industry code.',
  }),
}

export const stats: ReferenceSystem = {
  code: 'STATS',
  nameZh: '吉林市统计局',
  nameEn: 'Jilin Bureau of Statistics',
  items: { 'statistical-unit-listing': registration, ...notedAll('统计法 25', 'statistical-unit-update') },
}
