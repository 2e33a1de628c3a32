export type { MaterialErrorCode, MaterialErrorFacts } from './errors.ts'
export { MaterialError, materialErrorCodes } from './errors.ts'
export type {
  KeptMaterial,
  MaterialLimits,
  MaterialStore,
  OpenedMaterial,
  Upload,
  UploadState,
} from './materials.ts'
