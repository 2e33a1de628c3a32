/** Turns the compiled validators' errors into issues: exact pointers, both languages, no personal values. */
import type { ErrorObject } from 'ajv'
import { explainFormat } from '../formats.ts'
import { type Reason, reasonedIssue } from '../issues.ts'
import { pointerToken, valueAtPointer } from '../json/pointer.ts'
import type { Issue } from '../problem.ts'
import { type Described, describedAt } from './described.ts'
import { reasonOf } from './reasons.ts'

/** More issues than this are not listed: nobody reads them, and a hostile message must not cost memory. */
export const mostIssues = 100

export interface Report {
  readonly schemaId: string
  /** What was validated. */
  readonly value: unknown
  /** Pointer of what was validated within the message. */
  readonly at: string
  readonly errors: readonly ErrorObject[]
}

/** The pointer of what is wrong, which for a missing or an unknown member is the member. */
export function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, propertyName } = params as Record<string, string | undefined>
  const member = missingProperty ?? additionalProperty ?? propertyName
  return member === undefined ? instancePath : `${instancePath}/${pointerToken(member)}`
}

/**
 * Without the errors within the alternatives of an `anyOf` that failed as a whole, and within names. ajv lists these just
 * before the error of the whole.
 */
export function withoutInner(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = []
  for (const error of errors) {
    if (error.keyword === 'anyOf') {
      while (kept.length > 0 && isWithin(kept.at(-1)!, error)) kept.pop()
    }
    if (error.propertyName === undefined || error.keyword === 'propertyNames') kept.push(error)
  }
  return kept
}

const isWithin = (inner: ErrorObject, outer: ErrorObject): boolean =>
  inner.instancePath.startsWith(outer.instancePath) &&
  (inner.schemaPath.startsWith(`${outer.schemaPath}/`) || !inner.schemaPath.startsWith(ownerOf(outer)))

/** The part of a schema path that names the schema an error belongs to. */
const ownerOf = ({ schemaPath }: ErrorObject): string => schemaPath.slice(0, schemaPath.lastIndexOf('/'))

const prefixed = (described: Described, reason: Reason, zhMark: string, enMark: string): Reason => ({
  zh: described.titleZh === undefined ? reason.zh : `${described.titleZh}${zhMark}${reason.zh}`,
  en: described.title === undefined ? reason.en : `${described.title}${enMark}${reason.en}`,
})

function formatIssue(error: ErrorObject, report: Report, described: Described, pointer: string): Issue {
  const value = valueAtPointer(report.value, error.instancePath)
  const { format } = error.params as { format: string }
  const explanation = explainFormat(format, String(value), described.secret)
  if (explanation.code === 'YB_SCHEMA') return schemaIssue(pointer, prefixed(described, explanation, '', ' '))
  return reasonedIssue(explanation.code, pointer, prefixed(described, explanation, '：', ': '))
}

const schemaIssue = (pointer: string, reason: Reason): Issue =>
  reasonedIssue('YB_SCHEMA', pointer, reason, { pointer: pointer === '' ? '/' : pointer })

function issueOf(error: ErrorObject, report: Report): Issue {
  const within = pointerOf(error)
  const described = describedAt(report.schemaId, within)
  const pointer = `${report.at}${within}`
  if (error.keyword === 'format') return formatIssue(error, report, described, pointer)
  return schemaIssue(pointer, prefixed(described, reasonOf(error), '', ' '))
}

/** Every issue, in the order of the schema, at most `mostIssues`; two errors of one place and reason are one issue. */
export function issuesOf(report: Report): Issue[] {
  const found = new Map<string, Issue>()
  for (const error of withoutInner(report.errors)) {
    if (found.size === mostIssues) break
    const issue = issueOf(error, report)
    const key = `${issue.pointer}\n${issue.en}`
    if (!found.has(key)) found.set(key, issue)
  }
  return [...found.values()]
}
