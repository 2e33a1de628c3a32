/** A point of a participant's feed with the running digest there. */
export interface FeedPoint {
  readonly sequence: number
  readonly digest: string
  /** Recorded time, RFC 3339 UTC. */
  readonly time: string
}

export interface SentPoint extends FeedPoint {
  /** Position of the last event sent. */
  readonly position: number
}

export interface Rejection {
  readonly sequence: number
  readonly reason: string
  readonly time: string
}

/** Which of the points disagreed: the participant holds another digest at this sequence than was sent. */
export interface Divergence {
  readonly sequence: number
  readonly sent: string
  readonly acknowledged: string
  readonly time: string
}

/** Who was sent what, who received it, and did they apply it. */
export interface FeedStateView {
  readonly participant: string
  sent: SentPoint | null
  received: FeedPoint | null
  applied: FeedPoint | null
  /** The latest rejections, oldest first; at most `rejectionsKept`. */
  rejected: Rejection[]
  /** How many there were in all. */
  rejections: number
  /** The first disagreement; it stays until a new epoch. */
  diverged: Divergence | null
  /** Digests sent lately, to compare acknowledgements with; at most `marksKept`, oldest first. */
  marks: { readonly sequence: number; readonly digest: string }[]
  /** Acknowledgements ahead of what is known to be sent, to be compared when it is; at most `marksKept`. */
  ahead: { readonly sequence: number; readonly digest: string }[]
}

export const rejectionsKept = 50
export const marksKept = 64

export const initialFeedState = (participant: string): FeedStateView => ({
  participant,
  sent: null,
  received: null,
  applied: null,
  rejected: [],
  rejections: 0,
  diverged: null,
  marks: [],
  ahead: [],
})
