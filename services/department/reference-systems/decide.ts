/** From what a department knows to what it says: pure, apart from the numbers it issues. */
import { hash } from 'node:crypto'
import type { ItemKind } from '@yibiao/schemas'
import type { Draft } from '../index.ts'
import { isTurn, type ReferenceSystemOptions } from './options.ts'
import type { Case, DecisionContext, Defect, ItemPractice } from './system.ts'

/** What a system says about a case. */
export interface Decision {
  readonly verb: 'granted' | 'recorded' | 'registered' | 'refused' | 'supplement'
  readonly type: string
  readonly data: object
  /** Id of the event whose statement it withdraws. */
  readonly corrects?: string | undefined
}

/** How a decision in favour is said, by the kind of item. */
const favourable: Readonly<Record<ItemKind, Pick<Decision, 'verb' | 'type'>>> = {
  LICENCE: { verb: 'granted', type: 'yibiao.approval.granted.v1' },
  COMMITMENT: { verb: 'granted', type: 'yibiao.approval.granted.v1' },
  REGISTRATION: { verb: 'registered', type: 'yibiao.enterprise.registered.v1' },
  RECORDAL: { verb: 'recorded', type: 'yibiao.approval.recorded.v1' },
  CONSEQUENCE: { verb: 'recorded', type: 'yibiao.approval.recorded.v1' },
}

/** What nobody decides can be recorded or be supplemented, but not be refused. */
const canBeRefused = (kind: ItemKind): boolean => kind !== 'RECORDAL' && kind !== 'CONSEQUENCE'

const about = ({ approval, round }: Case) => ({ approval, round })

export function refusal(subject: Case, defects: readonly Defect[]): Decision {
  const reasons = defects.map(({ code, rule, range, zh, en }) => ({
    ...{ code, rule, zh, en },
    ...(range === undefined ? {} : { range }),
  }))
  return { verb: 'refused', type: 'yibiao.approval.refused.v1', data: { ...about(subject), reasons } }
}

function supplement(subject: Case, defects: readonly Defect[]): Decision {
  const asked = defects.map(({ path, code, zh, en }) => ({ path, code, zh, en }))
  return {
    verb: 'supplement',
    type: 'yibiao.supplement.requested.v1',
    data: { ...about(subject), defects: asked },
  }
}

/** What stands in the way: a supplement the first time, a refusal when it still does, or when it cannot be mended. */
function unfavourable(subject: Case, defects: readonly Defect[]): Decision {
  const isFinal = subject.round > 1 || defects.some(({ final }) => final === true)
  return isFinal && canBeRefused(subject.kind) ? refusal(subject, defects) : supplement(subject, defects)
}

/** The supplement or refusal that the options ask for at this case's turn. */
function arranged(
  context: DecisionContext,
  practice: ItemPractice,
  { supplementEvery, refuseEvery, reason }: ReferenceSystemOptions,
): Decision | undefined {
  const subject = context.case
  const defect = { ...practice.sample(context), ...reason }
  if (subject.round === 1 && isTurn(supplementEvery, subject.number)) return supplement(subject, [defect])
  if (isTurn(refuseEvery, subject.number) && canBeRefused(subject.kind)) return refusal(subject, [defect])
  return undefined
}

/** Decides a case. */
export function decide(
  context: DecisionContext,
  practice: ItemPractice,
  options: ReferenceSystemOptions,
): Decision {
  const forced = arranged(context, practice, options)
  if (forced !== undefined) return forced
  const defects = practice.check(context)
  if (defects.length > 0) return unfavourable(context.case, defects)
  const usual = favourable[context.case.kind]
  return {
    ...usual,
    type: practice.says ?? usual.type,
    corrects: practice.corrects?.(context),
    data: { ...about(context.case), ...practice.issue(context) },
  }
}

/** The longest message id. */
const longestId = 128

/**
 * The message of a decision. Its id follows from approval, round, verb and attempt, so that a system that was killed, or
 * set back to an older copy of its database, can never say a thing twice.
 */
export function draftOf(
  decision: Decision,
  subject: Case & { readonly attempt: number; readonly cause: string },
  officer: string,
): Draft {
  const { approval, round, attempt, filing, record, cause } = subject
  const plain = [approval, round, decision.verb, ...(attempt === 0 ? [] : [attempt])].join('/')
  return {
    id: plain.length <= longestId ? plain : hash('sha256', plain, 'hex'),
    type: decision.type,
    subject: record,
    filing,
    correlationid: filing,
    causationid: cause,
    ...(decision.corrects === undefined ? {} : { corrects: decision.corrects }),
    authtype: 'officer',
    authid: officer,
    data: decision.data,
  }
}
