import { foldRecord, References, type ReferencesInForce } from '@yibiao/projections'
import {
  type EventDataByType,
  type EventToRecord,
  eventIdOf,
  legalDateOf,
  type Message,
  makeForm,
  type OneForm,
  type RecordedEvent,
  shippedReference,
  sourceOf,
} from '@yibiao/schemas'
import type { Decision, DecisionContext } from '../domain/context.ts'
import { decide } from '../domain/decide.ts'
import { evolve } from '../domain/evolve.ts'
import { initialState, type RecordState, type RunningClock } from '../domain/state.ts'
import { nextFacts } from '../domain/timers.ts'

export const record = 'R0000000000000'
export const filing = 'F0000000000000'
const time = '2026-09-24T02:00:00.000Z'

/** The shipped reference data as if published, under one position. */
export function references(): References {
  const shipped = shippedReference()
  const all = new References()
  let position = 0
  const publish = (type: string, content: unknown) => {
    position += 1
    all.apply({
      type: `yibiao.${type}.published.v1`,
      position,
      recordedtime: '2026-01-01T00:00:00.000Z',
      data: { content },
    } as RecordedEvent)
  }
  publish('matrix', shipped.matrix.content)
  publish('participants', shipped.participants.content)
  for (const item of shipped.catalogue) publish('catalogue', item.content)
  for (const process of shipped.processes) publish('process', process.content)
  for (const calendar of shipped.calendars) publish('calendar', calendar.content)
  return all
}

export const inForce: ReferencesInForce = references().current()

let count = 0
/** A message of a participant about the record. */
export function message(
  participant: string,
  type: string,
  data: unknown,
  more: Partial<Message> = {},
): Message {
  count += 1
  return {
    specversion: '1.0',
    id: `${participant}-${count}`,
    source: sourceOf(participant),
    type: `yibiao.${type}.v1`,
    subject: record,
    time,
    filing,
    authtype: 'officer',
    authid: 'officer-1',
    data,
    ...more,
  }
}

/** A life of one record, told message by message; every message must be accepted unless a test looks at the answer. */
export class Life {
  readonly state: RecordState = initialState(record)
  readonly events: RecordedEvent[] = []
  taken: DecisionContext['taken'] = new Map()
  references: ReferencesInForce = inForce
  mode: DecisionContext['mode'] = 'sandbox'
  /** When the next message arrives, epoch milliseconds. */
  now = Date.parse(time)

  decide(one: Message): Decision {
    const context: DecisionContext = {
      participant: one.source.slice('/participants/'.length),
      receivedAt: this.now,
      receivedOn: legalDateOf(this.now),
      references: this.references,
      mode: this.mode,
      registry: '2202',
      taken: this.taken,
      view: foldRecord(record, this.events, { at: () => this.references }),
    }
    return decide(this.state, one, context)
  }

