import { readFileSync } from 'node:fs'

/** One instruction, its lines joined: `{ name: 'COPY', text: 'LICENSE ./' }`. */
export interface Instruction {
  readonly name: string
  readonly text: string
}

/** The instructions of a Dockerfile, stage after stage; each stage begins with its FROM. */
export function stagesOf(path: string): readonly (readonly Instruction[])[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const stages: Instruction[][] = []
  for (const line of lines) {
    const [, name = '', text = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (name === 'FROM') stages.push([])
    stages.at(-1)?.push({ name, text })
  }
  return stages
}

/** The JSON list of an instruction in exec form: of `CMD ["a", "b"]` the two. */
export const wordsOf = (text: string): readonly string[] =>
  JSON.parse(text.slice(text.indexOf('['))) as string[]

/** Says of a path, relative to the context, whether .dockerignore keeps it out: the last pattern that fits decides. */
export function readDockerignore(path: string): (file: string) => boolean {
  const rules = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keepsOut: !line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '')) }))
  return (file) => rules.findLast(({ pattern }) => pattern.test(file))?.keepsOut ?? false
}

/** A pattern fits a path, and with a folder everything in it. */
function patternOf(line: string): RegExp {
  const source = line
    .split(/(\*\*\/?|\*)/)
    .map((part) => {
      if (part === '*') return '[^/]*'
      if (part === '**') return '.*'
      if (part === '**/') return '(?:.*/)?'
      return part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    })
    .join('')
  return new RegExp(`^${source}(?:/.*)?$`)
}
