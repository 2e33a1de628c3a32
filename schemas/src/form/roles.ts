import { type FormTree, type FormValue, isGroup, valueAt } from './paths.ts'

/** What a person of `people` can be. What a participant may see of a person follows from it. */
export const roles = [
  'legalRepresentative',
  'director',
  'supervisor',
  'manager',
  'financeOfficer',
  'liaison',
  'agent',
  'shareholder',
  'beneficialOwner',
  'taxOfficer',
  'invoiceCollector',
  'socialContact',
  'housingContact',
] as const
export type Role = (typeof roles)[number]

/** Where each role stands: a holder `{person}`, or a group of elements that each have `person`. */
export const rolePaths: Readonly<Record<Role, string>> = {
  legalRepresentative: '/legalRepresentative',
  director: '/directors',
  supervisor: '/supervisors',
  manager: '/manager',
  financeOfficer: '/financeOfficer',
  liaison: '/liaison',
  agent: '/agent',
  shareholder: '/shareholders',
  beneficialOwner: '/beneficialOwners',
  taxOfficer: '/tax/officer',
  invoiceCollector: '/tax/invoiceCollector',
  socialContact: '/social/contact',
  housingContact: '/housingFund/contact',
}

/** One bit a role, in the order of `roles`. */
export type RoleMask = number
export const maskOfRole = (role: Role): RoleMask => 1 << roles.indexOf(role)
export const maskOfRoles = (held: Iterable<Role>): RoleMask => {
  let mask = 0
  for (const role of held) mask |= maskOfRole(role)
  return mask
}

const places = roles.map((role, index) => {
  const [first = '', second] = rolePaths[role].slice(1).split('/')
  return { first, second, bit: 1 << index }
})

/** The roles of every person that some role of the form refers to, as masks, in the order of `roles`. */
export function roleMasksOf(form: object): Map<string, RoleMask> {
  const masks = new Map<string, RoleMask>()
  const add = (holder: FormTree, bit: RoleMask): void => {
    const person = holder.person
    if (typeof person === 'string') masks.set(person, (masks.get(person) ?? 0) | bit)
  }
  for (const { first, second, bit } of places) {
    const top = (form as FormTree)[first]
    const holder = second === undefined || top === undefined ? top : (top as FormTree)[second]
    if (typeof holder !== 'object') continue
    if (!Array.isArray(holder)) add(holder as FormTree, bit)
    else if (isGroup(holder)) for (const element of holder) add(element, bit)
  }
  return masks
}

/** The roles of every person that some role of the form refers to. A person without a role is not in it. */
export function rolesOf(form: object): Map<string, Set<Role>> {
  const found = new Map<string, Set<Role>>()
  for (const [person, mask] of roleMasksOf(form)) found.set(person, new Set(rolesInMask(mask)))
  return found
}

/** The roles of a mask, in the order of `roles`. */
export const rolesInMask = (mask: RoleMask): Role[] => roles.filter((_, index) => (mask & (1 << index)) !== 0)

/** A reference to a person: the JSON pointer by index, as the sender wrote it, and the key it names. */
export interface PersonReference {
  readonly role: Role
  readonly pointer: string
  readonly person: string
}

/** Every reference to a person, in the order of `roles` and of the form. */
export function personReferences(form: object): PersonReference[] {
  return roles.flatMap((role) => referencesAt(role, rolePaths[role], valueAt(form, rolePaths[role])))
}

function referencesAt(role: Role, path: string, value: FormValue | undefined): PersonReference[] {
  if (value === undefined || typeof value !== 'object') return []
  if (Array.isArray(value)) {
    return isGroup(value)
      ? value.flatMap((element, index) => referencesAt(role, `${path}/${index}`, element))
      : []
  }
  const person = (value as FormTree).person
  return typeof person === 'string' ? [{ role, pointer: `${path}/person`, person }] : []
}
