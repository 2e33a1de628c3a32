/** What a year of the working-day calendar must hold to be published, beyond its schema. */
import type { CalendarYear } from '../calendar-types.ts'
import { weekdayOf } from '../dates.ts'
import { type Issue, issue } from '../problem.ts'

type Reason = readonly [zh: string, en: string]

const reasonOf = (year: number, date: string, worked: boolean): Reason | undefined => {
  if (!date.startsWith(`${year}-`) && !date.startsWith(`${year - 1}-12-`))
    return [
      `不在 ${year} 年，也不在上一年 12 月；请移到它所属年份的日历`,
      `it lies neither in ${year} nor in the December before; put it into the calendar of its own year`,
    ]
  const isWeekend = weekdayOf(date) >= 6
  if (worked && !isWeekend)
    return [
      '是工作日，本就上班；on 只列调休上班的周六、周日',
      'it is a weekday and worked anyhow; on lists Saturdays and Sundays that are worked',
    ]
  if (!worked && isWeekend)
    return [
      '是周末，本就不上班；off 只列放假的周一至周五',
      'it is a weekend day and not worked anyhow; off lists weekdays that are not',
    ]
  return undefined
}

/**
 * Every day of the year for which it cannot be published: `WorkingCalendar` takes a year without issues. It MUST fit its
 * schema. Pointers go into the year.
 */
export function calendarIssues({ year, off, on }: CalendarYear): Issue[] {
  return [
    ...off.map((date, index) => ({ date, pointer: `/off/${index}`, worked: false })),
    ...on.map((date, index) => ({ date, pointer: `/on/${index}`, worked: true })),
  ].flatMap(({ date, pointer, worked }) => {
    const reason = reasonOf(year, date, worked)
    if (reason === undefined) return []
    const [zh, en] = reason
    return [issue('YB_CALENDAR', pointer, { date, reason: en, reasonZh: zh })]
  })
}
