export { type FollowReferencesOptions, followReferences } from './follow.ts'
export { loadReferences } from './load.ts'
export { isReferenceEvent, type Process, References, type ReferencesInForce } from './references.ts'
