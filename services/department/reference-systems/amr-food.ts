/**
 * 市场监督管理局（食品药品）: licences for food, medicines and devices (食品安全法 35; 药品管理法 51).
 *
 * A food trading licence's number is JY and 14 digits: 1 for the form of business, 6 for the division, 6 serial, 1 check
 * digit. The check digit is ISO 7064 MOD 11,10 (GB/T 17710) of the 13 digits before it, the scheme of business
 * registration numbers; it is this system's own choice.
 */
import { mod1110CheckDigit } from '@yibiao/schemas'
import type { FormValues } from './form-values.ts'
import { licence, scopeItemKeys } from './licence.ts'
import type { ReferenceSystem } from './system.ts'

const catering = 'H621001'
const foodSale = 'F522901'
const issuerZh = '吉林市市场监督管理局'
const foodLaw = '食品安全法 35'

/** 1 sale, 2 catering: the main form of business. */
export type FormOfBusiness = '1' | '2'

const formOfBusiness = (values: FormValues): FormOfBusiness =>
  scopeItemKeys(values, [catering]).length > 0 ? '2' : '1'

/** A licence number of a form of business, a division of six digits and a serial number of six. */
export function foodLicenceNo(form: FormOfBusiness, division: string, serial: string): string {
  const digits = `${form}${division}${serial}`
  return `JY${digits}${mod1110CheckDigit(digits)}`
}

export const amrFood: ReferenceSystem = {
  code: 'AMR-FOOD',
  nameZh: '吉林市市场监督管理局（食品药品）',
  nameEn: 'Jilin Administration for Market Regulation (food and drugs)',
  items: {
    'food-business-licence': licence({
      kind: 'FOOD-BUSINESS',
      issuerZh,
      prefix: 'JY',
      scopeCodes: [catering, foodSale],
      rule: foodLaw,
      range: '不符合许可条件的，不予许可',
      // 食品经营许可和备案管理办法: five years.
      validYears: 5,
      number: (values, division, serial) => foodLicenceNo(formOfBusiness(values), division, serial),
    }),
    'food-production-licence': licence({
      kind: 'FOOD-PRODUCTION',
      issuerZh,
      prefix: 'SC',
      scopeCodes: ['C141101'],
      rule: foodLaw,
      validYears: 5,
    }),
    'prepackaged-food-recordal': licence({
      kind: 'PREPACKAGED-FOOD',
      issuerZh,
      prefix: 'YB',
      scopeCodes: ['F522902'],
      rule: foodLaw,
    }),
    'drug-retail-licence': licence({
      kind: 'DRUG-RETAIL',
      issuerZh,
      prefix: 'YP',
      scopeCodes: ['F525101'],
      rule: '药品管理法 51',
      validYears: 5,
    }),
    'medical-device-licence': licence({
      kind: 'MEDICAL-DEVICE',
      issuerZh,
      prefix: 'QX',
      scopeCodes: ['F515402'],
      rule: '医疗器械监督管理条例 42',
      validYears: 5,
    }),
  },
}
