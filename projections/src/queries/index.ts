export { openReadModel } from './read-model.ts'
export type { At, FilingsRequest, JobView, Page, PageRequest, ReadModel, SearchRequest } from './types.ts'
