import { type EventStore, readWhole, type StoredEvent } from '@yibiao/event-store'
import type { OneFormView, References } from '@yibiao/projections'
import {
  decodeEvent,
  type ErrorCode,
  eventIdOf,
  issue,
  legalDateOf,
  type Message,
  messageKey,
  type RecordedEvent,
  recordOfStream,
  sameContent,
} from '@yibiao/schemas'
import type { Logger } from '@yibiao/telemetry'
import { type Claim, type Decision, nameClaim, needsView, refuse, type Taken } from '../domain/context.ts'
import { decide, isAlarm } from '../domain/decide.ts'
import { evolve, fold } from '../domain/evolve.ts'
import { namesGivenUp } from '../domain/names-given-up.ts'
import { initialState, namesHeld, type RecordState } from '../domain/state.ts'
import { nextFacts } from '../domain/timers.ts'
import { Cache } from './cache.ts'
import type { Lane, LaneMessage, LaneResult, StatelessRefusal } from './lane.ts'
import {
  digestOf,
  type EncodedAppend,
  type Recording,
  recordConclusion,
  recordMessage,
  recordRefusal,
  recordTimerFact,
  refusalIdOf,
} from './recording.ts'
import { Views } from './views.ts'

/** Messages after which a name may have been given back. */
const mayRelease: ReadonlySet<string> = new Set([
  'yibiao.filing.withdrawn.v1',
  'yibiao.supplement.provided.v1',
  'yibiao.approval.refused.v1',
  'yibiao.record.changed.v1',
  'yibiao.change.registered.v1',
  'yibiao.migration.completed.v1',
  'yibiao.enterprise.deregistered.v1',
])

export interface RecordLaneOptions {
  readonly store: EventStore
  readonly logger: Logger
  readonly references: References
  readonly clock: { now(): number }
  readonly mode: 'sandbox' | 'production'
  readonly registry: string
  /** How many records' states are kept in memory. */
  readonly cacheSize: number
  /** How many records' values. */
  readonly viewCacheSize: number
}

/** What this batch decided has no position yet; it stands behind everything that has one. */
const notYet = Number.MAX_SAFE_INTEGER

/** The lane of enterprise records: state from the cache or the stream, the pure decider, and nothing of its own. */
export class RecordLane implements Lane {
  readonly #options: RecordLaneOptions
  readonly #states: Cache<RecordState>
  readonly #views: Views

  constructor(options: RecordLaneOptions) {
    this.#options = options
    this.#states = new Cache(options.cacheSize)
    this.#views = new Views(options.store, options.references, options.viewCacheSize)
  }

  forget(stream: string): void {
    this.#states.delete(stream)
  }

  async decide(stream: string, messages: readonly LaneMessage[], taken: Taken): Promise<LaneResult> {
    const state = this.#states.get(stream) ?? (await this.#load(stream))
    const attempt = new Attempt(state, stream, this.#views)
    // From here on it runs ahead of the store; it is kept again only when the events are stored.
    this.forget(stream)
    for (const one of messages) {
      this.#passTime(attempt, one)
      if (isAlarm(one.message.type)) {
        this.#heard(attempt, one)
        continue
      }
      const before = state.messages.get(messageKey(one.message.source, one.message.id))
      if (before !== undefined) await this.#repeated(attempt, one, before)
      else {
        if (needsView(one.message)) await attempt.needView()
        this.#conclude(attempt, one, this.#decideOne(attempt, one, taken))
      }
    }
    return {
      stream,
      expectedRevision: attempt.expectedRevision,
      events: attempt.events,
      refusals: attempt.refusals,
      claims: attempt.claims,
      releases: attempt.releases,
      counts: attempt.counts,
      refused: attempt.refused,
      keep: () => {
        this.#states.set(stream, state)
        if (attempt.view !== undefined) this.#views.keep(stream, attempt.view)
      },
    }
  }

  /** Timers first: what fell due before the message arrived is in the history before it. */
  #passTime(attempt: Attempt, { received }: LaneMessage): void {
    const { state } = attempt
    const references = this.#options.references.current()
    for (;;) {
      const due = nextFacts(state, received.time, references)
      if (due.length === 0) return
      const now = Math.max(this.#options.clock.now(), state.recordedTime)
      for (const facts of due)
        for (const ordinal of facts.conclusions.keys())
          attempt.record(recordTimerFact(state.record, facts, ordinal, now))
    }
  }

  /** An alarm has done its work once time has passed; it is no event. */
  #heard(attempt: Attempt, one: LaneMessage): void {
    const { state } = attempt
    if (state.filings.size > 0) attempt.counts.duplicates += 1
    else
      attempt.refuse(
        one,
        [issue('YB_RECORD_UNKNOWN', '/subject', { record: state.record })],
        this.#options.clock.now(),
      )
  }

  async #load(stream: string): Promise<RecordState> {
    const record = recordOfStream(stream) as string
    const stored = await readWhole(this.#options.store, stream)
    return stored.length === 0
      ? initialState(record)
      : fold(
          record,
          stored.map((one) => decodeEvent(one)),
        )
  }

