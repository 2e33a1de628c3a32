/** The shapes of the working-day calendar: a published year, a term, an answer. */

/** One year of the working-day calendar as published. A correction is the same year with a higher version. */
export interface CalendarYear {
  readonly year: number
  readonly version: number
  readonly documentNo: string
  readonly titleZh: string
  readonly titleEn: string
  readonly publishedOn: string
  /** Weekdays off. They may lie in the December before, as in the notice for 2019. */
  readonly off: readonly string[]
  /** Saturdays and Sundays worked. They may lie in the December before. */
  readonly on: readonly string[]
  readonly source: string
}

/** Both ends included. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

export type TermUnit = 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR'

export interface Term {
  /** A whole number ≥ 0. */
  readonly value: number
  readonly unit: TermUnit
}

/**
 * What becomes of a term in days, months or years whose last day is not worked:
 * `AFTER_HOLIDAY` it ends on the day after a statutory holiday, weekends adjoining it included (民法典 203);
 * `AFTER_HOLIDAY_OR_WEEKEND` likewise after an ordinary weekend, which is practice and not in the text;
 * `KEEP` it ends on that day, for dates that are no period of acting, such as a validity.
 */
export type LastDayRule = 'AFTER_HOLIDAY' | 'AFTER_HOLIDAY_OR_WEEKEND' | 'KEEP'

export interface TermOptions {
  /** `AFTER_HOLIDAY` when left out. Means nothing for working days. */
  readonly lastDay?: LastDayRule
  /** Days that do not count (行政许可法 45). For terms in working or calendar days only. */
  readonly excluded?: readonly DateRange[]
}

export interface DeterminedDate {
  readonly determined: true
  readonly date: string
}

/** The calendar is not published far enough. To be asked again when it is; never to be guessed. */
export interface UndeterminedDate {
  readonly determined: false
  /** The date cannot be earlier, whatever will be published. */
  readonly notBefore: string
  /** Days still to be counted from the first unpublished day on; 0 when only the last day's being a holiday is open. */
  readonly remaining: number
  /** The year whose notice is missing. */
  readonly missingYear: number
}

export type DateAnswer = DeterminedDate | UndeterminedDate

export type DaysAnswer =
  | { readonly determined: true; readonly days: number }
  | { readonly determined: false; readonly atLeast: number; readonly missingYear: number }
