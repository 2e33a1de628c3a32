import { errorTable, type Issue, type Problem } from '@yibiao/schemas'
import type { Test } from 'tap'

/** What a refusal must be, whatever door it came through. */
export interface Expected {
  readonly code: keyof typeof errorTable
  /** The JSON pointer of the member that is wrong; left out where there is none to name. */
  readonly at?: string
}

/** `<status or exit code> <code> <pointer>`, the pointer only where there is one: what a row of a table expects. */
export function expectedOf(text: string): Expected & { readonly status: number } {
  const [status, code, at] = text.split(' ')
  return { status: Number(status), code: code as Expected['code'], ...(at === undefined ? {} : { at }) }
}

const han = /\p{Script=Han}/u

/** A coded problem, in both languages, that names the place and the way out, and nothing personal. */
export function verifyProblem(
  t: Test,
  problem: Problem | undefined,
  expected: Expected,
  secrets: readonly string[],
): void {
  if (problem === undefined) {
    t.fail(`refused with ${expected.code}`)
    return
  }
  const found = problem.issues.find(
    ({ code, pointer }) => code === expected.code && (expected.at === undefined || pointer === expected.at),
  )
  const said = problem.issues.map(({ code, pointer, en }) => `${code} ${pointer} ${en}`).join('\n')
  t.ok(found, `says ${expected.code} at ${expected.at ?? 'no place'}; it said\n${said}`)
  for (const issue of problem.issues) verifyIssue(t, issue)
  t.ok(problem.titleZh && han.test(problem.titleZh), 'a title in Chinese')
  t.ok(problem.title, 'a title')
  verifySilence(t, JSON.stringify(problem), secrets)
}

function verifyIssue(t: Test, { code, zh, en }: Issue): void {
  t.ok(code in errorTable, `${code} is in the table`)
  t.match(zh, han, `Chinese: ${zh}`)
  t.ok(en.length > 10, `English: ${en}`)
  t.notMatch(`${zh} ${en}`, /\{\w+\}|undefined|\[object/, 'every place of the text is filled')
}

/** Nothing of what people are told holds a personal value. */
export function verifySilence(t: Test, text: string, secrets: readonly string[]): void {
  for (const secret of secrets)
    if (text.includes(secret)) t.fail(`the text repeats a personal value (${secret})`)
}

/** The personal values anywhere below `people` and `employees` that are told from ordinary words by their length. */
export function personalIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const found = new Set<string>()
  for (const [name, member] of Object.entries(value)) {
    if (name === 'people' || name === 'employees') collect(member, found)
    else for (const one of personalIn(member)) found.add(one)
  }
  return [...found]
}

const personal = new Set(['name', 'idNo', 'mobile', 'email', 'residence', 'eSignature'])

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value))
    if (personal.has(name) && typeof member === 'string' && member.length > 1) found.add(member)
    else collect(member, found)
}
