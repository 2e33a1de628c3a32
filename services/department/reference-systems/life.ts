/** What departments do with what comes after the set-up: most of them take note, and that is all. */
import { type Defect, type ItemPractice, noDefects } from './system.ts'

/** The address once more: what the options `supplementEvery` and `refuseEvery` ask of anything after the set-up. */
export const addressAgain = (rule: string): Defect => ({
  path: '/domicile/postalCode',
  code: 'ADDRESS',
  rule,
  zh: '住所信息与本部门档案不符，请核对邮政编码。',
  en: 'The address does not agree with our own file. Check the postal code.',
})

/** Takes note of a change or of the end; nothing is issued. */
export const noted = (rule: string): ItemPractice => ({
  needs: ['/uscc'],
  check: noDefects,
  issue: () => ({}),
  sample: () => addressAgain(rule),
})

/** The same practice for several items. */
export const notedAll = (rule: string, ...items: readonly string[]): Readonly<Record<string, ItemPractice>> =>
  Object.fromEntries(items.map((item) => [item, noted(rule)]))
