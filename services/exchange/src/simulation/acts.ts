import { decide, type MemoryNumbers, type ReferenceSystem } from '@yibiao/department/reference-systems'
import { addDays } from '@yibiao/schemas'
import type { OpenCase, Task } from './case.ts'
import { excludedDaysOf } from './case-plan.ts'
import { isExamined, paceOf, shares } from './paces.ts'
import { type Said, said } from './say.ts'
import type { Tick } from './timetable.ts'
import { ShownRecord } from './values.ts'
import type { World } from './world.ts'

/** A department at its desk. */
export interface Office {
  readonly system: ReferenceSystem
  readonly world: World
  readonly numbers: MemoryNumbers
}

type Act = Exclude<Task, { readonly what: 'change' }>
type CaseAct = Extract<Act, { readonly round: number }>

/** What the department says about a task, as its law and its own judgement have it. */
export function actOn(task: Act, tick: Tick, shown: ShownRecord | undefined, office: Office): Said {
  const { participant, officer } = speaker(office, task)
  const say = (id: string, type: string, record: string, data: object, filing?: string): Said => {
    const common = {
      participant,
      id,
      type,
      subject: record,
      authtype: 'officer',
      authid: officer,
      data,
    } as const
    return said(filing === undefined ? common : { ...common, filing }, tick.time)
  }
  switch (task.what) {
    case 'certificate': {
      const { approval, record, filing } = task.of
      return say(`${approval}/certificate`, 'certificate.issued', record, { approval }, filing)
    }
    case 'duty':
      return say(
        `${task.record}/publicity`,
        'duty.met',
        task.record,
        { duty: 'publicity', evidence: `GS-${tick.date}` },
        task.filing,
      )
    case 'confirm':
      return say(`${task.cause}/confirmed`, 'value.confirmed', task.record, { paths: ['/domicile/text'] })
    default: {
      const { of, round } = task
      const { type, data } = dataOf(task, tick, shown ?? new ShownRecord(), office)
      return say(`${of.approval}/${round}/${task.what}`, type, of.record, data, of.filing)
    }
  }
}

function speaker({ system, world }: Office, task: Act) {
  const name = 'of' in task ? task.of.approval : task.record
  return {
    participant: system.code,
    officer: `${system.code}-0${1 + Math.floor(world.draws.share(`${name}/officer`) * 6)}`,
  }
}

function dataOf(
  task: CaseAct,
  tick: Tick,
  shown: ShownRecord,
  office: Office,
): { type: string; data: object } {
  const { of, round } = task
  const about = { approval: of.approval, round }
  switch (task.what) {
    case 'accept':
      return { type: 'approval.accepted', data: { ...about, receiptNo: `受〔${tick.date}〕${of.filing}` } }
    case 'extend': {
      const by = office.world.references.item(of.item, 1)?.extension ?? { value: 10, unit: 'WORKING_DAY' }
      const approver = `${office.system.code}-HEAD`
      const data = {
        ...about,
        by: { value: by.value, unit: by.unit },
        approver,
        reason: '情况复杂，经批准延长',
      }
      return { type: 'deadline.extended', data }
    }
    case 'exclude': {
      const from = addDays(tick.date, 1)
      const to = addDays(from, excludedDaysOf(of, office.world) - 1)
      const noticeNo = `告知〔${tick.date}〕${of.filing}/${of.item}`
      return { type: 'time.excluded', data: { ...about, ground: 'EXPERT_REVIEW', from, to, noticeNo } }
    }
    default:
      return judged(task, tick, shown, office)
  }
}

/** A notice or a decision, by the reference system's own rules; chance only says which of them it comes to. */
function judged(task: CaseAct, tick: Tick, shown: ShownRecord, { system, world, numbers }: Office) {
  const { of, round } = task
  const practice = system.items[of.item]
  if (practice === undefined) throw new RangeError(`${system.code} does not know the item ${of.item}.`)
  const { draws } = world
  const subject = { ...caseOf(of), round: task.what === 'ask' ? 1 : round, number: 1 }
  const context = { case: subject, values: shown.values, today: tick.date, numbers }
  const refuses = draws.happens(`${of.approval}/refuse`, paceOf(of.item, of.kind).refuse)
  const options = task.what === 'ask' ? { supplementEvery: 1 } : refuses ? { refuseEvery: 1 } : {}
  const { type, data } = decide(context, practice, options)
  const plain = type.slice('yibiao.'.length, -'.v1'.length)
  const certificate =
    plain === 'approval.granted' &&
    isExamined(of.item, of.kind) &&
    draws.happens(`${of.approval}/paper`, shares.certificate)
  return { type: plain, data: { ...data, round, ...(certificate ? { certificateFollows: true } : {}) } }
}

const caseOf = ({ approval, record, filing, item, kind }: OpenCase) => ({
  approval,
  record,
  filing,
  item,
  kind,
})
