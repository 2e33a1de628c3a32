export { feedStateProjection } from './projection.ts'
export type { Divergence, FeedPoint, FeedStateView, Rejection, SentPoint } from './view.ts'
