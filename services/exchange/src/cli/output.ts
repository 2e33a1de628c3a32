import { errorTable, type Problem } from '@yibiao/schemas'

export type Lang = 'zh' | 'en'

/** Exit codes of every command. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  differs: 3,
  notDetermined: 4,
  unreachable: 5,
} as const

/** Where a command writes; the only output of the whole product that is not a log. */
export interface Output {
  readonly lang: Lang
  readonly json: boolean
  /** A terminal that can rewrite its line. */
  readonly interactive: boolean
  line(text?: string): void
  error(text: string): void
  /** Rewrites the last line of a terminal; elsewhere does nothing. */
  progress(text: string): void
}

/** The language by `--lang`, else by the locale, else English. */
export function langOf(given: string | undefined, env: NodeJS.ProcessEnv): Lang {
  const locale = given ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function createOutput(lang: Lang, json: boolean): Output {
  const interactive = process.stdout.isTTY === true && !json
  let open = false
  const close = () => {
    if (open) process.stdout.write('\r\x1b[K')
    open = false
  }
  return {
    lang,
    json,
    interactive,
    line(text = '') {
      close()
      process.stdout.write(`${text}\n`)
    },
    error(text) {
      close()
      process.stderr.write(`${text}\n`)
    },
    progress(text) {
      if (!interactive) return
      process.stdout.write(`\r\x1b[K${text}`)
      open = true
    },
  }
}

/** Says what is wrong, where and what to do; every problem at once. */
export function showProblem(output: Output, problem: Problem): void {
  if (output.json) {
    output.line(JSON.stringify(problem))
    return
  }
  const zh = output.lang === 'zh'
  output.error(`${problem.code}  ${zh ? problem.titleZh : problem.title}`)
  for (const one of problem.issues) output.error(`  ${one.pointer || '/'}  ${zh ? one.zh : one.en}`)
  if (problem.issues.length === 0) output.error(`  ${zh ? problem.detailZh : problem.detail}`)
}

/** Shows an error of any kind and gives the exit code for it. */
export function showError(output: Output, error: unknown): number {
  const { code, problem } = error as { code?: string; problem?: Problem }
  if (problem) showProblem(output, problem)
  else if (code !== undefined && code in errorTable) output.error(`${code}  ${(error as Error).message}`)
  else output.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (code === 'YB_UNREACHABLE' || code === 'YB_UNAVAILABLE') return exitCodes.unreachable
  if (code === 'YB_REBUILD_DIFFERS') return exitCodes.differs
  return code === 'YB_CONFIGURATION' || code === 'YB_REQUEST' ? exitCodes.usage : exitCodes.refused
}
