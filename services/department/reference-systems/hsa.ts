/** 医疗保障局: registers the unit for medical and maternity insurance (社会保险法 57). */
import { notedAll } from './life.ts'
import { serialOf } from './number-book.ts'
import { type ItemPractice, noDefects, type ReferenceSystem } from './system.ts'

const registration: ItemPractice = {
  needs: ['/uscc'],
  check: noDefects,
  issue: ({ case: { record }, numbers }) => ({
    form: { medical: { unitNo: `2202YB${serialOf(numbers, 'medical-unit', record, 8)}` } },
  }),
  sample: () => ({
    path: '/social/expectedHeadcount',
    code: 'HEADCOUNT',
    rule: '社会保险法 57',
    zh: '从业人数与参保登记不符，请核对从业人数。',
    en: 'The headcount does not agree with the insurance registration. Check it.',
  }),
}

export const hsa: ReferenceSystem = {
  code: 'HSA',
  nameZh: '吉林市医疗保障局',
  nameEn: 'Jilin Healthcare Security Bureau',
  items: {
    'medical-insurance-registration': registration,
    ...notedAll('社会保险经办条例 10', 'medical-insurance-closure'),
  },
}
