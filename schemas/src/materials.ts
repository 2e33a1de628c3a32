/** The materials (材料) that an item's catalogue entry lists, ready for questions. */
import type { CatalogueItem, Material } from '../generated/reference.ts'

/** A material that a filing can hand in as a file: it has a code, and no department or form holds it. */
export type HandedInMaterial = Material & { readonly code: string; readonly from: 'HANDED_IN' }

const isHandedIn = (material: Material): material is HandedInMaterial =>
  material.from === 'HANDED_IN' && material.code !== undefined

/** What the item takes as files. Items published before materials had codes take none. */
export const handedInOf = ({ disclosure }: Pick<CatalogueItem, 'disclosure'>): readonly HandedInMaterial[] =>
  disclosure.materials.filter(isHandedIn)

/** Whether the item takes the material as a file. */
export const takesMaterial = (item: Pick<CatalogueItem, 'disclosure'>, code: string): boolean =>
  handedInOf(item).some((material) => material.code === code)

/** The entry of a code; undefined where the item does not list it. */
export const materialOf = (
  { disclosure }: Pick<CatalogueItem, 'disclosure'>,
  code: string,
): Material | undefined => disclosure.materials.find((material) => material.code === code)

/** What is wrong with the codes of an item's materials, in English, for whoever publishes it. */
export function materialProblems({ code: item, disclosure }: CatalogueItem): string[] {
  const codes = disclosure.materials.flatMap(({ code }) => (code === undefined ? [] : [code]))
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))]
  const unfit = disclosure.materials.filter((material) => material.required === true && !isHandedIn(material))
  return [
    ...twice.map((code) => `${item}: two materials have the code ${code}`),
    ...unfit.map(({ code, en }) => `${item}: ${code ?? en} is required and not handed in under a code`),
  ]
}
