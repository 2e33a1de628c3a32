import { errorTable, type Issue, type Problem } from '@yibiao/schemas'
import { exitCodes, type Output } from './output.ts'
import type { Lang } from './text.ts'
import { printable } from './width.ts'

/** Where something is wrong and what; the place once, for some texts begin with it. */
export function issueText({ pointer, zh, en }: Issue, lang: Lang): string {
  const what = lang === 'zh' ? zh : en
  return printable(pointer === '' || what.startsWith(pointer) ? what : `${pointer}  ${what}`)
}

/** Says what is wrong, where and what to do; every problem at once. In JSON it is the problem itself, on the output. */
export function showProblem(output: Output, problem: Problem): void {
  if (output.json) {
    output.data(problem)
    return
  }
  const zh = output.lang === 'zh'
  const title = errorTable[problem.code]?.[zh ? 'titleZh' : 'title'] ?? problem.title
  output.error(`${problem.code}  ${title}`)
  for (const one of problem.issues) output.error(`  ${issueText(one, output.lang)}`)
  if (problem.issues.length === 0) output.error(`  ${printable(zh ? problem.detailZh : problem.detail)}`)
}

/** Codes that mean the caller should have asked otherwise. */
const usage: ReadonlySet<string> = new Set([
  'YB_CONFIGURATION',
  'YB_REQUEST',
  'YB_CURSOR',
  'YB_POSITION_FUTURE',
  'YB_IDEMPOTENCY_KEY_MISSING',
])
const unreachable: ReadonlySet<string> = new Set(['YB_UNREACHABLE', 'YB_UNAVAILABLE', 'YB_BUSY'])

/** The exit code for a coded error. */
export function exitCodeOf(code: string | undefined): number {
  if (code === undefined) return exitCodes.refused
  if (unreachable.has(code)) return exitCodes.unreachable
  if (code === 'YB_REBUILD_DIFFERS') return exitCodes.differs
  return usage.has(code) ? exitCodes.usage : exitCodes.refused
}

/** Shows an error of any kind and gives the exit code for it. */
export function showError(output: Output, error: unknown): number {
  const { code, problem } = error as { code?: string; problem?: Problem }
  if (problem) showProblem(output, problem)
  else output.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return exitCodeOf(code)
}
