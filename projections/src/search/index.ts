export type { SearchView } from './projection.ts'
export { searchProjection } from './projection.ts'
