/** Terms in different units, made comparable. For comparing alone: no deadline is ever computed from these. */

export interface TermLength {
  readonly value: number
  readonly unit: 'WORKING_HOUR' | 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR'
}

/** Working days that one of a unit is taken for: office hours of seven, weeks of five days, a year of 248 working days. */
const workingDays: Readonly<Record<TermLength['unit'], number>> = {
  WORKING_HOUR: 1 / 7,
  WORKING_DAY: 1,
  CALENDAR_DAY: 5 / 7,
  MONTH: 248 / 12,
  YEAR: 248,
}

/** A term in working days, as nearly as one can say without a calendar. */
export const lengthOf = ({ value, unit }: TermLength): number => value * workingDays[unit]

/** Whether the one is no longer than so much of the other: exactly in one unit, by `lengthOf` in two. */
export function isWithin(one: TermLength, share: number, of: TermLength): boolean {
  return one.unit === of.unit ? one.value <= of.value * share : lengthOf(one) <= lengthOf(of) * share
}

const units: Readonly<Record<TermLength['unit'], readonly [zh: string, en: string]>> = {
  WORKING_HOUR: ['个工作小时', 'working hour'],
  WORKING_DAY: ['个工作日', 'working day'],
  CALENDAR_DAY: ['日', 'calendar day'],
  MONTH: ['个月', 'month'],
  YEAR: ['年', 'year'],
}

/** A term as people read it: `20 个工作日`, `20 working days`. */
export function termText({ value, unit }: TermLength): { readonly zh: string; readonly en: string } {
  const [zh, en] = units[unit]
  return { zh: `${value} ${zh}`, en: `${value} ${en}${value === 1 ? '' : 's'}` }
}
