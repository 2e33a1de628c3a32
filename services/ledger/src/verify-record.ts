import { isDeepStrictEqual } from 'node:util'
import { foldRecord, type References } from '@yibiao/projections'
import {
  type EventDataByType,
  eventIdOf,
  exchangeSource,
  legalDateOf,
  type Message,
  type RecordedEvent,
  recordStream,
} from '@yibiao/schemas'
import { type Conclusion, needsView } from '../domain/context.ts'
import { decide, isRecordMessage } from '../domain/decide.ts'
import { evolve } from '../domain/evolve.ts'
import { initialState, type RecordState } from '../domain/state.ts'
import { recalculated, type TimerFacts, timerDue, timerFacts } from '../domain/timers.ts'

export interface RecordFault {
  readonly stream: string
  readonly revision: number
  readonly problem: string
}

export interface VerifyRecordOptions {
  readonly references: References
  readonly mode: 'sandbox' | 'production'
  readonly registry: string
}

/**
 * Decides a record's whole life again from its messages: every message that was recorded must be accepted by the rules
 * and reference data of its time, what the exchange concluded from it must be exactly what it would conclude now, and what
 * fell due must stand where it fell due, with the dates that the pinned versions give.
 */
export function verifyRecord(
  record: string,
  events: readonly RecordedEvent[],
  options: VerifyRecordOptions,
): RecordFault[] {
  const verification = new Verification(record, events, options)
  for (const index of events.keys()) verification.take(index)
  verification.end()
  return verification.faults
}

/** What must follow in the stream, from a message or from a timer. */
interface Expected {
  /** Of the event from which it follows; undefined of a timer's own facts. */
  readonly cause: RecordedEvent | undefined
  readonly conclusions: Conclusion[]
  readonly from: string
}

class Verification {
  readonly faults: RecordFault[] = []
  readonly #record: string
  readonly #events: readonly RecordedEvent[]
  readonly #options: VerifyRecordOptions
  readonly #state: RecordState
  #expected: Expected | undefined

  constructor(record: string, events: readonly RecordedEvent[], options: VerifyRecordOptions) {
    this.#record = record
    this.#events = events
    this.#options = options
    this.#state = initialState(record)
  }

  take(index: number): void {
    const event = this.#events[index] as RecordedEvent
    const isConcluded = event.source === exchangeSource && event.type !== 'yibiao.message.refused.v1'
    if (!isConcluded) {
      this.#nothingMissing(event)
      this.#noTimerMissing(event)
      if (isRecordMessage(event.type)) this.#decide(event, index)
    } else {
      if (event.authtype === 'timer' && !this.#expected?.conclusions.length) this.#due(event)
      this.#follows(event)
    }
    evolve(this.#state, event)
  }

  end(): void {
    const last = this.#events.at(-1)
    if (last) this.#nothingMissing(last)
  }

  #fault({ revision }: RecordedEvent, problem: string): void {
    this.faults.push({ stream: recordStream(this.#record), revision, problem })
  }

  #nothingMissing(event: RecordedEvent): void {
    const [missing] = this.#expected?.conclusions ?? []
    if (missing) this.#fault(event, `${missing.type} is missing after ${this.#expected?.from}`)
    this.#expected = undefined
  }

  /** Whatever fell due before a message arrived stands before it. */
  #noTimerMissing(event: RecordedEvent): void {
    if (event.receivedtime === undefined) return
    const missing = timerDue(this.#state, Date.parse(event.receivedtime))
    if (missing === undefined) return
    const { clock, mark, at } = missing
    this.#fault(event, `${mark} of ${clock.clock}, due ${new Date(at).toISOString()}, is missing before it`)
  }

  /** What an event of a timer must be: the next one that is due by the record's own clocks. */
  #due(event: RecordedEvent): void {
    const references = this.#options.references.at(event.position)
    if (event.type === 'yibiao.clocks.recalculated.v1') {
      const { calendar } = event.data as EventDataByType['yibiao.clocks.recalculated.v1']
      const next = references.calendars.find((one) => one.calendar.version === calendar)
      const all = next
        ? recalculated(this.#state, {
            references: { ...references, calendar: next.calendar },
            since: next.since,
          })
        : []
      this.#expect(all.find(({ filing }) => filing === event.filing))
      return
    }
    const timer = timerDue(this.#state, Date.parse(event.recordedtime))
    this.#expect(timer && timerFacts(this.#state, timer, references))
  }

  #expect(facts: TimerFacts | undefined): void {
    if (facts === undefined) return
    this.#expected = {
      cause: undefined,
      conclusions: [...facts.conclusions],
      from: `what fell due ${new Date(facts.at).toISOString()}`,
    }
  }

  #follows(event: RecordedEvent): void {
    const conclusion = this.#expected?.conclusions.shift()
    const cause = this.#expected?.cause
    if (!conclusion || conclusion.type !== event.type) {
      this.#fault(event, `${event.type} follows from no message`)
    } else if (!isDeepStrictEqual(conclusion.data, event.data) || conclusion.corrects !== event.corrects)
      this.#fault(event, `${event.type} differs from what follows`)
    else if (cause !== undefined && event.causationid !== cause.id)
      this.#fault(event, `${event.type} names another cause`)
    else if (cause !== undefined && event.filing !== (conclusion.filing ?? cause.filing))
      this.#fault(event, `${event.type} is of another filing`)
  }

  #decide(event: RecordedEvent, index: number): void {
    const { references, mode, registry } = this.#options
    if (event.id !== eventIdOf(event.source, event.messageid ?? '', 0))
      this.#fault(event, 'the id does not fit the message')
    const received = event.receivedtime ?? event.recordedtime
    const decision = decide(this.#state, event as Message, {
      participant: event.source.slice('/participants/'.length),
      receivedAt: Date.parse(received),
      receivedOn: legalDateOf(received),
      references: references.at(event.position),
      mode,
      registry,
      taken: new Map(),
      view: needsView(event) ? foldRecord(this.#record, this.#events.slice(0, index), references) : undefined,
    })
    if (decision.accepted)
      this.#expected = { cause: event, conclusions: [...decision.conclusions], from: event.type }
    else this.#fault(event, `${event.type} would be refused: ${decision.issues[0].en}`)
  }
}
