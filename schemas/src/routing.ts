/** Who deals with what of a filing: the one function behind the ledger's routing and everybody who tells it beforehand. */
import type { CatalogueItem, Participant, ProcessContent } from '../generated/reference.ts'
import type { Catalogue } from './catalogue.ts'
import { valueAt } from './form/paths.ts'
import type { Participants } from './participants.ts'
import { compileProcess } from './process.ts'

export interface RoutedItem {
  readonly item: CatalogueItem
  readonly participant: Participant
  /** Items of the same filing that come before it. */
  readonly dependsOn: readonly string[]
}

/** An item that applies and that nobody serves. */
export interface UnservedItem {
  readonly item: CatalogueItem
  readonly dependsOn: readonly string[]
  readonly division: string
  /** Where in the form the cause is: the choice, else the division. */
  readonly path: string
}

export interface Routing {
  readonly routed: readonly RoutedItem[]
  readonly unserved: readonly UnservedItem[]
}

export interface RoutingReferences {
  readonly process: ProcessContent
  readonly catalogue: Catalogue
  readonly participants: Participants
}

const divisionPath = '/domicile/divisionCode'

/**
 * Every item of the process that applies, with who serves it by department, place and choice. `form` is the one form, of an
 * application the form as it would be; `application` what else an application says. The item that decides the filing comes
 * after what gates it; all else after what its own catalogue entry names.
 */
export function routeItems(
  form: object,
  { process, catalogue, participants }: RoutingReferences,
  application: object = {},
): Routing {
  const { items: among, concerns } = compileProcess(process)
  const items = catalogue.applicable(form, among).filter(({ code }) => concerns(code, application))
  const present = new Set(items.map(({ code }) => code))
  const pre = items.filter(({ gate }) => gate === 'PRE').map(({ code }) => code)
  const division = String(valueAt(form, divisionPath) ?? '')
  const routed: RoutedItem[] = []
  const unserved: UnservedItem[] = []
  for (const item of items) {
    const { code, chooses } = item
    const needed = code === process.registration ? pre : item.dependsOn
    const dependsOn = needed.filter((one) => present.has(one))
    const candidates = participants.serving(item.department, division)
    const chosen = chooses === undefined ? undefined : valueAt(form, chooses)
    const participant = chooses === undefined ? candidates[0] : candidates.find((one) => one.code === chosen)
    if (participant) routed.push({ item, participant, dependsOn })
    else unserved.push({ item, dependsOn, division, path: chooses ?? divisionPath })
  }
  return { routed, unserved }
}
