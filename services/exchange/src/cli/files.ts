import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ErrorCode, parseMessage, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import type { Call } from './command.ts'
import { text } from './text.ts'

/** What to write for a file to read standard input in its place. */
export const standardInput = '-'

export const fileText = text('JSON 文件，- 为标准输入', 'JSON file, - for standard input')

export interface JsonFile {
  /** As it stands in the file. */
  readonly text: string
  readonly value: unknown
}

/** What can be wrong with bytes before it matters what they say. */
const unreadable: ReadonlySet<ErrorCode> = new Set([
  'YB_MESSAGE_ENCODING',
  'YB_MESSAGE_JSON',
  'YB_MESSAGE_TOO_LARGE',
  'YB_MESSAGE_TOO_DEEP',
])

/**
 * Reads a file that holds one JSON object. Throws `YB_REQUEST` where there is none, and what the exchange itself would say
 * of bytes that cannot be read: not UTF-8, no JSON with line and column, a member given twice.
 */
export async function readJson({ io }: Call, file: string): Promise<JsonFile> {
  const bytes = file === standardInput ? await io.stdin() : readBytes(resolve(io.cwd, file), file)
  const parsed = parseMessage(bytes, { receivedTime: 0 })
  if (!parsed.ok && unreadable.has(parsed.issues[0].code))
    throw new YibiaoError(problemOf([parsed.issues[0]]))
  const content = bytes.toString('utf8')
  return { text: content, value: JSON.parse(content) as unknown }
}

function readBytes(path: string, file: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const zh = `无法读取 ${file}（${code}）。`
    const en = `${file} cannot be read (${code}).`
    throw new YibiaoError(problemOf([reasonedIssue('YB_REQUEST', '', { zh, en })]), { cause: error })
  }
}
