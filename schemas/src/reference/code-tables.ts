/**
 * The shipped code tables, each dated and versioned. A table whose `confirmed` is false, or a code whose own is, has not
 * been checked against its authority's publication and is to be before production.
 */
import accountingSystems from '../../reference/code-tables/accounting-systems.json' with { type: 'json' }
import contributionForms from '../../reference/code-tables/contribution-forms.json' with { type: 'json' }
import currencies from '../../reference/code-tables/currencies.json' with { type: 'json' }
import deliveryMethods from '../../reference/code-tables/delivery-methods.json' with { type: 'json' }
import depreciationMethods from '../../reference/code-tables/depreciation-methods.json' with { type: 'json' }
import directorPositions from '../../reference/code-tables/director-positions.json' with { type: 'json' }
import domicileRights from '../../reference/code-tables/domicile-rights.json' with { type: 'json' }
import enterpriseTypes from '../../reference/code-tables/enterprise-types.json' with { type: 'json' }
import idTypes from '../../reference/code-tables/id-types.json' with { type: 'json' }
import industries from '../../reference/code-tables/industries.json' with { type: 'json' }
import insuranceTypes from '../../reference/code-tables/insurance-types.json' with { type: 'json' }
import invoiceKinds from '../../reference/code-tables/invoice-kinds.json' with { type: 'json' }
import legalEntityTypes from '../../reference/code-tables/legal-entity-types.json' with { type: 'json' }
import nationalities from '../../reference/code-tables/nationalities.json' with { type: 'json' }
import orgForms from '../../reference/code-tables/org-forms.json' with { type: 'json' }
import registryStatus from '../../reference/code-tables/registry-status.json' with { type: 'json' }
import scopeItems from '../../reference/code-tables/scope-items.json' with { type: 'json' }
import sealKinds from '../../reference/code-tables/seal-kinds.json' with { type: 'json' }
import sealMaterials from '../../reference/code-tables/seal-materials.json' with { type: 'json' }
import sex from '../../reference/code-tables/sex.json' with { type: 'json' }
import supervisionKinds from '../../reference/code-tables/supervision-kinds.json' with { type: 'json' }
import supervisorPositions from '../../reference/code-tables/supervisor-positions.json' with { type: 'json' }
import taxTypes from '../../reference/code-tables/tax-types.json' with { type: 'json' }
import vatStatus from '../../reference/code-tables/vat-status.json' with { type: 'json' }
import divisions from '../../reference/divisions.json' with { type: 'json' }

export interface CodeEntry {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** The market-regulation exchange's own code, for adapters of older systems. */
  readonly aic?: string
  /** False where this code, unlike the table, is not confirmed. */
  readonly confirmed?: boolean
}

export interface CodeTable<Entry extends CodeEntry = CodeEntry> {
  readonly table: string
  readonly version: number
  /** The first date to which the table applies. */
  readonly validFrom: string
  readonly titleZh: string
  readonly titleEn: string
  /** The standard, law or publication that the codes come from. */
  readonly source: string
  readonly confirmed: boolean
  readonly codes: readonly Entry[]
}

/** ISO 3166-1 numeric code with its letters. */
export interface NationalityEntry extends CodeEntry {
  readonly alpha3: string
}

/** GB/T 4754-2017: a section has a letter, a class four digits and its section. */
export interface IndustryEntry extends CodeEntry {
  readonly level: 'SECTION' | 'CLASS'
  /** Of a class. */
  readonly section?: string
}

/** A standard wording of business scope (市场主体登记管理条例 14). */
export interface ScopeItemEntry extends CodeEntry {
  readonly kind: 'GENERAL' | 'LICENSED'
  /** Whether its licence comes before the registration, after it, or is none (优化营商环境条例 19). */
  readonly gate: 'PRE' | 'POST' | 'NONE'
  /** GB/T 4754-2017 class. */
  readonly industry: string
  /** Of a licensed item. */
  readonly licenceZh?: string
  /** Of a licensed item. */
  readonly licenceEn?: string
}

/** GB/T 2260 code of county level and above. */
export interface DivisionEntry extends CodeEntry {
  readonly level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY'
  readonly parent?: string
  /** A development zone that statistics treat as a county: no division of GB/T 2260, never a registry's division. */
  readonly statistical: boolean
}

// A JSON import's type holds every literal as `string`; the tests check the files against these types' values.
const tableOf = <Entry extends CodeEntry>(json: object): CodeTable<Entry> => json as CodeTable<Entry>

export const codeTables = {
  accountingSystems: tableOf(accountingSystems),
  contributionForms: tableOf(contributionForms),
  currencies: tableOf(currencies),
  deliveryMethods: tableOf(deliveryMethods),
  depreciationMethods: tableOf(depreciationMethods),
  directorPositions: tableOf(directorPositions),
  divisions: tableOf<DivisionEntry>(divisions),
  domicileRights: tableOf(domicileRights),
  enterpriseTypes: tableOf(enterpriseTypes),
  idTypes: tableOf(idTypes),
  industries: tableOf<IndustryEntry>(industries),
  insuranceTypes: tableOf(insuranceTypes),
  invoiceKinds: tableOf(invoiceKinds),
  legalEntityTypes: tableOf(legalEntityTypes),
  nationalities: tableOf<NationalityEntry>(nationalities),
  orgForms: tableOf(orgForms),
  registryStatus: tableOf(registryStatus),
  scopeItems: tableOf<ScopeItemEntry>(scopeItems),
  sealKinds: tableOf(sealKinds),
  sealMaterials: tableOf(sealMaterials),
  sex: tableOf(sex),
  supervisionKinds: tableOf(supervisionKinds),
  supervisorPositions: tableOf(supervisorPositions),
  taxTypes: tableOf(taxTypes),
  vatStatus: tableOf(vatStatus),
} as const

export type CodeTableName = keyof typeof codeTables
export type EntryOf<Name extends CodeTableName> = (typeof codeTables)[Name]['codes'][number]

const indexes: ReadonlyMap<string, ReadonlyMap<string, CodeEntry>> = new Map(
  Object.entries(codeTables).map(([name, { codes }]) => [
    name,
    new Map<string, CodeEntry>(codes.map((entry) => [entry.code, entry])),
  ]),
)

/** The entry of a code, or undefined when the table has none. */
export function findCode<Name extends CodeTableName>(name: Name, code: string): EntryOf<Name> | undefined {
  return indexes.get(name)?.get(code) as EntryOf<Name> | undefined
}

/** Whether the table has the code. */
export const isCode = (name: CodeTableName, code: string): boolean => indexes.get(name)?.has(code) === true

/** The name of a code in a language, or the code itself when the table has none: a reader sees something either way. */
export const nameOfCode = (name: CodeTableName, code: string, language: 'zh' | 'en'): string =>
  findCode(name, code)?.[language] ?? code

/** True when the division is a registry's: in GB/T 2260 and not merely statistical. */
export function isRegistryDivision(code: string): boolean {
  const division = findCode('divisions', code)
  return division !== undefined && !division.statistical
}