  #decideOne(attempt: Attempt, one: LaneMessage, taken: Taken): Decision {
    const { references, mode, registry, logger } = this.#options
    const context = {
      participant: one.participant,
      receivedAt: one.received.time,
      receivedOn: legalDateOf(one.received.time),
      references: references.current(),
      mode,
      registry,
      taken,
      view: needsView(one.message) ? attempt.view : undefined,
    }
    try {
      return decide(attempt.state, one.message, context)
    } catch (error) {
      // A message that breaks the decider must not hold up everybody behind it: it is refused, with its bytes on record.
      const reference = eventIdOf(one.message.source, one.message.id, 0)
      logger.error({ err: error, reference }, 'ledger: the decider failed on a message')
      return refuse('message', issue('YB_INTERNAL', '', { reference }))
    }
  }

  #conclude(attempt: Attempt, one: LaneMessage, decision: Decision): void {
    const { message, received } = one
    const now = Math.max(this.#options.clock.now(), attempt.state.recordedTime)
    if (decision.accepted) {
      const recording = recordMessage(one, now)
      attempt.record(recording)
      for (const [index, conclusion] of decision.conclusions.entries())
        attempt.record(recordConclusion(one, recording.append.id, conclusion, index + 1, now))
      attempt.claims.push(...decision.claims)
      attempt.releases.push(...decision.releases)
      attempt.counts.accepted += 1
    } else if (decision.scope === 'record') {
      const id = eventIdOf(message.source, message.id, 0)
      attempt.record(recordRefusal(message, received, decision.issues, id, now))
      attempt.counts.refused += 1
      attempt.refused.push(decision.issues[0].code)
    } else attempt.refuse(one, decision.issues, now)
  }

  /**
   * A message id seen before. Equal content changes nothing, whatever came of it the first time. Other content is
   * refused, outside the record's stream: the digest of the bytes makes that refusal idempotent by itself.
   */
  async #repeated(attempt: Attempt, one: LaneMessage, revision: number): Promise<void> {
    const first = await this.#recordedAt(attempt, revision)
    if (first !== undefined && isRepeated(first, one)) {
      attempt.counts.duplicates += 1
      if (mayRelease.has(one.message.type)) attempt.releases.push(...(await this.#abandoned(attempt)))
      return
    }
    const objection = issue('YB_MESSAGE_ID_REUSED', '/id', { id: one.message.id })
    attempt.refuse(one, [objection], this.#options.clock.now())
  }

  /** Names the record once claimed and no longer bears: a crash may have come between the event and the release. */
  async #abandoned(attempt: Attempt): Promise<Claim[]> {
    const names = new Set<string>()
    type Naming = { readonly name?: { readonly full?: string } } | undefined
    const events = (await readWhole(this.#options.store, attempt.stream)).map((one) => decodeEvent(one))
    for (const { data } of events) {
      const { form, amended } = data as { form?: Naming; amended?: Naming }
      for (const named of [form, amended]) if (named?.name?.full !== undefined) names.add(named.name.full)
    }
    for (const name of namesHeld(attempt.state)) names.delete(name)
    const until = new Map(
      namesGivenUp(attempt.state.record, events).map((one) => [one.name, one.until] as const),
    )
    return [...names].map((name) => {
      const last = until.get(name)
      return {
        ...nameClaim(this.#options.registry, name),
        ...(last === undefined ? {} : { protectedUntil: last }),
      }
    })
  }

  async #recordedAt(attempt: Attempt, revision: number): Promise<RecordedEvent | undefined> {
    const own = attempt.events[revision - attempt.expectedRevision - 1]
    if (own !== undefined) return decodeEvent({ data: own.data, position: notYet, revision })
    const [stored] = await this.#options.store.readStream(attempt.stream, { from: revision, limit: 1 })
    return stored && decodeEvent(stored)
  }
}

/** One try at a stream's messages: state and view running ahead, and what has been decided on the way. */
class Attempt {
  readonly state: RecordState
  readonly stream: string
  readonly expectedRevision: number
  /** Once a message has asked for it, kept up with what is recorded. */
  view: OneFormView | undefined
  readonly #views: Views
  readonly events: EncodedAppend[] = []
  readonly refusals: StatelessRefusal[] = []
  readonly claims: Claim[] = []
  readonly releases: Claim[] = []
  readonly counts = { accepted: 0, refused: 0, duplicates: 0 }
  readonly refused: ErrorCode[] = []

  constructor(state: RecordState, stream: string, views: Views) {
    this.state = state
    this.stream = stream
    this.expectedRevision = state.revision
    this.#views = views
  }

  /** Gets the values in force, with what has been decided on the way. */
  async needView(): Promise<void> {
    if (this.view !== undefined) return
    let view = await this.#views.at(this.stream, this.expectedRevision)
    for (const [index, append] of this.events.entries())
      view = this.#views.after(view, this.#storedAs(append, this.expectedRevision + index + 1))
    this.view = view
  }

  record({ event, append }: Recording): void {
    this.events.push(append)
    evolve(this.state, event)
    if (this.view !== undefined)
      this.view = this.#views.after(this.view, this.#storedAs(append, this.state.revision))
  }

  #storedAs({ id, type, data }: EncodedAppend, revision: number): StoredEvent {
    return { id, type, data, revision, stream: this.stream, position: notYet }
  }

  refuse(one: LaneMessage, issues: Parameters<typeof recordRefusal>[2], now: number): void {
    const digest = digestOf(one.received.value)
    const { append } = recordRefusal(one.message, one.received, issues, refusalIdOf(digest), now)
    this.refusals.push({ digest, event: append })
    this.counts.refused += 1
    this.refused.push(issues[0].code)
  }
}

/** Whether a message says again what an event was recorded for, or what a refusal has the bytes or the digest of. */
function isRepeated(first: RecordedEvent, { message, received }: LaneMessage): boolean {
  if (first.type !== 'yibiao.message.refused.v1') return sameContent(first, message)
  const { bytes, length, digest } = first.data as { bytes: string; length: number; digest: string }
  if (digest === digestOf(received.value)) return true
  const kept = Buffer.from(bytes, 'base64')
  return kept.length === length && sameContent(JSON.parse(kept.toString('utf8')) as Message, message)
}
