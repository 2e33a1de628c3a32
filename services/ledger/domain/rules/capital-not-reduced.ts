import { type OneForm, valueAt } from '@yibiao/schemas'
import type { Rule } from './rule.ts'

/** 公司法 224: a capital is reduced only after its creditors were told, so by a process of its own and not by a plain change. */
export const capitalNotReduced: Rule = ({ application, context }) => {
  const now = valueAt((context.view?.form ?? {}) as OneForm, '/capital/amountFen')
  const then = application.form?.capital?.amountFen
  return typeof now === 'number' && then !== undefined && then < now
    ? {
        zh: '减少注册资本须先通知、公告债权人，请申请减资登记（capital-reduction）',
        en: 'A capital is reduced after its creditors were told: apply for capital-reduction',
      }
    : undefined
}
