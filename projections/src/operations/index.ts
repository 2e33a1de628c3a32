export type { OperationKind, OperationOutcome, OperationState, OperationView } from './projection.ts'
export { operationsProjection } from './projection.ts'
