/**
 * What is wrong with a JSON text, for people: the place of the first syntax error and every doubled member. The engine's
 * own messages quote the text, which may be personal, and often leave the place out.
 */
import { pointerToken } from './pointer.ts'

export interface JsonError {
  /** From 1. */
  readonly line: number
  /** From 1, in characters (code points). */
  readonly column: number
  readonly zh: string
  readonly en: string
}

export interface JsonInspection {
  readonly error: JsonError | undefined
  /** JSON pointers of members whose name stands before in the same object. */
  readonly duplicates: readonly string[]
}

interface Fault {
  readonly at: number
  readonly zh: string
  readonly en: string
}

const space = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** What may stand in a string as it is; NaN, past the end, may not. */
const isPlain = (unit: number): boolean => unit >= 0x20 && unit !== 0x22 && unit !== 0x5c

class Inspector {
  readonly #text: string
  #at = 0
  fault: Fault | undefined
  readonly duplicates: string[] = []

  constructor(text: string) {
    this.#text = text
  }

  run(): void {
    if (!this.#value('')) return
    this.#take(space)
    if (this.#at < this.#text.length) this.#fail('此处应当结束', 'the text should end here')
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #fail(zh: string, en: string): false {
    this.fault = { at: this.#at, zh, en }
    return false
  }

  #peek(): string | undefined {
    this.#take(space)
    return this.#text[this.#at]
  }

  #value(pointer: string): boolean {
    const next = this.#peek()
    if (next === '{') return this.#object(pointer)
    if (next === '[') return this.#array(pointer)
    if (next === '"') return this.#string() !== undefined
    if (this.#take(number) || this.#take(word)) return true
    return next === undefined
      ? this.#fail('文本在此中断，缺少一个值', 'the text breaks off here; a value is missing')
      : this.#fail('此处应为一个值', 'a value should stand here')
  }

  #string(): string | undefined {
    const from = this.#at++
    for (;;) {
      while (isPlain(this.#text.charCodeAt(this.#at))) this.#at++
      const next = this.#text[this.#at]
      if (next === '"') {
        this.#at++
        return JSON.parse(this.#text.slice(from, this.#at)) as string
      }
      if (next === undefined) this.#fail('文本在字符串内中断', 'the text breaks off within a string')
      else if (next !== '\\')
        this.#fail('字符串内的控制字符须转义', 'a control character in a string must be escaped')
      else if (this.#take(escaped) !== undefined) continue
      else this.#fail('反斜杠后的转义无效', 'there is no such escape')
      return undefined
    }
  }

  #object(pointer: string): boolean {
    const names = new Set<string>()
    this.#at++
    if (this.#peek() === '}') return this.#end()
    for (;;) {
      if (this.#peek() !== '"')
        return this.#fail('此处应为带双引号的成员名', 'a member name in double quotes should stand here')
      const name = this.#string()
      if (name === undefined) return false
      const member = `${pointer}/${pointerToken(name)}`
      if (names.has(name)) this.duplicates.push(member)
      names.add(name)
      if (this.#peek() !== ':')
        return this.#fail('成员名后缺少冒号', 'a colon is missing behind the member name')
      this.#at++
      if (!this.#value(member)) return false
      if (this.#peek() === '}') return this.#end()
      if (this.#peek() !== ',') return this.#fail('此处应为逗号或“}”', 'a comma or } should stand here')
      this.#at++
    }
  }

  #array(pointer: string): boolean {
    this.#at++
    if (this.#peek() === ']') return this.#end()
    for (let index = 0; ; index++) {
      if (!this.#value(`${pointer}/${index}`)) return false
      if (this.#peek() === ']') return this.#end()
      if (this.#peek() !== ',') return this.#fail('此处应为逗号或“]”', 'a comma or ] should stand here')
      this.#at++
    }
  }

  #end(): true {
    this.#at++
    return true
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 }
}

/**
 * Inspects a text nested no deeper than the call stack allows; the caller MUST have checked the depth. Quotes nothing of
 * the text but member names.
 */
export function inspectJson(text: string): JsonInspection {
  const inspector = new Inspector(text)
  inspector.run()
  const { fault, duplicates } = inspector
  if (fault === undefined) return { error: undefined, duplicates }
  return { error: { ...placeOf(text, fault.at), zh: fault.zh, en: fault.en }, duplicates }
}
