import { MemoryNumbers, type ReferenceSystem } from '@yibiao/department/reference-systems'
import type { BusMessage } from '@yibiao/message-bus'
import { sourceOf } from '@yibiao/schemas'
import { actOn, type Office } from './acts.ts'
import { Agenda } from './agenda.ts'
import { type OpenCase, type Task, taskName } from './case.ts'
import { planOf } from './case-plan.ts'
import { Changes, type Registered } from './changes.ts'
import { delays, shares } from './paces.ts'
import { type Said, said } from './say.ts'
import { type ShownEvent, shownEventOf } from './shown-event.ts'
import type { Tick } from './timetable.ts'
import { ShownRecord } from './values.ts'
import { type Actor, byName, type World } from './world.ts'

/**
 * A department of the simulated city. It knows what its feed shows it and nothing else, and says what it has to say on its own
 * topic. What it will do about a case it plans when the case comes; a case that has ended meanwhile is let be.
 */
export class SimulatedDepartment implements Actor {
  readonly code: string
  readonly #world: World
  readonly #office: Office
  readonly #agenda = new Agenda<Task>()
  readonly #cases = new Map<string, OpenCase>()
  readonly #records = new Map<string, ShownRecord>()
  readonly #byFiling = new Map<string, Set<string>>()
  readonly #changes: Changes
  #tick = 0
  #acknowledged = 0
  /** The last message of the feed: its sequence, and the digest that it came with. */
  received: { readonly sequence: number; readonly digest: string } = { sequence: 0, digest: '' }

  constructor(system: ReferenceSystem, world: World) {
    this.code = system.code
    this.#world = world
    this.#changes = new Changes(system.code, world.draws)
    this.#office = { system, world, numbers: new MemoryNumbers() }
  }

  /** The instant at which what comes in now comes in. */
  at(tick: number): void {
    this.#tick = tick
  }

  /** A change of a registered enterprise that will be applied for at a tick. */
  expectChange(tick: number, number: number): void {
    this.#agenda.add(tick, { what: 'change', number })
  }

  take(messages: readonly BusMessage[]): void {
    for (const message of messages) {
      const event = shownEventOf(message, this.code)
      if (event !== undefined) this.#follow(event)
      // A feed's offsets are its sequences, which begin at 1.
      this.received = { sequence: message.offset + 1, digest: message.headers.feeddigest ?? '' }
    }
  }

