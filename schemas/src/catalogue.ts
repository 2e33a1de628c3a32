/** The catalogue of approval items, ready for questions: which items apply to a form, and in which order. */
import type { Ajv, ValidateFunction } from 'ajv'
import type { CatalogueItem } from '../generated/reference.ts'
import { isCondition, newConditions } from './conditions.ts'
import { materialProblems } from './materials.ts'
import { problem, YibiaoError } from './problem.ts'

export interface Catalogue {
  /** What must end before stands before; then by code. So the order of any subset is always the same. */
  readonly items: readonly CatalogueItem[]
  readonly byCode: ReadonlyMap<string, CatalogueItem>
  /** The items of a process whose `appliesWhen` the form fits, in the order of `items`. The form MUST be valid. */
  applicable(form: object, among: ReadonlySet<string>): readonly CatalogueItem[]
}

/** Items in an order in which what they depend on comes first, and those that form a circle. */
function ordered(items: readonly CatalogueItem[]): {
  readonly order: CatalogueItem[]
  readonly circle: CatalogueItem[]
} {
  const order: CatalogueItem[] = []
  const known = new Set(items.map(({ code }) => code))
  const placed = new Set<string>()
  let left = items.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  for (;;) {
    const free = left.filter(({ dependsOn }) =>
      dependsOn.every((code) => placed.has(code) || !known.has(code)),
    )
    if (free.length === 0) return { order, circle: left }
    for (const item of free) placed.add(item.code)
    order.push(...free)
    left = left.filter(({ code }) => !placed.has(code))
  }
}

const schemaProblem = (ajv: Ajv, { code, appliesWhen }: CatalogueItem): string | undefined =>
  isCondition(ajv, appliesWhen) ? undefined : `${code}: appliesWhen is no JSON Schema`

/**
 * What is wrong with the items as a whole, in English, for whoever publishes them; each is assumed to fit its schema. An item
 * that depends on an unknown one works, for what does not apply is never waited for, but is surely a mistake.
 */
export function catalogueProblems(items: readonly CatalogueItem[]): string[] {
  const ajv = newConditions()
  const codes = items.map(({ code }) => code)
  const known = new Set(codes)
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))]
  const unknown = items.flatMap(({ code, dependsOn }) =>
    dependsOn
      .filter((other) => !known.has(other))
      .map((other) => `${code}: depends on ${other}, which is no item`),
  )
  const circle = ordered(items).circle.map(({ code }) => code)
  return [
    ...twice.map((code) => `${code}: two items have this code`),
    ...unknown,
    ...(circle.length === 0 ? [] : [`These items wait for one another: ${circle.join(', ')}`]),
    ...items.map((item) => schemaProblem(ajv, item)).filter((one) => one !== undefined),
    ...items.flatMap(materialProblems),
  ]
}

/**
 * Compiles a catalogue. Throws `YB_CONFIGURATION` when items wait for one another in a circle, for such a filing would never
 * end. Conditions are compiled when the first form is asked about; one that is no JSON Schema then throws as well.
 */
export function compileCatalogue(items: readonly CatalogueItem[]): Catalogue {
  const { order, circle } = ordered(items)
  if (circle.length > 0) {
    const reason = `catalogue: items wait for one another: ${circle.map(({ code }) => code).join(', ')}`
    throw new YibiaoError(problem('YB_CONFIGURATION', '', { reason }))
  }
  let conditions: readonly ValidateFunction[] | undefined
  return {
    items: order,
    byCode: new Map(order.map((item) => [item.code, item])),
    applicable(form, among) {
      conditions ??= conditionsOf(order)
      const fits = conditions
      return order.filter(({ code }, index) => among.has(code) && fits[index]!(form))
    },
  }
}

function conditionsOf(items: readonly CatalogueItem[]): ValidateFunction[] {
  const ajv = newConditions()
  return items.map((item) => {
    const wrong = schemaProblem(ajv, item)
    if (wrong !== undefined)
      throw new YibiaoError(problem('YB_CONFIGURATION', '', { reason: `catalogue: ${wrong}` }))
    return ajv.compile(item.appliesWhen)
  })
}
