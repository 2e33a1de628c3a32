import { type CardOut, type ClockView, cardOf, type FilingView, isRunningClock } from '@yibiao/projections'
import type { Viewer } from '../records/viewer.ts'

/** A clock as it stands for whoever looks at the board. */
export type SeenClock = Omit<ClockView, 'passed'> & {
  readonly running: boolean
  /** The card that is out. */
  readonly card?: CardOut
}

/** Whether a viewer may look at what is of one approval: a participant at its own alone. */
export const seesApproval = (
  view: FilingView,
  viewer: Viewer,
  approval: string | null | undefined,
): boolean =>
  viewer.kind !== 'participant' ||
  view.approvals.some((one) => one.approval === approval && one.participant === viewer.participant)

/** The clocks of a filing: those of the filing as a whole, and of the approvals that the viewer may look at. */
export const seenClocks = (view: FilingView, viewer: Viewer): readonly SeenClock[] =>
  view.clocks
    .filter(({ approval }) => approval === undefined || seesApproval(view, viewer, approval))
    .map((clock) => {
      const { passed: _passed, ...rest } = clock
      const card = cardOf(view, clock)
      return { ...rest, running: isRunningClock(view, clock), ...(card === undefined ? {} : { card }) }
    })
