import { addDays, isDate, startOfLegalDate } from '@yibiao/schemas'
import { badRequest } from '../http/problems.ts'

export interface Period {
  /** RFC 3339 UTC, included. */
  readonly from?: string
  /** RFC 3339 UTC, not included. */
  readonly to?: string
}

const wrong = (name: string) =>
  badRequest(`/query/${name}`, `${name}: a date, e.g. 2026-09-30.`, `${name}：日期，如 2026-09-30。`)

/** From and to as legal dates of Asia/Shanghai, both included. Throws `YB_REQUEST`. */
export function periodOf({ from, to }: { readonly from?: string; readonly to?: string }): Period {
  if (from !== undefined && !isDate(from)) throw wrong('from')
  if (to !== undefined && !isDate(to)) throw wrong('to')
  if (from !== undefined && to !== undefined && to < from) throw wrong('to')
  const start = (date: string): string => new Date(startOfLegalDate(date)).toISOString()
  return {
    ...(from === undefined ? {} : { from: start(from) }),
    ...(to === undefined ? {} : { to: start(addDays(to, 1)) }),
  }
}
