/** The contracts: every fact that crosses a boundary. Import from here alone. */
export type {
  Clock as LegalClock,
  ClockKind,
  Defect,
  ExclusionReason,
  Gate,
  HandedIn,
  ItemKind,
  Outcome,
  Reason as RefusalReason,
  RoutedApproval,
  Term as LegalTerm,
  Versions,
} from './generated/common.ts'
export type * from './generated/events.ts'
export type { OneForm, OneFormFragment } from './generated/one-form.ts'
export type {
  CatalogueItem,
  DelegationsContent,
  Department,
  DepartmentsContent,
  Fact,
  Fee,
  Material,
  Participant,
  ParticipantsContent,
  ProcessContent,
} from './generated/reference.ts'
export * from './src/asyncapi.ts'
export * from './src/catalogue.ts'
export * from './src/clock.ts'
export * from './src/clock-marks.ts'
export * from './src/envelope.ts'
export * from './src/errors.ts'
export * from './src/event-types.ts'
export * from './src/exports-form.ts'
export * from './src/exports-foundation.ts'
export { explainFormat, type FormatExplanation, type FormatName, formats } from './src/formats.ts'
export { type Reason, reasonedIssue } from './src/issues.ts'
export { canonicalJson, contentDigest } from './src/json/canonical.ts'
export { sameJson } from './src/json/same.ts'
export { type JsonScan, scanJson } from './src/json/scan.ts'
export { annotations, type JsonSchema as ContractSchema } from './src/json-schema.ts'
export * from './src/materials.ts'
export * from './src/parse-message.ts'
export * from './src/participants.ts'
export * from './src/problem.ts'
export * from './src/process.ts'
export * from './src/process-hours.ts'
export * from './src/publication/index.ts'
export * from './src/published.ts'
export * from './src/routing.ts'
export * from './src/schema-catalogue.ts'
export * from './src/shipped-reference.ts'
export * from './src/validate.ts'
export { clockTolerance } from './src/validation/envelope-issues.ts'
export { mostIssues } from './src/validation/issues-of.ts'
