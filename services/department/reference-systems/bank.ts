/** What the banks have in common: they open an account for those who chose them, and for nobody else. */
import { notedAll } from './life.ts'
import { serialOf } from './number-book.ts'
import type { DecisionContext, Defect, ItemPractice, ReferenceSystem } from './system.ts'

export interface BankOptions {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  /** The digits that every account number of the bank begins with. */
  readonly accountPrefix: string
  /** Digits of the serial number behind them. */
  readonly serialWidth: number
}

function choiceDefects({ values }: DecisionContext, code: string): Defect[] {
  if (values.text('/bank/participant') === code) return []
  return [
    {
      path: '/bank/participant',
      code: 'BANK_NOT_CHOSEN',
      rule: '个人信息保护法 23',
      zh: '申请人未选择本行开户。',
      en: 'The applicant did not choose this bank.',
      final: true,
    },
  ]
}

function account({ code, accountPrefix, serialWidth }: BankOptions): ItemPractice {
  return {
    needs: ['/uscc', '/bank/participant'],
    check: (context) => choiceDefects(context, code),
    issue({ case: { record }, values, numbers }) {
      const serial = serialOf(numbers, 'account', record, serialWidth)
      // 人民币银行结算账户管理办法: an enterprise has one basic deposit account; only that one has the second number.
      const isBasic = values.text('/bank/accountNature') !== 'GENERAL'
      const basicAccountNo = `J2420${serial}`
      return {
        form: { bank: { accountNo: accountPrefix + serial, ...(isBasic ? { basicAccountNo } : {}) } },
      }
    },
    sample: () => ({
      path: '/bank/branchName',
      code: 'BRANCH_UNKNOWN',
      rule: '人民币银行结算账户管理办法',
      zh: '所选网点不办理单位开户，请另选开户网点。',
      en: 'The branch does not open accounts for enterprises. Choose another branch.',
    }),
  }
}

/** A bank. Its account numbers are samples: company accounts have no check digit that could tell them from real ones. */
export const bank = (options: BankOptions): ReferenceSystem => ({
  code: options.code,
  nameZh: options.nameZh,
  nameEn: options.nameEn,
  items: {
    'basic-account-opening': account(options),
    ...notedAll(
      '人民币银行结算账户管理办法',
      'bank-account-update',
      'bank-status-note',
      'bank-account-closure',
    ),
  },
})
