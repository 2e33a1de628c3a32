import type { MaterialStore, Upload } from '@yibiao/materials'
import type { Context } from '../context.ts'
import type { Principal } from '../http/principal.ts'
import { unavailable } from '../http/problems.ts'

/** The store of materials. Throws `YB_UNAVAILABLE` where this exchange keeps none. */
export function materialsOf({ options }: Context): MaterialStore {
  if (options.materials !== undefined) return options.materials
  throw unavailable(
    'This exchange keeps no materials: its operator has named no folder for them (setting materials).',
    '本平台未保存申请材料：运维人员尚未设置材料目录（materials）。',
  )
}

/** What somebody hands in is known by his account and capacity. */
export const uploadOf = ({ kind, id }: Principal, digest: string): Upload => ({
  owner: `${kind}:${id}`,
  digest,
})
