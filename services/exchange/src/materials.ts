import { join } from 'node:path'
import type { MaterialStore } from '@yibiao/materials'
import type { Configuration } from './configuration.ts'

/**
 * Opens the store of materials: the folder that is configured, else one in the data folder. Undefined where there is neither,
 * as for a gateway alone.
 */
export async function openMaterials(
  { materials, materialBytes, materialTypes }: Configuration,
  folder: string | undefined,
): Promise<MaterialStore | undefined> {
  const path = materials !== '' ? materials : folder && join(folder, 'materials')
  if (path === undefined) return undefined
  const { openFileMaterials } = await import('@yibiao/materials/file-system')
  return openFileMaterials({ path, maxBytes: materialBytes, mediaTypes: materialTypes.split(',') })
}
