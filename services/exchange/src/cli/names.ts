import {
  type CatalogueItem,
  eventTypes,
  materialOf,
  type Participant,
  shippedDepartments,
  shippedReference,
} from '@yibiao/schemas'
import type { Lang } from './text.ts'
import { word } from './words.ts'

/** What people call the things that events name by code. A code that is not known is its own name. */
export class Names {
  readonly #lang: Lang
  readonly #items: ReadonlyMap<string, CatalogueItem>
  readonly #participants: ReadonlyMap<string, Participant>

  constructor(lang: Lang) {
    const { catalogue, participants } = shippedReference()
    this.#lang = lang
    this.#items = new Map(catalogue.map(({ content }) => [content.code, content]))
    this.#participants = new Map(participants.content.participants.map((one) => [one.code, one]))
  }

  item(code: string): string {
    return this.#items.get(code)?.name[this.#lang] ?? code
  }

  /** A material, which has one meaning in every item that lists it. */
  material(code: string): string {
    for (const { disclosure } of this.#items.values()) {
      const known = materialOf({ disclosure }, code)
      if (known !== undefined) return known[this.#lang]
    }
    return code
  }

  participant(code: string | null): string {
    if (code === null) return '—'
    if (code === 'APPLICANT') return word('APPLICANT', this.#lang)
    const known = this.#participants.get(code)
    return known === undefined ? code : `${code} ${known[this.#lang]}`
  }

  /** A department, or a column of the access matrix. */
  department(code: string): string {
    if (code === 'APPLICANT') return word('APPLICANT', this.#lang)
    const known = shippedDepartments.departments.find((one) => one.code === code)
    return known === undefined ? code : `${code} ${known[this.#lang]}`
  }

  /** An event type by its title, or by the type itself. */
  type(type: string): string {
    const known = eventTypes.get(type)
    return known === undefined ? type : this.#lang === 'zh' ? known.titleZh : known.title
  }

  /** Who said an event: a participant, or the exchange itself. */
  source(source: string): string {
    const participant = /^\/participants\/(.+)$/.exec(source)?.[1]
    return participant ?? word('EXCHANGE', this.#lang)
  }
}
