/** 人力资源和社会保障局: registers for social insurance in step with the registration (社会保险经办条例 6). */

import { licence } from './licence.ts'
import { notedAll } from './life.ts'
import { serialOf } from './number-book.ts'
import {
  type DecisionContext,
  type Defect,
  type ItemPractice,
  noDefects,
  type ReferenceSystem,
} from './system.ts'

/** 社会保险法 10, 33, 44: those every employer takes part in. */
const obligatory = ['PENSION', 'UNEMPLOYMENT', 'INJURY'] as const

/** Classes of risk of accidents at work, 1 … 8, by section of GB/T 4754: samples, not the published table. */
const riskBySection: Readonly<Record<string, number>> = {
  A: 4,
  B: 8,
  C: 5,
  D: 4,
  E: 6,
  F: 2,
  G: 4,
  H: 2,
  I: 1,
  J: 1,
  K: 2,
  L: 2,
  M: 2,
  N: 3,
  O: 2,
  P: 1,
  Q: 2,
  R: 2,
  S: 1,
  T: 1,
}

function insuranceDefects({ values }: DecisionContext): Defect[] {
  const chosen = values.texts('/social/insuranceTypes')
  const missing = obligatory.filter((type) => !chosen.includes(type))
  if (chosen.length === 0 || missing.length === 0) return []
  return [
    {
      path: '/social/insuranceTypes',
      code: 'INSURANCE_MISSING',
      rule: '社会保险法 10, 33, 44',
      zh: `参保险种缺少：${missing.join('、')}。职工应当参加养老、失业、工伤保险。`,
      en: `These insurances are missing: ${missing.join(', ')}. Every employer takes part in them.`,
    },
  ]
}

const socialInsurance: ItemPractice = {
  needs: ['/uscc'],
  check: insuranceDefects,
  issue({ case: { record }, values, numbers }) {
    const unitNo = `2202${serialOf(numbers, 'social-unit', record, 8)}`
    return {
      form: {
        social: { unitNo, injuryRiskClass: riskBySection[values.text('/industry/section') ?? ''] ?? 4 },
      },
    }
  },
  sample: () => ({
    path: '/social/firstPayMonth',
    code: 'FIRST_PAY_MONTH',
    rule: '社会保险法 57, 58',
    zh: '首次缴费月份有误，请核对后重新填报。',
    en: 'The first month of payment is wrong. Check it and give it again.',
  }),
}

/** 就业促进法; 社会保险法 58: the staff is taken down; nothing is issued. */
const employment: ItemPractice = {
  needs: ['/uscc'],
  check: noDefects,
  issue: () => ({}),
  sample: socialInsurance.sample,
}

const issuerZh = '吉林市人力资源和社会保障局'

export const hrss: ReferenceSystem = {
  code: 'HRSS',
  nameZh: issuerZh,
  nameEn: 'Jilin Human Resources and Social Security Bureau',
  items: {
    'social-insurance-registration': socialInsurance,
    'employment-registration': employment,
    'human-resources-service-licence': licence({
      kind: 'HUMAN-RESOURCES-SERVICE',
      issuerZh,
      prefix: 'RL',
      scopeCodes: ['L726201'],
      rule: '人力资源市场暂行条例 18',
    }),
    'labour-dispatch-licence': licence({
      kind: 'LABOUR-DISPATCH',
      issuerZh,
      prefix: 'LP',
      scopeCodes: ['L726301'],
      rule: '劳动合同法 57',
      validYears: 3,
    }),
    ...notedAll(
      '社会保险经办条例 10',
      'social-insurance-update',
      'social-insurance-status-note',
      'social-insurance-closure',
      'social-insurance-transfer',
    ),
  },
}
