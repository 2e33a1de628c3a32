import { type ErrorCode, type Issue, issue, problemOf, YibiaoError } from '@yibiao/schemas'

/** An issue whose template is `{reason}`, in both languages. MUST NOT carry personal values. */
export const reasoned = (code: ErrorCode, pointer: string, en: string, zh: string): Issue => ({
  code,
  pointer,
  en: issue(code, pointer, { reason: en }).en,
  zh: issue(code, pointer, { reason: zh }).zh,
})

/** A refusal for a reason in both languages. */
export const refuseBecause = (code: ErrorCode, pointer: string, en: string, zh: string): YibiaoError =>
  new YibiaoError(problemOf([reasoned(code, pointer, en, zh)]))
