export { openReadModel } from './read-model.ts'
export type {
  Alarm,
  At,
  EachExceptionRequest,
  EachFilingRequest,
  ExceptionsRequest,
  FilingsRequest,
  JobView,
  Page,
  PageRequest,
  ReadModel,
  SearchRequest,
} from './types.ts'
