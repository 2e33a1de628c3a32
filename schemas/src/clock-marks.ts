/** What the timers of a clock say, in which order, and for how long the clock runs. */

import type { Clock, ClockKind } from '../generated/common.ts'

/** Cards are of promised times alone; every clock runs out. */
export type ClockMark = 'YELLOW' | 'RED' | 'DUE'

export const clockMarks = ['YELLOW', 'RED', 'DUE'] as const

/** How many marks of a clock have passed once this one is a fact. */
export const passedWith = (mark: ClockMark): number => clockMarks.indexOf(mark) + 1

/** The instant of a mark, RFC 3339; undefined where the clock has none or it is undetermined. */
export const instantOfMark = (
  clock: Pick<Clock, 'yellowAt' | 'redAt' | 'dueAt'>,
  mark: ClockMark,
): string | undefined => (mark === 'YELLOW' ? clock.yellowAt : mark === 'RED' ? clock.redAt : clock.dueAt)

/** The instants of a clock's marks, and how many of them are facts. */
export type ClockProgress = Pick<Clock, 'yellowAt' | 'redAt' | 'dueAt'> & { readonly passed: number }

/** The next mark of a clock of which `passed` are facts. One without an instant is passed over when a later one has one. */
export function nextMark(clock: ClockProgress): ClockMark | undefined {
  for (let index = clock.passed; index < clockMarks.length; index += 1) {
    const mark = clockMarks[index] as ClockMark
    if (instantOfMark(clock, mark) !== undefined) return mark
  }
  return undefined
}

/** What a clock's running depends on: the filing, and the approval that the clock is of. */
export interface ClockSituation {
  /** Whether the filing is under way. */
  readonly filingOpen: boolean
  readonly approval:
    | {
        readonly state: string
        readonly acceptedOn?: string | undefined
        readonly certificatePending?: boolean | undefined
        /** How many notices of defects it has had. */
        readonly notices?: number | undefined
      }
    | undefined
  /** Whether the duty that the clock is of has been met. */
  readonly met: boolean
}

/** Whether a clock runs: it ends with what it times, and by nothing else. */
export function isClockRunning(kind: ClockKind, { filingOpen, approval, met }: ClockSituation): boolean {
  switch (kind) {
    case 'NOTICE':
      // 行政许可法 32(4): only 逾期不告知 counts. Once a notice was given the clock is over, also when the supplement has come.
      return approval?.state === 'OPEN' && approval.acceptedOn === undefined && (approval.notices ?? 0) === 0
    case 'PROMISED':
    case 'STATUTORY':
      return approval?.state === 'OPEN'
    case 'CERTIFICATE':
      return approval?.certificatePending === true
    case 'JOINT':
      return filingOpen
    case 'FOLLOW_UP':
      return !met && approval?.state !== 'GRANTED' && approval?.state !== 'RECORDED'
    default:
      return !met
  }
}
