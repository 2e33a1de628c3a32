import { type FormSchema, formSchema, formSections, segmentsOf } from '@yibiao/schemas'
import type { Lang } from './text.ts'

const titleOf = (schema: FormSchema | undefined, lang: Lang, otherwise: string): string =>
  (lang === 'zh' ? schema?.['x-title-zh'] : schema?.title) ?? otherwise

/** The section of each top member of the form. */
const sectionOf: ReadonlyMap<string, FormSchema> = new Map(
  formSections.flatMap((section) => Object.keys(section.properties ?? {}).map((name) => [name, section])),
)

/** The title of the form's section that a path lies in. */
export function sectionTitle(path: string, lang: Lang): string {
  const [top = ''] = segmentsOf(path)
  return titleOf(sectionOf.get(top), lang, top)
}

/** The titles on the way to a leaf, an element of a group with its key: `股东 S1 · 认缴出资额（分）`. */
export function leafTitle(path: string, lang: Lang): string {
  const titles: string[] = []
  let here: FormSchema | undefined = formSchema
  for (const segment of segmentsOf(path)) {
    if (here?.items?.properties !== undefined) {
      titles.push(`${titles.pop() ?? ''} ${segment}`)
      here = here.items
    } else {
      here = here?.properties?.[segment]
      const title = titleOf(here, lang, segment)
      if (titles.at(-1) !== title) titles.push(title)
    }
  }
  return titles.join(' · ')
}

/** The pattern of a path, `*` standing for the key of an element. */
export function patternOf(path: string): string {
  let here: FormSchema | undefined = formSchema
  let pattern = ''
  for (const segment of segmentsOf(path)) {
    const group: boolean = here?.items?.properties !== undefined
    here = group ? here?.items : here?.properties?.[segment]
    pattern += group ? '/*' : `/${segment}`
  }
  return pattern
}

/** Sorts what has a path into the form's own order; elements of a group by their first appearance. */
export function inFormOrder<Item extends { readonly path: string }>(items: readonly Item[]): Item[] {
  const keys = new Map<string, number>()
  const placed = items.map((item) => ({ item, place: placeOf(item.path, keys) }))
  placed.sort((a, b) => compare(a.place, b.place))
  return placed.map(({ item }) => item)
}

/** The place of each segment among its siblings; `keys` remembers the order in which elements appeared. */
function placeOf(path: string, keys: Map<string, number>): number[] {
  const place: number[] = []
  let here: FormSchema | undefined = formSchema
  let at = ''
  for (const segment of segmentsOf(path)) {
    at += `/${segment}`
    if (here?.items?.properties !== undefined) {
      const known = keys.get(at) ?? keys.size
      keys.set(at, known)
      place.push(known)
      here = here.items
    } else {
      place.push(Object.keys(here?.properties ?? {}).indexOf(segment))
      here = here?.properties?.[segment]
    }
  }
  return place
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
