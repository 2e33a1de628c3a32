import type { KeptMaterial } from '@yibiao/materials'
import { type HandedIn, type Issue, issue, problemOf, YibiaoError } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import type { Principal } from '../http/principal.ts'
import { materialsOf, uploadOf } from './store.ts'

/** Entries looked at; the schema takes no more. */
const mostDeclared = 100

/**
 * Proves that what an applicant declares of files is so, before anything is published: that he has handed in each of them,
 * whole, and that size and type are those of the content. Whether an item takes them is for the ledger to say, and so is
 * what does not fit the schema. Throws every problem at once.
 */
export async function proveDeclared(context: Context, principal: Principal, body: unknown): Promise<void> {
  const { materials } = (body ?? {}) as { readonly materials?: unknown }
  if (!Array.isArray(materials)) return
  const store = materialsOf(context)
  const issues: Issue[] = []
  for (const [index, one] of materials.slice(0, mostDeclared).entries()) {
    const at = `/materials/${index}`
    const declared = one as Partial<HandedIn> | null
    const digest = declared?.digest
    if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest)) continue
    const { kept } = await store.stat(uploadOf(principal, digest))
    if (kept === undefined) issues.push(issue('YB_MATERIAL_MISSING', `${at}/digest`, { digest }))
    else issues.push(...differences(declared ?? {}, kept, at))
  }
  const [first, ...more] = issues
  if (first) throw new YibiaoError(problemOf([first, ...more]))
}

const differences = (declared: Partial<HandedIn>, kept: KeptMaterial, at: string): Issue[] =>
  (['mediaType', 'size'] as const)
    // What is of another type than the schema takes is not repeated.
    .filter((name) => typeof declared[name] === typeof kept[name] && declared[name] !== kept[name])
    .map((name) =>
      issue('YB_MATERIAL_DIFFERS', `${at}/${name}`, {
        name,
        declared: shown(declared[name]),
        actual: kept[name],
      }),
    )

/** A type as the caller wrote it may be any text. */
const shown = (declared: unknown): string =>
  typeof declared === 'number' || /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(String(declared))
    ? String(declared)
    : '?'
