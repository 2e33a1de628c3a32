/** Publications of reference data: their kinds and streams, and what each must hold beyond its schema. */
export { blanksOf } from './blanks.ts'
export { calendarIssues } from './calendar-issues.ts'
export { delegationIssues, isDelegated } from './delegation-issues.ts'
export { defaultCards, itemIssues, longestExtension, promisedShare } from './item-issues.ts'
export {
  type PublicationData,
  type PublicationKind,
  publicationKey,
  publicationKindOf,
  publicationKinds,
  publicationStream,
  publicationType,
} from './kinds.ts'
export { lengthOf, type TermLength, termText } from './lengths.ts'
export { processIssues } from './process-issues.ts'
export { type CatalogueSummary, catalogueSummary, instantTarget, speedUpTarget } from './summary.ts'
