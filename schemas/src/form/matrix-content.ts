import { formSchema, type SchemaLeaf, schemaLeaves } from './form-schema.ts'
import { type Role, roles } from './roles.ts'

/** The departments of the matrix; who plays them in a place is a participant. */
export const departmentColumns = [
  'AMR',
  'TAX',
  'PSB',
  'HRSS',
  'HSA',
  'HPF',
  'BANK',
  'STATS',
  'CUSTOMS',
  'SECTOR',
  'SUPV',
] as const
/** All columns: the departments, and who else says or sees something. */
export const matrixColumns = [
  ...departmentColumns,
  'APPLICANT',
  'PAB',
  'OPERATOR',
  'CLOCK',
  'AUDITOR',
] as const
export type Column = (typeof matrixColumns)[number]

/**
 * W writes, authoritative · S supplies at submission or when asked · C reads and may confirm or dispute · R reads ·
 * M reads masked · - nothing. The best of several grants is the first of them in this order.
 */
export const accesses = ['W', 'S', 'C', 'R', 'M', '-'] as const
export type Access = (typeof accesses)[number]

/** A role of a person, or `none`: a person that no role refers to. */
export type PersonRole = Role | 'none'

/** Leaves that are treated alike, and why (个人信息保护法 34: not beyond what the duty needs). */
export interface MatrixGroup {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** `*` is the key of one element, `**` at the end is everything below. */
  readonly paths: readonly string[]
  /** For `/people/*` alone, and there always. */
  readonly roles?: readonly string[]
  readonly access: Readonly<Record<string, string>>
  /** The law or the purpose behind the grants. */
  readonly basis: string
}

/** A column that has its grants only while a leaf of the record has a value. */
export interface MatrixCondition {
  readonly column: string
  readonly path: string
  readonly equals: string | number | boolean
  readonly basis: string
}

/** The access matrix as data: `schemas/reference/access-matrix.json`. */
export interface MatrixContent {
  readonly version: number
  readonly validFrom: string
  readonly conditions?: readonly MatrixCondition[]
  readonly groups: readonly MatrixGroup[]
}

export const peoplePattern = '/people/*'
const pattern = /^(\/([A-Za-z][A-Za-z0-9]*|\*))+(\/\*\*)?$/
const knownRoles = new Set<string>([...roles, 'none'])

/** Whether a leaf's pattern (`/people/*` + `/idNo`) falls under a pattern of the matrix. */
export const covers = (matrixPath: string, leaf: string): boolean =>
  matrixPath.endsWith('/**') ? leaf.startsWith(matrixPath.slice(0, -2)) : leaf === matrixPath

function groupProblems(group: MatrixGroup): string[] {
  const problems: string[] = []
  for (const column of matrixColumns) {
    const access = group.access[column]
    if (!accesses.includes(access as Access)) problems.push(`${group.id}: ${column} has no access letter`)
  }
  for (const column of Object.keys(group.access)) {
    if (!matrixColumns.includes(column as Column)) problems.push(`${group.id}: there is no column ${column}`)
  }
  const writers = Object.values(group.access).filter((access) => access === 'W').length
  if (writers !== 1) problems.push(`${group.id}: ${writers} columns write it; exactly one may`)
  for (const path of group.paths) {
    if (!pattern.test(path)) problems.push(`${group.id}: ${path} is no pattern`)
    if (path.startsWith(`${peoplePattern}/`) !== (group.roles !== undefined)) {
      problems.push(`${group.id}: ${path}: roles go with ${peoplePattern}, and only with it`)
    }
  }
  for (const role of group.roles ?? []) {
    if (!knownRoles.has(role)) problems.push(`${group.id}: there is no role ${role}`)
  }
  return problems
}

/** A leaf is covered once; a leaf of a person once for each role, by one and the same writer. */
function coverageProblems(content: MatrixContent, leaf: SchemaLeaf): string[] {
  const groups = content.groups.filter((group) => group.paths.some((path) => covers(path, leaf.pattern)))
  const isPersonal = leaf.pattern.startsWith(`${peoplePattern}/`)
  const problems: string[] = []
  for (const role of isPersonal ? knownRoles : [undefined]) {
    const found = role === undefined ? groups : groups.filter((group) => group.roles?.includes(role))
    if (found.length === 1) continue
    const ids = found.map((group) => group.id).join(', ')
    problems.push(
      `${leaf.pattern}${role === undefined ? '' : ` of ${role}`}: ${found.length} groups cover it (${ids})`,
    )
  }
  const writers = new Set(groups.map(writerOf))
  if (writers.size > 1) problems.push(`${leaf.pattern}: written by ${[...writers].join(' and ')}`)
  return problems
}

/** The column that writes a group. */
export const writerOf = (group: MatrixGroup): Column | undefined =>
  matrixColumns.find((column) => group.access[column] === 'W')

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)

/** A matrix may come by an event, so its shape is not taken on trust. */
function shapeProblems(content: MatrixContent): string[] {
  const { version, validFrom, conditions = [], groups } = content
  if (!Number.isInteger(version) || version < 1) return ['version is an integer from 1']
  if (!isText(validFrom)) return ['validFrom is a date']
  if (!Array.isArray(groups) || !Array.isArray(conditions)) return ['groups and conditions are arrays']
  const wrongGroups = (groups as readonly MatrixGroup[])
    .filter(
      (group) =>
        ![group?.id, group?.zh, group?.en, group?.basis].every(isText) ||
        !isTexts(group.paths) ||
        !(group.roles === undefined || isTexts(group.roles)) ||
        typeof group.access !== 'object' ||
        group.access === null,
    )
    .map((group) => `group ${String(group?.id)} has not the shape of a group`)
  const wrongConditions = (conditions as readonly MatrixCondition[])
    .filter(({ column, path }) => !matrixColumns.includes(column as Column) || !isText(path))
    .map(({ column }) => `the condition of ${String(column)} has no known column or no path`)
  return [...wrongGroups, ...wrongConditions]
}

/**
 * Everything that is wrong with a matrix, in English, for whoever publishes it: every leaf of the form MUST be covered by exactly
 * one group (a person's by one a role) and written by exactly one column, and every pattern MUST mean something.
 */
export function matrixProblems(content: MatrixContent): string[] {
  const shape = shapeProblems(content)
  if (shape.length > 0) return shape
  const leaves = schemaLeaves(formSchema)
  const problems = content.groups.flatMap(groupProblems)
  const ids = content.groups.map((group) => group.id)
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    problems.push(`${id}: two groups have this id`)
  }
  for (const leaf of leaves) problems.push(...coverageProblems(content, leaf))
  for (const group of content.groups) {
    for (const path of group.paths) {
      if (!leaves.some((leaf) => covers(path, leaf.pattern)))
        problems.push(`${group.id}: ${path} covers nothing`)
    }
  }
  return problems
}
