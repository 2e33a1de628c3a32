import { valueAt } from '@yibiao/schemas'
import type { MatrixOwners, OneFormView, Standing } from './view.ts'

/**
 * How far the value at a leaf's path can be relied on:
 *
 * - `withheld`: it was set, but this copy of the view does not carry it;
 * - `disputed`: a department holds it to be wrong (政务数据共享条例 26); this wins over all that follow;
 * - `confirmed`: a department other than its owner has confirmed it since it was set;
 * - `registered`: its owner wrote it, or has granted, recorded or registered since it was set;
 * - `declared`: the founder said so, and nobody has answered for it yet.
 */
export function standingOf(view: OneFormView, path: string, matrix: MatrixOwners): Standing {
  const setAt = view.provenance[path]
  if (setAt === undefined) return 'declared'
  if (valueAt(view.form, path) === undefined) return 'withheld'
  if (view.disputed[path] !== undefined) return 'disputed'
  const owner = matrix.ownerOf(path)
  for (const column of Object.keys(view.confirmed[path] ?? {})) if (column !== owner) return 'confirmed'
  if (owner === undefined) return 'declared'
  const registeredAt = view.registrations[owner]
  const byOwner = view.writers[setAt] === owner
  return byOwner || (registeredAt !== undefined && registeredAt >= setAt) ? 'registered' : 'declared'
}
