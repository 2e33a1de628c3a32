import { openFileMaterials } from '@yibiao/materials/file-system'
import t from 'tap'
import { materialsContract } from '../contract/index.ts'
import { newFolder } from './folder.ts'

await materialsContract(t, 'file system', (t) => {
  const path = newFolder(t)
  return {
    async open(options = {}) {
      const store = await openFileMaterials({ path, ...options })
      t.teardown(() => store.close())
      return store
    },
  }
})
