import type { ErrorCode } from './errors.ts'
import { type Issue, issue } from './problem.ts'

/** A reason in both languages, without the full stop where the code's template adds one. */
export interface Reason {
  readonly zh: string
  readonly en: string
}

type Params = Readonly<Record<string, string | number>>

/** An issue whose template has a `{reason}`, which differs by language. */
export const reasonedIssue = (
  code: ErrorCode,
  pointer: string,
  reason: Reason,
  params: Params = {},
): Issue => ({
  code,
  pointer,
  zh: issue(code, pointer, { ...params, reason: reason.zh }).zh,
  en: issue(code, pointer, { ...params, reason: reason.en }).en,
})
