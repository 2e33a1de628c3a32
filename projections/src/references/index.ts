export { type FollowReferencesOptions, followReferences } from './follow.ts'
export { loadReferences, publicationsStream } from './load.ts'
export { publicationIssues } from './publication-issues.ts'
export {
  isReferenceEvent,
  type Process,
  type Published,
  References,
  type ReferencesInForce,
} from './references.ts'
