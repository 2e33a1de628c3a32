import { type CodeTableName, nameOfCode } from '@yibiao/schemas'
import { patternOf } from './form-titles.ts'
import type { Lang } from './text.ts'

/** Leaves of the form whose values are codes of a table. */
export const codedLeaves: Readonly<Record<string, CodeTableName>> = {
  '/enterpriseType': 'enterpriseTypes',
  '/status': 'registryStatus',
  '/domicile/divisionCode': 'divisions',
  '/domicile/rightKind': 'domicileRights',
  '/businessPlace/divisionCode': 'divisions',
  '/capital/currency': 'currencies',
  '/people/*/idType': 'idTypes',
  '/people/*/nationality': 'nationalities',
  '/people/*/sex': 'sex',
  '/directors/*/position': 'directorPositions',
  '/supervision/kind': 'supervisionKinds',
  '/supervisors/*/position': 'supervisorPositions',
  '/industry/code': 'industries',
  '/industry/section': 'industries',
  '/shareholders/*/type': 'legalEntityTypes',
  '/shareholders/*/forms': 'contributionForms',
  '/tax/vatStatus': 'vatStatus',
  '/tax/types': 'taxTypes',
  '/tax/accountingSystem': 'accountingSystems',
  '/tax/depreciation': 'depreciationMethods',
  '/tax/invoice/kinds': 'invoiceKinds',
  '/tax/invoice/delivery': 'deliveryMethods',
  '/seals/*/kind': 'sealKinds',
  '/seals/*/material': 'sealMaterials',
  '/social/insuranceTypes': 'insuranceTypes',
  '/delivery/kind': 'deliveryMethods',
  '/statistics/industryCode': 'industries',
}

/** A value of the form as people read it: codes with their names, fen with the yuan they are. */
export function showValue(path: string, value: unknown, lang: Lang): string {
  const pattern = patternOf(path)
  const table = codedLeaves[pattern]
  if (Array.isArray(value))
    return value.map((one) => showScalar(table, one, lang)).join(lang === 'zh' ? '、' : ', ')
  if (typeof value === 'number' && pattern.endsWith('Fen')) return `${value} (¥${(value / 100).toFixed(2)})`
  return showScalar(table, value, lang)
}

function showScalar(table: CodeTableName | undefined, value: unknown, lang: Lang): string {
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  if (table === undefined) return shown
  const name = nameOfCode(table, shown, lang)
  return name === shown ? shown : `${shown} ${name}`
}
