import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MaterialStore } from '@yibiao/materials'
import { type FileMaterialsOptions, openFileMaterials } from '@yibiao/materials/file-system'
import type { Test } from 'tap'

/** A store of materials in a folder that goes away with the test. */
export async function materialsFolder(
  t: Pick<Test, 'teardown'>,
  options: Omit<FileMaterialsOptions, 'path'> = {},
): Promise<MaterialStore> {
  const path = mkdtempSync(join(tmpdir(), 'yibiao-gateway-materials-'))
  const store = await openFileMaterials({ path, ...options })
  t.teardown(async () => {
    await store.close()
    rmSync(path, { recursive: true, force: true })
  })
  return store
}
