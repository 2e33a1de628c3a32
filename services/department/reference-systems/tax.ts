/** 税务局: the taxpayer's number, authority and taxes, and his invoices (税收征收管理法 15; 发票管理办法 15). */
import { districtOf } from './divisions.ts'
import type { FormValues } from './form-values.ts'
import { noted, notedAll } from './life.ts'
import { serialOf } from './number-book.ts'
import { type ItemPractice, noDefects, type ReferenceSystem } from './system.ts'

/** Every company's: VAT with its surcharges, income taxes, stamp duty. */
const usualTaxes = ['VAT', 'CIT', 'IIT', 'URBAN', 'EDUCATION', 'LOCAL_EDUCATION', 'STAMP'] as const

/** What a newly registered taxpayer gets at first: invoices a month and the most on one of them, in fen. */
const firstQuota = {
  SMALL_SCALE: { monthlyQuantity: 25, perInvoiceCapFen: 1_000_000 },
  GENERAL: { monthlyQuantity: 25, perInvoiceCapFen: 10_000_000 },
} as const

/** Sample layout, eleven digits: 1 (tax), the county-level division, the bureau of registration. */
const authorityCode = (division: string): string => `1${division}0000`

const statusOf = (values: FormValues): keyof typeof firstQuota =>
  values.text('/tax/vatStatus') === 'GENERAL' ? 'GENERAL' : 'SMALL_SCALE'

const confirmation: ItemPractice = {
  needs: ['/uscc', '/domicile/divisionCode'],
  check: noDefects,
  issue({ values }) {
    const declared = values.texts('/tax/types')
    return {
      form: {
        tax: {
          authorityCode: authorityCode(districtOf(values.text('/domicile/divisionCode'))),
          // Since the merged certificates the unified social credit code is the taxpayer's number.
          taxpayerId: values.text('/uscc'),
          types: declared.length > 0 ? declared : usualTaxes,
        },
      },
    }
  },
  sample: () => ({
    path: '/tax/accountingSystem',
    code: 'ACCOUNTING_SYSTEM',
    rule: '税收征收管理法 20',
    zh: '财务会计制度与企业规模不符，请核对后重新填报会计制度。',
    en: 'The accounting system does not fit the size of the enterprise. Check it and give it again.',
  }),
}

const invoices: ItemPractice = {
  needs: ['/uscc', '/tax/invoice/monthlyQuantity'],
  check: noDefects,
  // Never more than was asked for and never more than the first quota.
  issue({ values }) {
    const quota = firstQuota[statusOf(values)]
    const asked = values.number('/tax/invoice/monthlyQuantity') ?? quota.monthlyQuantity
    const cap = values.number('/tax/invoice/perInvoiceCapFen') ?? quota.perInvoiceCapFen
    return {
      form: {
        tax: {
          invoice: {
            monthlyQuantity: Math.min(asked, quota.monthlyQuantity),
            perInvoiceCapFen: Math.min(cap, quota.perInvoiceCapFen),
          },
        },
      },
    }
  },
  sample: () => ({
    path: '/tax/invoice/monthlyQuantity',
    code: 'INVOICE_QUANTITY',
    rule: '发票管理办法 15',
    zh: '所申请的发票份数与经营规模不符，请核对每月份数。',
    en: 'The number of invoices asked for does not fit the size of the business. Check it.',
  }),
}

/** 税收征收管理法 16: taxes are settled before the deregistration; this town owes nothing. */
const clearance: ItemPractice = {
  ...noted('税收征收管理法 16'),
  says: 'yibiao.tax.cleared.v1',
  issue: ({ case: { record }, numbers }) => ({
    certificateNo: `清税 ${serialOf(numbers, 'tax-clearance', record, 8)}`,
  }),
}

export const tax: ReferenceSystem = {
  code: 'TAX',
  nameZh: '国家税务总局吉林市税务局',
  nameEn: 'Jilin Tax Service',
  items: {
    'tax-information-confirmation': confirmation,
    'invoice-supply': invoices,
    'tax-clearance': clearance,
    ...notedAll(
      '税收征收管理法 16',
      'tax-information-update',
      'tax-status-note',
      'tax-closure',
      'tax-migration',
    ),
  },
}