  /** Moves on to a moment, as an alarm does; returns what fell due on the way, in order. */
  pass(instant: string): string[] {
    this.now = Date.parse(instant)
    const passed: string[] = []
    for (;;) {
      const due = nextFacts(this.state, this.now, this.references)
      if (due.length === 0) return passed
      for (const facts of due)
        for (const [ordinal, conclusion] of facts.conclusions.entries()) {
          this.#record({
            ...message('X', 'x', conclusion.data),
            id: facts.idOf(ordinal),
            source: '/exchange',
            type: conclusion.type,
            time: new Date(facts.at).toISOString(),
            authtype: 'timer',
            filing: facts.filing,
            recordedtime: new Date(this.now).toISOString(),
            ...(facts.effectivefrom === undefined || ordinal > 0
              ? {}
              : { effectivefrom: facts.effectivefrom }),
          })
          passed.push(conclusion.type.replace(/^yibiao\.|\.v1$/g, ''))
        }
    }
  }

  /** Tells at a moment; what fell due before comes first. */
  tellAt(instant: string, one: Message): string[] {
    return [...this.pass(instant), ...this.tell(one)]
  }

  /** The last event of a type. */
  last<T extends keyof EventDataByType>(type: T): EventDataByType[T] {
    const found = this.events.findLast((event) => event.type === type)
    if (!found) throw new Error(`no ${type}`)
    return found.data as EventDataByType[T]
  }

  /** A clock of the filing as it stands. */
  clock(name: string): RunningClock {
    const found = this.state.filings.get(filing)?.clocks.get(name)
    if (!found) throw new Error(`no clock ${name}`)
    return found
  }

  /** Decides and records; returns the types concluded. Throws when refused, with every issue. */
  tell(one: Message): string[] {
    const decision = this.decide(one)
    if (!decision.accepted)
      throw new Error(decision.issues.map((issue) => `${issue.code} ${issue.en}`).join('; '))
    const recordedtime = new Date(this.now).toISOString()
    const receivedtime = recordedtime
    const id = eventIdOf(one.source, one.id, 0)
    this.#record({ ...one, id, messageid: one.id, receivedtime, recordedtime })
    for (const [index, conclusion] of decision.conclusions.entries())
      this.#record({
        ...message('X', 'x', conclusion.data),
        id: eventIdOf(one.source, one.id, index + 1),
        source: '/exchange',
        type: conclusion.type,
        causationid: id,
        receivedtime,
        recordedtime,
        ...filedUnder(conclusion.filing ?? one.filing),
        ...(conclusion.corrects === undefined ? {} : { corrects: conclusion.corrects }),
      })
    return decision.conclusions.map((conclusion) => conclusion.type.replace(/^yibiao\.|\.v1$/g, ''))
  }

  /** The code of the first issue of a refusal, or 'accepted'. */
  refusal(one: Message): string {
    const decision = this.decide(one)
    return decision.accepted ? 'accepted' : decision.issues[0].code
  }

  approval(item: string): { state: string; round: number } {
    const found = this.state.filings.get(filing)?.approvals.get(`${filing}/${item}`)
    if (!found) throw new Error(`no approval ${item}`)
    return found
  }

  get items(): string[] {
    return [...(this.state.filings.get(filing)?.approvals.values() ?? [])].map((one) => one.item)
  }

  #record(event: EventToRecord): void {
    evolve(this.state, event)
    this.events.push({ ...event, position: this.events.length + 1, revision: this.events.length + 1 })
  }
}

const filedUnder = (filing: string | undefined) => (filing === undefined ? {} : { filing })

export const submitted = (form: OneForm): Message =>
  message(
    'PAB',
    'filing.submitted',
    { process: 'company-setup', form },
    { authtype: 'applicant', authid: 'a-1' },
  )

/** A life that begins with a submitted form, at this moment if not on 2026-09-24 at ten. */
export function livesWith(form: OneForm, at?: string): Life {
  const life = new Life()
  if (at !== undefined) life.now = Date.parse(at)
  life.tell(submitted(form))
  return life
}

export const anyForm = (seed = 1): OneForm => makeForm(seed)

/** The decision that says yes, as the approval's participant would say it. */
export function yes(life: Life, item: string): Message {
  const approval = life.state.filings.get(filing)?.approvals.get(`${filing}/${item}`)
  if (!approval) throw new Error(`no approval ${item}`)
  const { participant, kind, round } = approval
  const data = { approval: approval.approval, round }
  if (kind === 'REGISTRATION')
    return message(participant, 'enterprise.registered', {
      ...data,
      form: {
        uscc: '91220202PDY00001X5',
        establishedOn: '2026-09-30',
        status: '1',
        registryOrg: { code: '220202', name: '吉林市昌邑区市场监督管理局' },
      },
    })
  const type = kind === 'LICENCE' || kind === 'COMMITMENT' ? 'approval.granted' : 'approval.recorded'
  return message(participant, type, data)
}
