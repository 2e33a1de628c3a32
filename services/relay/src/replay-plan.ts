import { hasFeed, type ReferencesInForce } from '@yibiao/projections'

/** What the plan of a replay says; the gateway made it, an operator confirmed it. */
export interface ReplayPlan {
  readonly participant: string
  /** First and last sequence, inclusive. What lies beyond the feed's end at the time of the request is left out. */
  readonly from: number
  readonly to: number
  /** Only messages about this record. */
  readonly record?: string
}

/** A reason in both languages. */
export interface Reason {
  readonly zh: string
  readonly en: string
}

const isSequence = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1

/** Reads a plan that came by an event. Returns why it cannot be carried out instead, where it cannot. */
export function readPlan(
  plan: unknown,
  inForce: ReferencesInForce,
): { readonly plan: ReplayPlan } | { readonly reason: Reason } {
  const { participant, from, to, record } = (plan ?? {}) as Readonly<Record<string, unknown>>
  if (typeof participant !== 'string' || !hasFeed(inForce, participant))
    return { reason: { zh: '方案所指的接入单位没有推送', en: 'the plan names no participant with a feed' } }
  if (!isSequence(from) || !isSequence(to) || from > to)
    return {
      reason: {
        zh: '起止序号应为从 1 起的整数，且起始不大于截止',
        en: 'from and to must be whole numbers from 1, from not above to',
      },
    }
  if (record !== undefined && (typeof record !== 'string' || record === ''))
    return { reason: { zh: '档案编号有误', en: 'the record is no record id' } }
  return { plan: { participant, from, to, ...(record === undefined ? {} : { record }) } }
}

export const beyondTheEnd = (from: number): Reason => ({
  zh: `申请时该推送还没有序号 ${from} 的消息`,
  en: `the feed had no message ${from} when the replay was asked for`,
})
