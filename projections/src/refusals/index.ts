export { type RefusalView, refusalsProjection } from './projection.ts'
