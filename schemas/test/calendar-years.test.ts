/** The shipped years, day by day, against an independent package. */
import { createRequire } from 'node:module'
import t from 'tap'
import { WorkingCalendar } from '../src/calendar.ts'
import { addDays, isDate } from '../src/dates.ts'
import { shippedCalendarYears } from '../src/reference/index.ts'

const chineseDays = createRequire(import.meta.url)('chinese-days') as { isWorkday(date: string): boolean }
const calendar = new WorkingCalendar(shippedCalendarYears)

t.test('every day of every shipped year agrees with chinese-days', async (t) => {
  const differing: string[] = []
  for (const { year } of shippedCalendarYears) {
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      if (calendar.isWorkingDay(date) !== chineseDays.isWorkday(date)) differing.push(date)
    }
  }
  t.same(differing, [])
})

t.test('each of 2025 and 2026 has 248 working days', async (t) => {
  for (const { year } of shippedCalendarYears) {
    const days = calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)
    t.same(days, { determined: true, days: 248 }, String(year))
  }
})

t.test('each year names its notice and lists its days once, in order', async (t) => {
  for (const { year, documentNo, publishedOn, titleZh, titleEn, off, on } of shippedCalendarYears) {
    t.match(documentNo, /^国办发明电〔\d{4}〕\d+号$/)
    t.ok(isDate(publishedOn) && publishedOn < `${year}-01-01`)
    t.ok(titleZh.includes(String(year)) && titleEn.includes(String(year)))
    for (const days of [off, on]) t.same(days, [...new Set(days)].toSorted())
  }
})
