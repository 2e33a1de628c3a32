import type { EventStore } from '@yibiao/event-store'
import { foldRecord, type OneFormView, type References } from '@yibiao/projections'
import {
  decodeEvent,
  type EventToRecord,
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
import { type Claim, type Decision, nameClaim, needsView, refuse } from '../domain/context.ts'
import { decide } from '../domain/decide.ts'
import { evolve, fold } from '../domain/evolve.ts'
import { initialState, type RecordState } from '../domain/state.ts'
import { Cache } from './cache.ts'
import type { Lane, LaneMessage, LaneResult, StatelessRefusal } from './lane.ts'
import { digestOf, recordConclusion, recordMessage, recordRefusal, refusalIdOf } from './recording.ts'
import { readWhole } from './streams.ts'

/** Messages after which a name may have been given back. */
const mayRelease: ReadonlySet<string> = new Set([
  'yibiao.filing.withdrawn.v1',
  'yibiao.supplement.provided.v1',
  'yibiao.approval.refused.v1',
  'yibiao.record.changed.v1',
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
}

/** The lane of enterprise records: state from the cache or the stream, the pure decider, and nothing of its own. */
export class RecordLane implements Lane {
  readonly #options: RecordLaneOptions
  readonly #cache: Cache<RecordState>

  constructor(options: RecordLaneOptions) {
    this.#options = options
    this.#cache = new Cache(options.cacheSize)
  }

  forget(stream: string): void {
    this.#cache.delete(stream)
  }

  async decide(
    stream: string,
    messages: readonly LaneMessage[],
    taken: ReadonlySet<string>,
  ): Promise<LaneResult> {
    const state = this.#cache.get(stream) ?? (await this.#load(stream))
    // From here on the state runs ahead of the store; it is kept again only when the events are stored.
    this.#cache.delete(stream)
    const attempt = new Attempt(state, stream)
    for (const one of messages) {
      const before = state.messages.get(messageKey(one.message.source, one.message.id))
      if (before !== undefined) await this.#repeated(attempt, one, before)
      else this.#conclude(attempt, one, await this.#decideOne(attempt, one, taken))
    }
    return {
      stream,
      expectedRevision: attempt.expectedRevision,
      events: attempt.events,
      refusals: attempt.refusals,
      claims: attempt.claims,
      releases: attempt.releases,
      counts: attempt.counts,
      keep: () => this.#cache.set(stream, state),
    }
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

  async #decideOne(attempt: Attempt, one: LaneMessage, taken: ReadonlySet<string>): Promise<Decision> {
    const { references, mode, registry, logger } = this.#options
    const context = {
      participant: one.participant,
      receivedOn: legalDateOf(one.received.time),
      references: references.current(),
      mode,
      registry,
      taken,
      view: needsView.has(one.message.type) ? await this.#view(attempt) : undefined,
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

  /** The values in force, with what this batch has already decided. */
  async #view(attempt: Attempt): Promise<OneFormView> {
    const stored = await readWhole(this.#options.store, attempt.stream)
    const events = stored.slice(0, attempt.expectedRevision).map((one) => decodeEvent(one))
    // What this batch decided has no position yet; it stands behind everything that has one.
    for (const event of attempt.events)
      events.push({ ...event, position: Number.MAX_SAFE_INTEGER, revision: events.length + 1 })
    return foldRecord(attempt.state.record, events, this.#options.references)
  }

  #conclude(attempt: Attempt, one: LaneMessage, decision: Decision): void {
    const { message, received } = one
    const now = Math.max(this.#options.clock.now(), attempt.state.recordedTime)
    if (decision.accepted) {
      attempt.record(recordMessage(message, received, now))
      decision.conclusions.forEach((conclusion, index) => {
        attempt.record(recordConclusion(message, received, conclusion, index + 1, now))
      })
      attempt.claims.push(...decision.claims)
      attempt.releases.push(...decision.releases)
      attempt.counts.accepted += 1
    } else if (decision.scope === 'record') {
      const id = eventIdOf(message.source, message.id, 0)
      attempt.record(recordRefusal(message, received, decision.issues, id, now))
      attempt.counts.refused += 1
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
    for (const stored of await readWhole(this.#options.store, attempt.stream)) {
      const { form } = decodeEvent<{ form?: { name?: { full?: string } } }>(stored).data
      if (form?.name?.full !== undefined) names.add(form.name.full)
    }
    if (attempt.state.name !== undefined) names.delete(attempt.state.name)
    return [...names].map((name) => nameClaim(this.#options.registry, name))
  }

  async #recordedAt(attempt: Attempt, revision: number): Promise<EventToRecord | undefined> {
    if (revision > attempt.expectedRevision) return attempt.events[revision - attempt.expectedRevision - 1]
    const [stored] = await this.#options.store.readStream(attempt.stream, { from: revision, limit: 1 })
    return stored && decodeEvent(stored)
  }
}

/** One try at a stream's messages: the state running ahead, and what has been decided on the way. */
class Attempt {
  readonly state: RecordState
  readonly stream: string
  readonly expectedRevision: number
  readonly events: EventToRecord[] = []
  readonly refusals: StatelessRefusal[] = []
  readonly claims: Claim[] = []
  readonly releases: Claim[] = []
  readonly counts = { accepted: 0, refused: 0, duplicates: 0 }

  constructor(state: RecordState, stream: string) {
    this.state = state
    this.stream = stream
    this.expectedRevision = state.revision
  }

  record(event: EventToRecord): void {
    this.events.push(event)
    evolve(this.state, event)
  }

  refuse(one: LaneMessage, issues: Parameters<typeof recordRefusal>[2], now: number): void {
    const digest = digestOf(one.received.value)
    const event = recordRefusal(one.message, one.received, issues, refusalIdOf(digest), now)
    this.refusals.push({ digest, event })
    this.counts.refused += 1
  }
}

/** Whether a message says again what an event was recorded for, or what a refusal has the bytes or the digest of. */
function isRepeated(first: EventToRecord | RecordedEvent, { message, received }: LaneMessage): boolean {
  if (first.type !== 'yibiao.message.refused.v1') return sameContent(first, message)
  const { bytes, length, digest } = first.data as { bytes: string; length: number; digest: string }
  if (digest === digestOf(received.value)) return true
  const kept = Buffer.from(bytes, 'base64')
  return kept.length === length && sameContent(JSON.parse(kept.toString('utf8')) as Message, message)
}
