import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Issue, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
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

/** Reads a JSON file. Throws `YB_REQUEST` where there is none, `YB_MESSAGE_JSON` with line and column where it is none. */
export async function readJson({ io }: Call, file: string): Promise<JsonFile> {
  const content = file === standardInput ? await io.stdin() : readText(resolve(io.cwd, file), file)
  try {
    return { text: content, value: JSON.parse(content) as unknown }
  } catch (error) {
    throw new YibiaoError(problemOf([syntaxIssue(error)]))
  }
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const zh = `无法读取 ${file}（${code}）。`
    const en = `${file} cannot be read (${code}).`
    throw new YibiaoError(problemOf([reasonedIssue('YB_REQUEST', '', { zh, en })]), { cause: error })
  }
}

/** The engine's message quotes the text, which may be personal: only the place is taken from it. */
function syntaxIssue(error: unknown): Issue {
  const place = /line (\d+) column (\d+)/.exec((error as Error).message)
  if (!place) return reasonedIssue('YB_MESSAGE_JSON', '', { zh: '内容不完整', en: 'it ends too early' })
  const [, line, column] = place
  return reasonedIssue('YB_MESSAGE_JSON', '', {
    zh: `第 ${line} 行第 ${column} 列有语法错误`,
    en: `there is a syntax error at line ${line}, column ${column}`,
  })
}
