import { type ErrorCode, errorTable } from './errors.ts'

/** One thing that is wrong: what, where and what to do, in both languages. */
export interface Issue {
  readonly code: ErrorCode
  /** JSON pointer into the message; elements of keyed groups by index, as the sender wrote it. */
  readonly pointer: string
  readonly zh: string
  readonly en: string
}

/** RFC 9457 problem details. `type` is a URN of the code; `issues` lists every problem at once. */
export interface Problem {
  readonly type: string
  readonly code: ErrorCode
  readonly title: string
  readonly titleZh: string
  readonly detail: string
  readonly detailZh: string
  readonly retryable: boolean
  readonly issues: readonly Issue[]
}

type Params = Readonly<Record<string, string | number>>

const fill = (template: string, params: Params): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** An issue from the table's template; `params` fill its `{…}` places. MUST NOT carry personal values. */
export function issue(code: ErrorCode, pointer: string, params: Params = {}): Issue {
  const entry = errorTable[code]
  return { code, pointer, zh: fill(entry.zh, params), en: fill(entry.en, params) }
}

/** A problem from its issues; the first one gives the code. */
export function problemOf(issues: readonly [Issue, ...Issue[]]): Problem {
  const [first] = issues
  const entry = errorTable[first.code]
  const more = issues.length - 1
  return {
    type: `urn:yibiao:problem:${first.code}`,
    code: first.code,
    title: entry.title,
    titleZh: entry.titleZh,
    detail: more === 0 ? first.en : `${first.en} (and ${more} more)`,
    detailZh: more === 0 ? first.zh : `${first.zh}（另有 ${more} 处）`,
    retryable: entry.retryable,
    issues,
  }
}

/** A problem of one issue. */
export const problem = (code: ErrorCode, pointer = '', params: Params = {}): Problem =>
  problemOf([issue(code, pointer, params)])

/** An expected "no" on its way to whoever asked. Classify by `code`. */
export class YibiaoError extends Error {
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options)
    this.name = 'YibiaoError'
    this.code = problem.code
    this.retryable = problem.retryable
    this.problem = problem
  }
}
