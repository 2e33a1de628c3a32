/**
 * The registrar after the set-up (市场主体登记管理条例 24–33, 40–42): formal review of what is applied for, decided on the spot, each in
 * the words that the process definition has for it.
 */
import { addressAgain } from './life.ts'
import { serialOf } from './number-book.ts'
import { type DecisionContext, type Defect, type ItemPractice, noDefects, type Said } from './system.ts'

const regulation = '市场主体登记管理条例'

interface Deciding {
  /** `change.registered` … */
  readonly says?: string
  readonly issue: (context: DecisionContext) => Said
  readonly check?: (context: DecisionContext) => readonly Defect[]
  readonly corrects?: (context: DecisionContext) => string | undefined
}

const deciding = ({ says, issue, check = noDefects, corrects }: Deciding): ItemPractice => ({
  ...(says === undefined ? {} : { says: `yibiao.${says}.v1` }),
  needs: ['/uscc'],
  check,
  issue,
  ...(corrects === undefined ? {} : { corrects }),
  sample: () => addressAgain(`${regulation} 19`),
})

/** What was applied for, as it was applied for. */
const applied = ({ application }: DecisionContext): Said => ({
  ...(application?.form === undefined ? {} : { form: application.form }),
  ...(application?.removed === undefined ? {} : { removed: application.removed }),
})

/** 公司法 10, 市场主体登记管理条例 10: there is one name; it is looked at again when it changes. */
function emptyChange({ application }: DecisionContext): Defect[] {
  if (application?.form !== undefined || application?.removed !== undefined) return []
  return [
    {
      path: '/domicile/postalCode',
      code: 'NOTHING_APPLIED',
      rule: `${regulation} 24`,
      zh: '未载明申请变更的内容。',
      en: 'It does not say what is to change.',
      final: true,
    },
  ]
}

const sanction = (
  { case: { record }, application, numbers }: DecisionContext,
  series: string,
  status: string,
) => ({
  form: { status },
  decisionNo: `吉市监${series === 'revocation' ? '罚' : '撤'}字第 ${serialOf(numbers, series, record, 5)} 号`,
  reasons: [
    {
      code: series.toUpperCase().replaceAll('-', '_'),
      rule: series === 'revocation' ? '公司法 260' : `${regulation} 40`,
      zh: application?.reason ?? '依职权作出决定',
      en: 'Decided of the registrar’s own motion; the decision gives the facts',
    },
  ],
})

/** 3 where the licence had been revoked, else 4. */
const ended = ({ values }: DecisionContext): Said => ({
  form: { status: values.text('/status') === '2' ? '3' : '4' },
})

const afterPublicity = (decision: Deciding): ItemPractice => ({ ...deciding(decision), afterPublicity: true })

/** 市场主体登记管理条例 40, 公司法 241: only where nobody has objected. */
const opposed =
  (rule: string) =>
  ({ publicity }: DecisionContext): Defect[] =>
    publicity === 'OPPOSED'
      ? [
          {
            path: '/domicile/postalCode',
            code: 'OPPOSED',
            rule,
            zh: '公示期内有人提出异议，不予作出该决定。',
            en: 'Somebody objected while it was public, so it is not decided.',
            final: true,
          },
        ]
      : []

/** 市场主体登记管理条例 40, 公司法 241: public from today on, under a number. */
const publishing = (prefix: string, series: string): ItemPractice =>
  deciding({
    says: 'publicity.begun',
    issue: ({ case: { record, number }, numbers, today }) => ({
      from: today,
      noticeNo: `${prefix} ${serialOf(numbers, series, `${record} ${number}`, 6)}`,
    }),
  })

export const amrLife: Readonly<Record<string, ItemPractice>> = {
  'change-registration': deciding({ says: 'change.registered', issue: applied, check: emptyChange }),
  'filing-recordal': deciding({ issue: applied, check: emptyChange }),
  'suspension-recordal': deciding({
    says: 'suspension.recorded',
    issue: (context) => ({
      ...applied(context),
      from: context.application?.from,
      to: context.application?.to,
    }),
  }),
  'business-resumption': deciding({
    says: 'business.resumed',
    issue: ({ application, today }) => ({ on: application?.from ?? today }),
  }),
  'licence-revocation': deciding({
    says: 'licence.revoked',
    issue: (context) => sanction(context, 'revocation', '2'),
  }),
  'registration-rescission': afterPublicity({
    says: 'registration.rescinded',
    issue: (context) => sanction(context, 'rescission', '5'),
    check: opposed(`${regulation} 40`),
  }),
  'rescission-reversal': deciding({
    says: 'rescission.reversed',
    issue: (context) => sanction(context, 'rescission-reversal', context.rescission?.before ?? '1'),
    corrects: ({ rescission }) => rescission?.event,
  }),
  'migration-acceptance': deciding({
    says: 'migration.accepted',
    issue: ({ application }) => ({ registry: application?.registry }),
  }),
  'migration-completion': deciding({
    says: 'migration.completed',
    issue: ({ case: { record }, numbers }) => ({
      form: { status: '6' },
      archiveNo: `移字 ${serialOf(numbers, 'migration', record, 6)}`,
    }),
  }),
  'liquidation-recordal': deciding({
    says: 'liquidation.notified',
    issue: ({ application, today }) => ({ formedOn: application?.from ?? today }),
  }),
  'enterprise-deregistration': deciding({ says: 'enterprise.deregistered', issue: ended }),
  'simple-deregistration': deciding({ says: 'enterprise.deregistered', issue: ended }),
  'forced-deregistration': afterPublicity({
    says: 'enterprise.deregistered',
    issue: ended,
    check: opposed('公司法 241'),
  }),
  'forced-deregistration-notice': publishing('强注', 'forced-notice'),
  'rescission-publicity': publishing('撤示', 'rescission-notice'),
  'simple-deregistration-notice': deciding({
    says: 'deregistration.publicised',
    issue: ({ case: { record, number }, numbers, today }) => ({
      from: today,
      noticeNo: `简注 ${serialOf(numbers, 'simple-notice', `${record} ${number}`, 6)}`,
    }),
  }),
}
