import {
  type CatalogueItem,
  type EventDataByType,
  type HandedIn,
  handedInOf,
  type Issue,
  issue,
  materialOf,
  takesMaterial,
} from '@yibiao/schemas'
import type { DecisionContext } from '../context.ts'
import type { Approval } from '../state.ts'

type Submitted = Pick<EventDataByType['yibiao.filing.submitted.v1'], 'materials'>
type Provided = EventDataByType['yibiao.supplement.provided.v1']
type Requested = EventDataByType['yibiao.supplement.requested.v1']

/**
 * What is wrong with the materials of a submission for these items: one that none of them takes, and one that an item
 * requires and that is not there. All at once (行政许可法 32(4)).
 */
export function materialIssues(items: readonly CatalogueItem[], { materials = [] }: Submitted): Issue[] {
  const issues = materials.flatMap(({ code }, index) =>
    items.some((item) => takesMaterial(item, code)) ? [] : [notTaken(code, index, items)],
  )
  const given = new Set(materials.map(({ code }) => code))
  for (const item of items)
    for (const { code, required } of handedInOf(item))
      if (required === true && !given.has(code))
        issues.push(issue('YB_MATERIAL_REQUIRED', '/data/materials', { item: item.code, material: code }))
  return issues
}

/** The materials of a submission that go to an item, as the routing tells them; nothing when there are none. */
export function routedMaterials(
  item: CatalogueItem,
  { materials = [] }: Submitted,
): { readonly materials?: readonly HandedIn[] } {
  const taken = materials.filter(({ code }) => takesMaterial(item, code))
  return taken.length === 0 ? {} : { materials: taken }
}

/** Only what the notice asked for may be handed in, under the code it was asked for by. */
export function suppliedIssues(
  { approval, askedMaterials }: Approval,
  { materials = [], round }: Provided,
): Issue[] {
  return materials.flatMap(({ code }, index) =>
    askedMaterials.includes(code)
      ? []
      : [issue('YB_NOTHING_ASKED', `/data/materials/${index}/code`, { path: code, round, approval })],
  )
}

/**
 * What a notice may not ask for: a material that the one form or another department already has (市场主体登记管理条例
 * 16(3), 国务院关于在线政务服务的若干规定 7), and one that the catalogue does not list for the item, since nothing but
 * what is published may be asked for (行政许可法 30). Items published before materials had codes are not looked at.
 */
export function askedIssues(approval: Approval, { defects }: Requested, context: DecisionContext): Issue[] {
  const item = context.references.item(approval.item, approval.itemVersion)
  if (item === undefined || item.disclosure.materials.every(({ code }) => code === undefined)) return []
  return defects.flatMap(({ material: code }, index) => {
    if (code === undefined || takesMaterial(item, code)) return []
    const pointer = `/data/defects/${index}/material`
    const from = materialOf(item, code)?.from
    return [
      from === undefined
        ? issue('YB_MATERIAL_NOT_TAKEN', pointer, { material: shown(code), known: knownTo([item]) })
        : issue('YB_ALREADY_HELD', pointer, { material: code, ...sources[from] }),
    ]
  })
}

const sources = {
  FORM: { from: 'the one form', fromZh: '一表' },
  SHARED: { from: 'another department', fromZh: '其他部门共享' },
  HANDED_IN: { from: 'the applicant', fromZh: '申请人' },
} as const

const notTaken = (code: string, index: number, items: readonly CatalogueItem[]): Issue =>
  issue('YB_MATERIAL_NOT_TAKEN', `/data/materials/${index}/code`, { material: code, known: knownTo(items) })

const knownTo = (items: readonly CatalogueItem[]): string =>
  [...new Set(items.flatMap((item) => handedInOf(item).map(({ code }) => code)))].sort().join(', ') || '—'

/** What stands in the place of a code may be free text, which no problem repeats. */
const shown = (code: string): string => (/^[a-z][a-z0-9-]{0,63}$/.test(code) ? code : '?')
