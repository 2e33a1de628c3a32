export { filingBoardProjection, materialToken } from './projection.ts'
export type {
  ApprovalState,
  ApprovalView,
  Defect,
  FilingState,
  FilingView,
  MaterialView,
  Reason,
  RoutedApproval,
} from './view.ts'
export { hasEnded, outstandingOf } from './view.ts'
