export { openFileMaterials } from './open.ts'
export type { FileMaterialsOptions } from './options.ts'
export { defaultMaxBytes, defaultMediaTypes, unfinishedKept } from './options.ts'
