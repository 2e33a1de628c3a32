/**
 * Sector licences (行政许可法 38, 39): what every department that issues one has in common. A licence is a new element of
 * `licences` under a key of its own.
 */
import { addDays, addYears } from '@yibiao/schemas'
import { districtOf } from './divisions.ts'
import type { FormValues } from './form-values.ts'
import { serialOf } from './number-book.ts'
import type { DecisionContext, Defect, ItemPractice } from './system.ts'

export interface LicenceOptions {
  /** The catalogue's `licenceKind`. */
  readonly kind: string
  readonly issuerZh: string
  /** The licence's key in the form begins with it: upper-case letters, different for every kind of licence. */
  readonly prefix: string
  /** Items of the business scope that it covers. */
  readonly scopeCodes: readonly string[]
  /** The statute that requires it. */
  readonly rule: string
  /** The range of discretion that the item has made public for it. */
  readonly range?: string
  /** How long it is valid; left out: as long as the enterprise keeps its conditions. */
  readonly validYears?: number
  /** A licence that has to be there before the registration cannot wait for the registration's values. */
  readonly beforeRegistration?: boolean
  /** The number, from the division and a serial number of six digits. Default: prefix, division, serial. */
  number?(values: FormValues, division: string, serial: string): string
}

/** The keys of the items of the business scope with one of these codes. */
export const scopeItemKeys = (values: FormValues, codes: readonly string[]): readonly string[] =>
  values
    .keys('/scope/items')
    .filter((key) => codes.includes(values.text(`/scope/items/${key}/itemCode`) ?? ''))

const reliedOn = ({ rule, range }: Pick<LicenceOptions, 'rule' | 'range'>) => ({
  rule,
  ...(range === undefined ? {} : { range }),
})

function scopeDefects({ values }: DecisionContext, { scopeCodes, ...options }: LicenceOptions): Defect[] {
  if (scopeItemKeys(values, scopeCodes).length > 0) return []
  return [
    {
      path: '/scope/items',
      code: 'NO_SUCH_BUSINESS',
      ...reliedOn(options),
      zh: '经营范围中没有须办理此许可的条目。',
      en: 'No item of the business scope needs this licence.',
      final: true,
    },
  ]
}

function licenceOf({ case: { record }, values, today, numbers }: DecisionContext, options: LicenceOptions) {
  const { prefix, kind, issuerZh, scopeCodes, validYears, number } = options
  const division = districtOf(values.text('/domicile/divisionCode'))
  const serial = serialOf(numbers, `${kind}-${division}`, record, 6)
  const validTo = validYears === undefined ? undefined : addDays(addYears(today, validYears), -1)
  return {
    // The serial makes the key unlike that of any other licence of the record; keys are never used again.
    key: `${prefix}${serial}`,
    no: number?.(values, division, serial) ?? `${prefix}${division}${serial}`,
    kind,
    issuer: issuerZh,
    validFrom: today,
    ...(validTo === undefined ? {} : { validTo }),
    scopeItemKeys: scopeItemKeys(values, scopeCodes),
  }
}

/** The practice of an item whose decision in favour is a licence. */
export function licence(options: LicenceOptions): ItemPractice {
  const { beforeRegistration = false } = options
  return {
    needs: ['/domicile/divisionCode', ...(beforeRegistration ? [] : ['/uscc'])],
    check: (context) => scopeDefects(context, options),
    issue(context) {
      const issued = licenceOf(context, options)
      const { validFrom, validTo } = issued
      return { form: { licences: [issued] }, validFrom, ...(validTo === undefined ? {} : { validTo }) }
    },
    sample: () => ({
      path: '/domicile/evidenceId',
      code: 'PREMISES_EVIDENCE',
      ...reliedOn(options),
      zh: '经营场所证明不清晰，请补正场所证明编号。',
      en: 'The evidence of the premises is not legible. Give its number again.',
    }),
  }
}
