import { problem, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { misconfigured } from './configuration.ts'
import { codeOf, unusable } from './data-folder.ts'

/** Engines by what their codes begin with. */
const engines: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  YB_STORE: ['The event store', '事件库'],
  YB_BUS: ['The message bus', '消息总线'],
  YB_DATABASE: ['The read database', '查询库'],
  YB_MATERIALS: ['The folder of materials', '材料目录'],
  YB_CONNECTOR: ['The database of a reference department', '参考部门数据库'],
}

/**
 * What an engine says when it cannot be opened, for people: data of a newer version, a full disk, a damaged file. Anything
 * else stays what it is.
 */
export function startProblem(error: unknown, folder: string): unknown {
  const code = codeOf(error)
  const engine = Object.entries(engines).find(([prefix]) => code.startsWith(`${prefix}_`))
  if (engine === undefined) return systemProblem(error, code, folder)
  const [en, zh] = engine[1]
  if (code.endsWith('_NEWER'))
    return new YibiaoError(problem('YB_DATA_FOLDER_NEWER', '', { folder }), { cause: error })
  if ((error as { readonly retryable?: unknown }).retryable === true) return unreachable(error, code, en, zh)
  const full = code.endsWith('_FULL')
  const reason = {
    zh: `${zh}无法打开（${code}）：${full ? '磁盘已满，请腾出空间后再启动' : `请检查 ${folder} 中的文件，或由备份恢复`}。`,
    en: `${en} cannot be opened (${code}): ${full ? 'the disk is full; make room and start again' : `look at the files in ${folder}, or restore a copy`}.`,
  }
  return new YibiaoError(problemOf([reasonedIssue('YB_UNAVAILABLE', '', reason)]), { cause: error })
}

/** An engine of its own that does not answer. */
function unreachable(cause: unknown, code: string, en: string, zh: string): YibiaoError {
  const reason = {
    zh: `${zh}未应答（${code}）：请检查它是否在运行、地址和账号是否正确，然后再启动。`,
    en: `${en} does not answer (${code}): see that it runs and that address and account are right, then start again.`,
  }
  return new YibiaoError(problemOf([reasonedIssue('YB_UNAVAILABLE', '', reason)]), { cause })
}

/** Codes of the file system; the same letters from a socket mean something else. */
const ofFiles = /^(ENOSPC|EDQUOT|EFBIG|EROFS|EACCES|EPERM|EISDIR|ENOTDIR|EIO|SQLITE_)/

/** A port in use stays what it is, for the caller may try the next. */
function systemProblem(error: unknown, code: string, folder: string): unknown {
  const syscall = String((error as { readonly syscall?: unknown } | null)?.syscall ?? '')
  if (!['listen', 'bind', 'getaddrinfo'].includes(syscall))
    return ofFiles.test(code) ? unusable(folder, error) : error
  if (code === 'EADDRINUSE') return error
  const reason = {
    zh: `host、port：无法在此地址监听（${code}），请换用其他地址或端口。`,
    en: `host, port: cannot listen there (${code}); give another --host or --port.`,
  }
  return new YibiaoError(problemOf([misconfigured('host', reason)]), { cause: error })
}
