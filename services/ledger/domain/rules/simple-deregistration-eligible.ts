import type { Reason } from '@yibiao/schemas'
import type { Rule } from './rule.ts'

const period = 'objection-period'
const window = 'application-window'

/**
 * 市场主体登记管理条例 33: twenty days of publicity without an objection, and an application within twenty days after. An
 * application that had arrived in time is in time, whenever it is decided.
 */
export const simpleDeregistrationEligible: Rule = ({ state, context }) => {
  if (state.flags.includes('OBJECTED')) return objected
  const filings = [...state.filings.values()].reverse()
  const publicity = filings.find(({ clocks }) => clocks.has(period))
  if (publicity === undefined) return notPublic
  const clock = publicity.clocks.get(window)
  if (clock === undefined) return stillPublic(publicity.clocks.get(period)?.due ?? '')
  const inTime = clock.dueAt !== undefined && context.receivedAt < Date.parse(clock.dueAt)
  if (publicity.met.has(window)) return notPublic
  return inTime ? undefined : tooLate(clock.due ?? '')
}

const objected: Reason = {
  zh: '公示期内有异议，简易注销终止；异议消除后可重新公示，或申请一般注销',
  en: 'There was an objection: publicise anew when it is settled, or apply for ordinary deregistration',
}
const notPublic: Reason = {
  zh: '尚未公示，请先申请简易注销公示（simple-deregistration-publicity）',
  en: 'It is not public: apply for simple-deregistration-publicity first',
}
const stillPublic = (due: string): Reason => ({
  zh: `公示期至 ${due} 届满，届满后再申请`,
  en: `The publicity runs to ${due}; apply after it`,
})
const tooLate = (due: string): Reason => ({
  zh: `申请期限已于 ${due} 届满，请重新公示`,
  en: `The time to apply ended on ${due}; publicise anew`,
})
