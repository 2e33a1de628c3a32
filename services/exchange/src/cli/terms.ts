import { type LegalTerm, parseTerm, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { type Lang, type Text, text } from './text.ts'

const units: Readonly<Record<LegalTerm['unit'], Text>> = {
  WORKING_HOUR: text('工作小时', 'working hours'),
  WORKING_DAY: text('工作日', 'working days'),
  CALENDAR_DAY: text('日', 'days'),
  MONTH: text('个月', 'months'),
  YEAR: text('年', 'years'),
}

/** A term as people read it. */
export function showTerm({ value, unit }: LegalTerm, lang: Lang): string {
  if (value === 0) return lang === 'zh' ? '当日' : 'the same day'
  const shown = units[unit][lang]
  return lang === 'zh'
    ? `${value} 个${shown.replace(/^个/, '')}`.replace('个年', '年').replace('个日', '日')
    : `${value} ${value === 1 ? shown.slice(0, -1) : shown}`
}

/** A term as it is typed: `4wh` working hours, `3wd` working days, `30d`, `2mo`, `1y`. Throws `YB_REQUEST`. */
export function termOf(typed: string): LegalTerm {
  const hours = /^(\d{1,4})wh$/.exec(typed)
  const term = hours ? ({ value: Number(hours[1]), unit: 'WORKING_HOUR' } as const) : parseTerm(typed)
  if (term !== undefined) return term
  throw new YibiaoError(
    problemOf([
      reasonedIssue('YB_REQUEST', '', {
        zh: `“${typed}”不是期限：数字加 wh（工作小时）、wd（工作日）、d（日）、mo（月）或 y（年），如 3wd。`,
        en: `“${typed}” is no term: a number with wh (working hours), wd (working days), d, mo or y, e.g. 3wd.`,
      }),
    ]),
  )
}
