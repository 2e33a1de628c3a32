import { type CatalogueItem, fixtureUscc, lastFixtureOrgNumber, type OneForm } from '@yibiao/schemas'

/** Districts whose ranges of fixture codes the registrar of the workload draws from. */
const districts = ['220202', '220203', '220204', '220211', '220221', '220281', '220282', '220283', '220284']

/** A unified social credit code of its own for every seed below 899,991. */
export const usccOf = (seed: number): string =>
  fixtureUscc(
    districts[Math.floor(seed / lastFixtureOrgNumber) % districts.length] as string,
    1 + (seed % lastFixtureOrgNumber),
  )

const digits = (seed: number, width: number): string => String(seed % 10 ** width).padStart(width, '0')

const registered = (seed: number) => ({
  uscc: usccOf(seed),
  establishedOn: '2026-11-23',
  status: '1',
  registryOrg: { code: '220202', name: '昌邑区市场监督管理局' },
})

/** What a department issues with its decision on an item, as the shipped reference departments do. */
const issues: Readonly<Record<string, (seed: number, form: OneForm) => object>> = {
  'company-setup-registration': registered,
  'tax-information-confirmation': (seed, form) => ({
    tax: { authorityCode: '12202020000', taxpayerId: usccOf(seed), types: form.tax?.types ?? ['VAT'] },
  }),
  'invoice-supply': () => ({ tax: { invoice: { monthlyQuantity: 25, perInvoiceCapFen: 1_000_000 } } }),
  'seal-engraving-recordal': (seed, form) => ({
    seals: (form.seals ?? []).map(({ key }, index) => ({
      key,
      recordNo: `220202${digits(seed * 8 + index, 7)}`,
    })),
  }),
  'social-insurance-registration': (seed) => ({
    social: { unitNo: `2202${digits(seed, 8)}`, injuryRiskClass: 2 },
  }),
  'medical-insurance-registration': (seed) => ({ medical: { unitNo: `2202YB${digits(seed, 8)}` } }),
  'housing-fund-registration': (seed) => ({
    housingFund: { accountNo: `2202${digits(seed, 8)}`, bank: '吉林市住房公积金受托银行' },
  }),
  'basic-account-opening': (seed) => ({
    bank: { accountNo: `0802${digits(seed, 12)}`, basicAccountNo: `J2420${digits(seed, 9)}` },
  }),
  'statistical-unit-listing': (seed, form) => ({
    statistics: { unitCode: usccOf(seed).slice(8, 17), industryCode: form.industry.code },
  }),
  'customs-recordal': (seed) => ({ customs: { recordCode: `22029${digits(seed, 5)}` } }),
}

const decisionTypes: Readonly<Record<CatalogueItem['kind'], string>> = {
  REGISTRATION: 'yibiao.enterprise.registered.v1',
  LICENCE: 'yibiao.approval.granted.v1',
  COMMITMENT: 'yibiao.approval.granted.v1',
  RECORDAL: 'yibiao.approval.recorded.v1',
  CONSEQUENCE: 'yibiao.approval.recorded.v1',
}

export interface Decided {
  readonly type: string
  readonly data: { readonly approval: string; readonly round: 1; readonly form?: object }
}

/** The department's decision in favour on one item of a filing. */
export function decide(item: CatalogueItem, about: { seed: number; form: OneForm; filing: string }): Decided {
  const { seed, form, filing } = about
  const issued = issues[item.code]?.(seed, form)
  const data = { approval: `${filing}/${item.code}`, round: 1 as const }
  return { type: decisionTypes[item.kind], data: issued === undefined ? data : { ...data, form: issued } }
}