  /** How far it has read and done what there was to do; undefined when that has been said. */
  receipt({ time }: Tick): Said | undefined {
    const { sequence, digest } = this.received
    if (sequence === this.#acknowledged) return undefined
    this.#acknowledged = sequence
    const participant = this.code
    const data = { sequence, digest, stage: 'applied' }
    const id = `receipt/${sequence}`
    const who = { authtype: 'system', authid: 'connector' } as const
    return said({ participant, id, type: 'feed.acknowledged', subject: participant, ...who, data }, time)
  }

  act(tick: Tick): readonly Said[] {
    this.#changes.settle()
    return this.#agenda
      .takeUpTo(tick.index)
      .sort(byName(taskName))
      .flatMap((task) => this.#do(task, tick) ?? [])
  }

  #do(task: Task, tick: Tick): Said | undefined {
    if (task.what === 'change') return this.#changes.make(task.number, tick.time)
    if ('of' in task && task.what !== 'certificate') {
      const { of, round } = task
      if (this.#cases.get(of.approval) !== of || of.state !== 'OPEN' || of.round !== round) return undefined
      if (task.what === 'accept' && of.accepted) return undefined
      const values = this.#records.get(of.record)?.values
      const practice = this.#office.system.items[of.item]
      if (task.what === 'decide' && practice?.needs.some((path) => !values?.has(path))) {
        this.#agenda.add(this.#world.timetable.workAfter(tick.index, 0), task)
        return undefined
      }
    }
    const record = 'of' in task ? task.of.record : task.record
    return actOn(task, tick, this.#records.get(record), this.#office)
  }

  #follow(event: ShownEvent): void {
    const { type, subject } = event
    if (type === 'yibiao.filing.routed.v1') this.#routed(event)
    const shown = this.#records.get(subject)
    if (event.data.changes !== undefined) shown?.show(event.data.changes)
    const one = event.data.approval === undefined ? undefined : this.#cases.get(event.data.approval)
    switch (type) {
      case 'yibiao.approvals.opened.v1':
        for (const approval of event.data.approvals ?? []) this.#open(this.#cases.get(approval), 1)
        break
      case 'yibiao.approvals.closed.v1':
        for (const approval of event.data.approvals ?? []) this.#end(this.#cases.get(approval))
        break
      case 'yibiao.supplement.requested.v1':
        if (one) one.state = 'SUPPLEMENT'
        break
      case 'yibiao.supplement.provided.v1':
        this.#open(one, (event.data.round ?? 0) + 1)
        break
      case 'yibiao.acceptance.deemed.v1':
        if (one) one.accepted = true
        break
      case 'yibiao.filing.withdrawn.v1':
      case 'yibiao.filing.refused.v1':
        this.#endFiling(event.filing)
        break
      case 'yibiao.record.changed.v1':
        this.#confirm(event)
        break
      default:
        this.#outcome(event, one, shown)
    }
  }

  #routed({ data, subject, filing }: ShownEvent): void {
    for (const { approval, item, kind, participant, state } of data.routed) {
      if (participant !== this.code) continue
      const one: OpenCase = {
        ...{ approval, item, kind, record: subject, filing: filing ?? '' },
        ...{ state: 'WAITING', round: 1, accepted: false },
      }
      this.#cases.set(approval, one)
      const shown = this.#records.get(subject) ?? new ShownRecord()
      shown.open += 1
      this.#records.set(subject, shown)
      const ofFiling = this.#byFiling.get(one.filing) ?? new Set()
      this.#byFiling.set(one.filing, ofFiling.add(approval))
      if (state === 'OPEN') this.#open(one, 1)
    }
  }

  #open(one: OpenCase | undefined, round: number): void {
    if (one === undefined) return
    // A supplement does not open what still waits for something else.
    if (round === 1 || one.state === 'SUPPLEMENT') one.state = 'OPEN'
    one.round = round
    for (const [tick, task] of planOf(one, this.#tick, this.#world)) this.#agenda.add(tick, task)
  }

  /** An own decision has come back recorded, or the registrar's. */
  #outcome(event: ShownEvent, one: OpenCase | undefined, shown: ShownRecord | undefined): void {
    const { type, subject, source, data } = event
    const { draws, timetable } = this.#world
    if (one !== undefined && source === sourceOf(this.code)) {
      if (!/^yibiao\.(approval\.(granted|recorded|refused)|enterprise\.registered)\.v1$/.test(type)) return
      if (data.certificateFollows === true) {
        const delay = draws.between(`${one.approval}/certificate`, delays.certificate)
        this.#agenda.add(timetable.workAfter(this.#tick, delay), { what: 'certificate', of: one })
      }
      if (type !== 'yibiao.approval.refused.v1' && shown !== undefined)
        this.#changes.learn(one.item, registeredOf(subject, shown))
      this.#end(one)
    }
    if (type !== 'yibiao.enterprise.registered.v1' || this.code !== 'AMR') return
    if (draws.happens(`${subject}/duty`, shares.dutyMet)) {
      const delay = draws.between(`${subject}/duty-delay`, delays.duty)
      const filing = event.filing ?? ''
      this.#agenda.add(timetable.workAfter(this.#tick, delay), { what: 'duty', record: subject, filing })
    }
  }

  /** The tax authority agrees with an address that it finds right. */
  #confirm({ id, subject, data }: ShownEvent): void {
    const { draws, timetable } = this.#world
    if (this.code !== 'TAX' || !data.changes?.some(({ path }) => path === '/domicile/text')) return
    if (!draws.happens(`${id}/confirm`, shares.confirmed)) return
    const delay = draws.between(`${id}/delay`, delays.confirmation)
    const task: Task = { what: 'confirm', record: subject, cause: id }
    this.#agenda.add(timetable.workAfter(this.#tick, delay), task)
  }

  #endFiling(filing: string | undefined): void {
    for (const approval of this.#byFiling.get(filing ?? '') ?? []) this.#end(this.#cases.get(approval))
  }

  #end(one: OpenCase | undefined): void {
    if (one === undefined || !this.#cases.delete(one.approval)) return
    one.state = 'DECIDED'
    const ofFiling = this.#byFiling.get(one.filing)
    ofFiling?.delete(one.approval)
    if (ofFiling?.size === 0) this.#byFiling.delete(one.filing)
    const shown = this.#records.get(one.record)
    if (shown === undefined) return
    shown.open -= 1
    if (shown.open === 0) this.#records.delete(one.record)
  }
}

/** What a department remembers of an enterprise for as long as there may be changes. */
const registeredOf = (record: string, { values }: ShownRecord): Registered => ({
  record,
  capitalFen: values.number('/capital/amountFen') ?? 0,
  ownFen: values.number('/shareholders/S1/subscribedFen') ?? 0,
})
