import type { EventStore } from '@yibiao/event-store'
import { FeedReader, type ReadModel, type References } from '@yibiao/projections'
import { contentDigest, normalizeId, type RecordedEvent } from '@yibiao/schemas'
import { badRequest, refusal } from '../http/problems.ts'
import { readRecord } from '../records/stream.ts'
import type { Ascending } from '../trace/ascending.ts'
import { cursorBefore, deliveriesOf } from '../trace/deliveries.ts'

/** What an operator asks to have sent again: a range of positions, a record, or both. */
export interface ReplayRequest {
  readonly participant?: string
  /** In place of the participant, where only one plays it. */
  readonly department?: string
  readonly record?: string
  readonly from?: number
  readonly to?: number
}

/** What a replay would do, for an operator to look at before he confirms it. */
export interface ReplayPlan {
  /** Over everything that decides what is sent; given back to confirm. */
  readonly plan: string
  readonly participant: string
  readonly record?: string
  /** Sequences of the participant's feed, first and last. */
  readonly from: number
  readonly to: number
  /** The positions of the first and the last event. */
  readonly positions: { readonly from: number; readonly to: number }
  readonly events: number
  /** Null where the range is too long to be counted. */
  readonly records: number | null
  /** What the participant has acknowledged of its feed so far: the last sequences. */
  readonly acknowledged: { readonly received: number; readonly applied: number }
  /** Matrices at the first event, at the last and now: what is sent is cut by the one then and the one now. */
  readonly matrixVersions: { readonly first: number; readonly last: number; readonly now: number }
}

export interface ReplayPlansOptions {
  readonly store: EventStore
  readonly references: References
  readonly readModel: ReadModel
  readonly history: string
  /** Longest range whose records are counted. */
  readonly counted: number
}

interface Range {
  readonly sequence: number
  readonly position: number
}

/** Makes the plans of replays. A plan is made from the history alone, so the same request has the same plan. */
export class ReplayPlans {
  readonly #options: ReplayPlansOptions

  constructor(options: ReplayPlansOptions) {
    this.#options = options
  }

  async make(asked: ReplayRequest): Promise<ReplayPlan> {
    const { record } = asked
    const request = record === undefined ? asked : { ...asked, record: normalizeId(record) }
    const { store, references, history } = this.#options
    const participant = this.#participantOf(request)
    const events = request.record === undefined ? undefined : await this.#recordOf(request.record)
    const reader = new FeedReader({ store, references, history, participant })
    const deliveries = deliveriesOf(store, participant)
    const wanted = await this.#positionsOf(request, events)
    const published = await reader.published()
    const first = await firstFrom(reader, deliveries, wanted.from)
    const last = wanted.to >= published.position ? published : await lastUpTo(reader, deliveries, wanted.to)
    if (first === undefined || last.sequence < first.sequence || first.sequence > published.sequence)
      throw badRequest(
        '',
        'Nothing of that has been published to the participant.',
        '该范围内没有已推送给该单位的内容。',
      )
    const counts = await this.#count(reader, first.sequence, last.sequence, request.record)
    if (counts.events === 0)
      throw badRequest(
        '/record',
        'Nothing of that record has been published to the participant.',
        '该档案没有已推送给该单位的内容。',
      )
    return this.#planOf(participant, request.record, first, last, counts)
  }

  async #planOf(
    participant: string,
    record: string | undefined,
    first: Range,
    last: Range,
    counts: { readonly events: number; readonly records: number | null },
  ): Promise<ReplayPlan> {
    const { references, history, readModel } = this.#options
    const decided = {
      participant,
      ...(record === undefined ? {} : { record }),
      from: first.sequence,
      to: last.sequence,
      positions: { from: first.position, to: last.position },
      ...counts,
      matrixVersions: {
        first: references.at(first.position).matrix.version,
        last: references.at(last.position).matrix.version,
        now: references.current().matrix.version,
      },
    }
    const { value } = await readModel.feedStates()
    const state = value.find((one) => one.participant === participant)
    return {
      plan: contentDigest({ history, ...decided }),
      ...decided,
      acknowledged: { received: state?.received?.sequence ?? 0, applied: state?.applied?.sequence ?? 0 },
    }
  }

  #participantOf({ participant, department }: ReplayRequest): string {
    const { byCode } = this.#options.references.current().participants
    if (participant !== undefined) {
      const known = byCode.get(participant)
      if (known && known.ours !== true) return participant
      throw refusal('YB_PARTICIPANT_UNKNOWN', '/participant', { participant })
    }
    const playing = [...byCode.values()].filter(
      (one) => one.ours !== true && one.departments.includes(department ?? ''),
    )
    const [only, ...others] = playing
    if (only && others.length === 0) return only.code
    const codes = playing.map((one) => one.code).join(', ')
    throw badRequest(
      '/participant',
      only ? `Name one participant: ${codes}.` : 'Name a participant.',
      only ? `请指定一个接入单位：${codes}。` : '请指定接入单位。',
    )
  }

  async #recordOf(record: string): Promise<readonly RecordedEvent[]> {
    const events = await readRecord(this.#options.store, record)
    if (events.length === 0) throw refusal('YB_RECORD_UNKNOWN', '/record', { record })
    return events
  }

  async #positionsOf(request: ReplayRequest, events: readonly RecordedEvent[] | undefined) {
    const head = await this.#options.store.head()
    const { from = events?.[0]?.position ?? 1, to = events?.at(-1)?.position ?? head } = request
    if (to > head) throw refusal('YB_POSITION_FUTURE', '/to', { position: to, head })
    if (from > to) throw badRequest('/from', 'from lies behind to.', 'from 不得大于 to。')
    return { from, to }
  }

  async #count(reader: FeedReader, from: number, to: number, record: string | undefined) {
    const length = to - from + 1
    if (record === undefined && length > this.#options.counted) return { events: length, records: null }
    const records = new Set<string>()
    let events = 0
    for await (const message of reader.from(from)) {
      if (message.sequence > to) break
      if (record !== undefined && message.key !== record) continue
      events += 1
      records.add(message.key)
    }
    return { events, records: records.size }
  }
}

/** The first message of a feed at a position or behind it. */
async function firstFrom(
  reader: FeedReader,
  deliveries: Ascending,
  position: number,
): Promise<Range | undefined> {
  for await (const message of reader.fold(await cursorBefore(deliveries, position)))
    if (message.position >= position) return message
  return undefined
}

/** The last message of a feed at a position or before it; where there is none, the beginning. */
async function lastUpTo(reader: FeedReader, deliveries: Ascending, position: number): Promise<Range> {
  const start = await cursorBefore(deliveries, position)
  let last: Range = start
  for await (const message of reader.fold(start)) {
    if (message.position > position) break
    last = message
  }
  return { sequence: last.sequence, position: last.position }
}
