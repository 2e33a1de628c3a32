/** 海关: puts declaring units on record (海关法 11; 报关单位备案管理规定), only those that import or export. */

import { scopeItemKeys } from './licence.ts'
import { notedAll } from './life.ts'
import { serialOf } from './number-book.ts'
import type { DecisionContext, Defect, ItemPractice, ReferenceSystem } from './system.ts'

/** Items of the business scope that are import and export. */
const importItems = ['F518101', 'F518102', 'F518103'] as const

function importDefects({ values }: DecisionContext): Defect[] {
  if (values.isTrue('/customs/importExport') || scopeItemKeys(values, importItems).length > 0) return []
  return [
    {
      path: '/customs/importExport',
      code: 'NO_IMPORT_EXPORT',
      rule: '报关单位备案管理规定',
      zh: '企业未申报从事进出口，无须海关备案。如从事进出口，请补正。',
      en: 'The enterprise does not import or export and needs no customs record. If it does, say so.',
      final: true,
    },
  ]
}

const registration: ItemPractice = {
  needs: ['/uscc'],
  check: importDefects,
  // Ten digits: the customs area of the city, the economic zone (9: other), a serial number.
  issue: ({ case: { record }, numbers }) => ({
    form: { customs: { recordCode: `22029${serialOf(numbers, 'customs-record', record, 5)}` } },
  }),
  sample: () => ({
    path: '/customs/importExport',
    code: 'IMPORT_EXPORT',
    rule: '报关单位备案管理规定',
    zh: '请确认是否从事进出口。',
    en: 'Confirm whether the enterprise imports or exports.',
  }),
}

export const customs: ReferenceSystem = {
  code: 'CUSTOMS',
  nameZh: '吉林海关',
  nameEn: 'Jilin Customs',
  items: {
    'customs-recordal': registration,
    ...notedAll('报关单位备案管理规定', 'customs-update', 'customs-cancellation'),
  },
}
