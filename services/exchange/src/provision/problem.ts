import { problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { misconfigured } from '../configuration.ts'
import { codeOf } from '../data-folder.ts'
import { startProblem } from '../start-problem.ts'

/** What an engine says when topics or rights cannot be compared or provided, for people. Anything else stays what it is. */
export function provisionProblem(error: unknown): unknown {
  if (error instanceof YibiaoError) return error
  const code = codeOf(error)
  const { retryable, message } = error as { readonly retryable?: unknown; readonly message?: unknown }
  if (retryable === true) return startProblem(error, '')
  if (code === 'YB_BUS_FORBIDDEN')
    return wrongBus(
      error,
      'bus：集群不接受此账号，或此账号无权管理主题与权限（须有集群的 DESCRIBE、ALTER，主题的 CREATE、DESCRIBE、DESCRIBE_CONFIGS、ALTER_CONFIGS）。',
      'bus: the cluster does not take this account, or it may not administer topics and rights (it needs DESCRIBE and ALTER on the cluster, CREATE, DESCRIBE, DESCRIBE_CONFIGS and ALTER_CONFIGS on topics).',
    )
  if (code.startsWith('YB_BUS_'))
    return wrongBus(error, `bus：集群不接受（${code}）：${message}`, `bus: not taken (${code}): ${message}`)
  if (!code.startsWith('YB_STORE_')) return error
  const zh = `事件库无法打开（${code}）：请检查 --store 的地址、账号和权限。`
  const en = `The event store cannot be opened (${code}): see that address, account and rights in --store are right.`
  return new YibiaoError(problemOf([reasonedIssue('YB_UNAVAILABLE', '', { zh, en })]), { cause: error })
}

const wrongBus = (cause: unknown, zh: string, en: string): YibiaoError =>
  new YibiaoError(problemOf([misconfigured('bus', { zh, en })]), { cause })
