/** What a process must hold to be published, beyond its schema. */
import type { CatalogueItem, ProcessContent } from '../../generated/reference.ts'
import { reasonedIssue } from '../issues.ts'
import type { Issue } from '../problem.ts'
import { isLifeProcess, processProblems } from '../process.ts'
import { schemaCatalogue } from '../schema-catalogue.ts'

const wrong = (pointer: string, zh: string, en: string): Issue =>
  reasonedIssue('YB_PUBLICATION', pointer, { zh, en })

/**
 * Everything for which a process cannot be published beside the items in force. It MUST fit its schema. Pointers go into
 * the process.
 */
export function processIssues(process: ProcessContent, items: ReadonlyMap<string, CatalogueItem>): Issue[] {
  const { registration, form } = process
  const issues: Issue[] = []
  if (!schemaCatalogue().has(form))
    issues.push(
      wrong('/form', `没有表单 ${form}，可用表单见 /schemas。`, `There is no form ${form}; see /schemas.`),
    )
  if (!isLifeProcess(process) && items.get(registration)?.kind !== 'REGISTRATION')
    issues.push(
      wrong(
        '/registration',
        `${registration} 不是设立登记类事项，请填 kind 为 REGISTRATION 的事项。`,
        `${registration} is no item that registers an enterprise; name one of kind REGISTRATION.`,
      ),
    )
  if (!process.items.includes(registration))
    issues.push(
      wrong(
        '/items',
        `items 未列 ${registration}，请补上。`,
        `${registration} is not among the items; add it.`,
      ),
    )
  for (const [index, code] of process.items.entries())
    if (!items.has(code))
      issues.push(
        wrong(
          `/items/${index}`,
          `没有事项 ${code}，请先发布它。`,
          `There is no item ${code}; publish it first.`,
        ),
      )
  for (const problem of processProblems(process))
    issues.push(wrong('', `流程定义不成立：${problem}`, problem))
  return [...issues, ...officeHourIssues(process), ...followUpIssues(process)]
}

/** Ascending, none over another, none that ends before it begins or does not exist. */
function officeHourIssues({ officeHours = [] }: ProcessContent): Issue[] {
  return officeHours.flatMap(({ from, to }, index) => {
    const before = officeHours[index - 1]?.to ?? '00:00'
    if (from < to && before <= from && to <= '24:00') return []
    return [
      wrong(
        `/officeHours/${index}`,
        `办公时间须升序、不重叠，且起早于止（${from}–${to}）。`,
        `Office hours ascend, do not overlap, and begin before they end (${from}–${to}).`,
      ),
    ]
  })
}

/** A duty has a code of its own and is met by an item of the process. */
function followUpIssues({ followUps = [], items }: ProcessContent): Issue[] {
  return followUps.flatMap(({ code, metBy }, index) => [
    ...(followUps.findIndex((one) => one.code === code) === index
      ? []
      : [
          wrong(
            `/followUps/${index}/code`,
            `${code} 重复，请改用其他代码。`,
            `${code} is given twice; use another code.`,
          ),
        ]),
    ...(metBy === undefined || items.includes(metBy)
      ? []
      : [
          wrong(
            `/followUps/${index}/metBy`,
            `${metBy} 不在 items 中，请补上或改填。`,
            `${metBy} is not among the items; add it, or name another.`,
          ),
        ]),
  ])
}
