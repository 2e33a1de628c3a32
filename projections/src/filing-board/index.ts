export { filingBoardProjection } from './projection.ts'
export type {
  ApprovalState,
  ApprovalView,
  Defect,
  FilingState,
  FilingView,
  Reason,
  RoutedApproval,
} from './view.ts'
export { hasEnded, outstandingOf } from './view.ts'
