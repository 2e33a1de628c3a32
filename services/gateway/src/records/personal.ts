import { formSchema, schemaLeaves, segmentsOf } from '@yibiao/schemas'

interface Node {
  readonly children: Map<string, Node>
  personal: boolean
}

const node = (): Node => ({ children: new Map(), personal: false })

/** The form's leaves as a tree, `*` standing for the key of an element, each marked whether its value is personal. */
function tree(): Node {
  const root = node()
  for (const { pattern, schema } of schemaLeaves(formSchema)) {
    let here = root
    for (const segment of segmentsOf(pattern)) {
      const next = here.children.get(segment) ?? node()
      here.children.set(segment, next)
      here = next
    }
    here.personal = (schema['x-classification'] ?? 'none') !== 'none'
  }
  return root
}

const leaves = tree()

const materials = '/materials/'

/** How a reading of a material is told: by its code in the catalogue. */
export const materialPath = (code: string): string => `${materials}${code}`

/**
 * Whether the value at a leaf's path is personal information (个人信息保护法 4), by the form's schema. A file may say anything
 * about anybody, so all of them are.
 */
export function isPersonalPath(path: string): boolean {
  if (path.startsWith(materials)) return true
  let here: Node | undefined = leaves
  for (const segment of segmentsOf(path)) here = here?.children.get(segment) ?? here?.children.get('*')
  return here?.personal ?? false
}

/** Those of the paths whose values are personal. */
export const personalPaths = (paths: Iterable<string>): string[] => [...paths].filter(isPersonalPath)
