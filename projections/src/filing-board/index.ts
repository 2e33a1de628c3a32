export { filingBoardProjection, materialToken } from './projection.ts'
export { isRunningClock, nextDue, runningClocks } from './timing.ts'
export type {
  ApprovalState,
  ApprovalView,
  ClockView,
  ContactView,
  Defect,
  FilingState,
  FilingView,
  MaterialView,
  Reason,
  RoutedApproval,
} from './view.ts'
export { hasEnded, outstandingOf } from './view.ts'
