import { addDays, type OneForm, valueAt } from '@yibiao/schemas'
import type { Rule } from './rule.ts'

/** Days in which creditors who were not notified may ask for payment or security, counted from the announcement. */
const creditorsHave = 45

/**
 * 公司法 224, 市场主体登记管理条例实施细则 36: a smaller capital than is in force, applied for after the forty-five days since it was announced
 * (`from`). A reduction to make up for losses (公司法 225) has other terms and is not this one.
 */
export const reductionAnnounced: Rule = ({ application: { form, from }, context }) => {
  const now = valueAt((context.view?.form ?? {}) as OneForm, '/capital/amountFen')
  const then = form?.capital?.amountFen
  if (typeof now !== 'number' || then === undefined || then >= now)
    return {
      zh: '申请的注册资本未少于现登记的注册资本',
      en: 'The capital applied for is not less than the registered one',
    }
  const last = from === undefined ? undefined : addDays(from, creditorsHave)
  if (last !== undefined && context.receivedOn > last) return undefined
  return {
    zh: `债权人公告期${last === undefined ? '未满' : `至 ${last} 届满`}，届满后再申请`,
    en: `Creditors have ${last === undefined ? 'not had their forty-five days' : `until ${last}`}; apply after that`,
  }
}
