import { type FilingView, filingBoardProjection, foldView } from '@yibiao/projections'
import type { Message } from '@yibiao/schemas'
import fc from 'fast-check'
import { anyForm, filing, Life, message, submitted, yes } from './specification.ts'

/** Lives in which time passes: what anybody may try, in any order, allowed or not, with hours or weeks in between. */
export interface TimedStep {
  readonly item: number
  readonly act: string
  readonly hours: number
}

const acts = [
  'yes',
  'yes',
  'yes',
  'yes',
  'refuse',
  'ask',
  'ask again',
  'answer',
  'accept',
  'exclude',
  'extend',
  'joint',
  'contact',
  'channel',
  'publish',
  'withdraw',
  'wait',
  'wait',
] as const

export const timedStep = fc.record({
  item: fc.nat(30),
  act: fc.constantFrom(...acts),
  hours: fc.constantFrom(0, 1, 5, 24, 72, 240),
})

export const timedLives = fc.tuple(fc.nat(500), fc.array(timedStep, { maxLength: 40 }))

const hour = 3_600_000
const after = (life: Life, hours: number): string => new Date(life.now + hours * hour).toISOString()

/** A life told step by step; what is not allowed is not told. */
export function timedLife(seed: number, steps: readonly TimedStep[]): Life {
  const life = new Life()
  life.tell(submitted(anyForm(seed)))
  for (const step of steps) {
    life.pass(after(life, step.hours))
    const said = attempt(life, step)
    if (said && life.decide(said).accepted) life.tell(said)
  }
  life.pass(after(life, 0))
  return life
}

/** Its filing as the board has it. */
export function boardOf(life: Life, id = filing): FilingView {
  return foldView(filingBoardProjection, id, life.events)
}

const day = (life: Life, days: number): string => after(life, 8 + days * 24).slice(0, 10)

function attempt(life: Life, { item, act }: TimedStep): Message | undefined {
  const approvals = [...(life.state.filings.get(filing)?.approvals.values() ?? [])]
  const approval = approvals[item % Math.max(approvals.length, 1)]
  if (!approval) return undefined
  const { participant } = approval
  const about = { approval: approval.approval, round: approval.round }
  const officer = { authtype: 'officer', authid: `officer-${item % 3}` } as const
  switch (act) {
    case 'yes':
      return { ...yes(life, approval.item), ...officer }
    case 'refuse': {
      const reasons = [{ code: 'R', rule: '行政许可法 38', zh: '不符合', en: 'not met' }]
      return message(participant, 'approval.refused', { ...about, reasons }, officer)
    }
    case 'ask':
    case 'ask again': {
      const path = act === 'ask' ? '/domicile/postalCode' : '/domicile/text'
      const defects = [{ path, code: act === 'ask' ? 'D' : 'E', zh: '请更正', en: 'correct it' }]
      return message(participant, 'supplement.requested', { ...about, defects }, officer)
    }
    case 'answer': {
      const form = { domicile: { postalCode: `1320${item}`.slice(0, 6).padEnd(6, '0') } }
      return message(
        'PAB',
        'supplement.provided',
        { ...about, form },
        { authtype: 'applicant', authid: 'a-1' },
      )
    }
    case 'accept':
      return message(participant, 'approval.accepted', about, officer)
    case 'exclude': {
      const more = { ground: 'TESTING', from: day(life, 1), to: day(life, 4), noticeNo: `N${item}` }
      return message(participant, 'time.excluded', { ...about, ...more }, officer)
    }
    case 'extend': {
      const by = { value: 5, unit: 'WORKING_DAY' }
      return message(
        participant,
        'deadline.extended',
        { ...about, by, approver: 'H1', reason: '复杂' },
        officer,
      )
    }
    case 'joint': {
      const by = { value: 15, unit: 'WORKING_DAY' }
      return message('OPERATOR', 'joint.extended', { by, approver: 'G1', reason: '复杂' })
    }
    case 'contact':
      return message('PAB', 'contact.assigned', { officer: `P${item}`, window: 'W1' }, officer)
    case 'channel': {
      const promised = { value: 2, unit: 'WORKING_DAY' }
      return message('PAB', 'channel.granted', { basis: '重点项目', grantedBy: 'P1', promised }, officer)
    }
    case 'publish':
      return message('AMR', 'duty.met', { duty: 'publicity' }, officer)
    case 'withdraw':
      return message(
        'PAB',
        'filing.withdrawn',
        { reason: '不办了' },
        { authtype: 'applicant', authid: 'a-1' },
      )
    default:
      return undefined
  }
}
