/** 住房公积金管理中心: opens the unit's deposit account (住房公积金管理条例 14, 18). */
import { notedAll } from './life.ts'
import { serialOf } from './number-book.ts'
import type { DecisionContext, Defect, ItemPractice, ReferenceSystem } from './system.ts'

/** Basis points: not less than 5 % (住房公积金管理条例 18); 12 % is the ceiling in force. */
export const lowestRatio = 500
export const highestRatio = 1200

function ratioDefects({ values }: DecisionContext): Defect[] {
  return ['ratioUnit', 'ratioStaff'].flatMap((name): Defect[] => {
    const ratio = values.number(`/housingFund/${name}`)
    if (ratio === undefined || (ratio >= lowestRatio && ratio <= highestRatio)) return []
    const who = name === 'ratioUnit' ? { zh: '单位', en: 'employer’s' } : { zh: '个人', en: 'employee’s' }
    return [
      {
        path: `/housingFund/${name}`,
        code: 'RATIO_OUT_OF_RANGE',
        rule: '住房公积金管理条例 18',
        zh: `${who.zh}缴存比例应为 5% 至 12%，所填为 ${ratio / 100}%。`,
        en: `The ${who.en} ratio is 5 % to 12 %; ${ratio / 100} % was given.`,
      },
    ]
  })
}

const registration: ItemPractice = {
  needs: ['/uscc'],
  check: ratioDefects,
  issue: ({ case: { record }, numbers }) => ({
    form: {
      housingFund: {
        accountNo: `2202${serialOf(numbers, 'housing-fund', record, 8)}`,
        bank: '吉林市住房公积金受托银行',
      },
    },
  }),
  sample: () => ({
    path: '/housingFund/firstMonth',
    code: 'FIRST_MONTH',
    rule: '住房公积金管理条例 14',
    zh: '首次汇缴月份有误，请核对后重新填报。',
    en: 'The first month of deposit is wrong. Check it and give it again.',
  }),
}

export const hpf: ReferenceSystem = {
  code: 'HPF',
  nameZh: '吉林市住房公积金管理中心',
  nameEn: 'Jilin Housing Provident Fund Centre',
  items: {
    'housing-fund-registration': registration,
    ...notedAll(
      '住房公积金管理条例 13',
      'housing-fund-update',
      'housing-fund-status-note',
      'housing-fund-closure',
    ),
  },
}
