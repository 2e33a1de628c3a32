import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { verifyRecord } from '@yibiao/ledger'
import type { MaterialStore } from '@yibiao/materials'
import type { ProjectionFault, References } from '@yibiao/projections'
import {
  decodeEvent,
  type RecordedEvent,
  recordOfStream,
  recordStream,
  validateEventData,
} from '@yibiao/schemas'
import { ClaimAudit } from './claim-audit.ts'
import { FeedAudit } from './feed-audit.ts'
import { MaterialAudit } from './material-audit.ts'

export interface Fault {
  /** Which promise is broken. */
  readonly check: 'store' | 'event' | 'decision' | 'claim' | 'feed' | 'projection' | 'material'
  readonly where: string
  readonly problem: string
}

export interface FsckReport {
  readonly sound: boolean
  readonly head: number
  readonly events: number
  readonly records: number
  readonly claims: number
  readonly deliveries: number
  readonly receipts: number
  /** Files that were read; left out where none are kept. */
  readonly materials?: number
  readonly milliseconds: number
  readonly faults: readonly Fault[]
}

export interface FsckOptions {
  readonly store: EventStore
  /** Fresh: it learns the publications on the way, as they come in the history. */
  readonly references: References
  readonly history: string
  readonly mode: 'sandbox' | 'production'
  readonly registry: string
  /** Where the files of filings are; left out where none are kept. */
  readonly materials?: Pick<MaterialStore, 'open'>
  /** Proves the read database equal to a replay; left out where there is none. */
  readonly verifyProjections?: () => Promise<readonly ProjectionFault[]>
  readonly onProgress?: (done: number, total: number) => void
}

const page = 1_000
/** More are counted but not listed. */
const mostFaults = 1_000

interface StreamEnd {
  revision: number
  recordedTime: string
}

/**
 * Re-reads everything and proves it consistent: the store by its own promises, every event by its schema, every decision by
 * deciding it again, every claim by its record, every feed by folding it again, every view by replaying it, every file by its
 * digest.
 */
export async function fsck(options: FsckOptions): Promise<FsckReport> {
  const started = performance.now()
  const run = new Run(options)
  const head = await options.store.head()
  const verified = await options.store.verify()
  for (const { problem, position, stream } of verified.faults)
    run.fault('store', stream ?? `position ${position ?? '?'}`, problem)
  await run.readAll(head)
  await run.checkRecords()
  run.claims.check()
  await run.checkProjections()
  await run.materials?.check()
  return {
    sound: run.count === 0,
    head,
    events: run.events,
    records: run.records.size,
    claims: run.claims.size,
    deliveries: run.feeds.deliveries,
    receipts: run.feeds.receipts,
    ...(run.materials === undefined ? {} : { materials: run.materials.count }),
    milliseconds: Math.round(performance.now() - started),
    faults: run.faults,
  }
}

class Run {
  readonly #options: FsckOptions
  readonly faults: Fault[] = []
  count = 0
  events = 0
  readonly records = new Set<string>()
  readonly claims: ClaimAudit
  readonly feeds: FeedAudit
  readonly materials: MaterialAudit | undefined
  readonly #ends = new Map<string, StreamEnd>()

  constructor(options: FsckOptions) {
    this.#options = options
    const { store, references, history } = options
    this.feeds = new FeedAudit({
      store,
      references,
      history,
      fault: (where, what) => this.fault('feed', where, what),
    })
    this.claims = new ClaimAudit((where, what) => this.fault('claim', where, what))
    const { materials } = options
    this.materials =
      materials &&
      new MaterialAudit({ materials, fault: (where, what) => this.fault('material', where, what) })
  }

  fault(check: Fault['check'], where: string, problem: string): void {
    this.count += 1
    if (this.faults.length < mostFaults) this.faults.push({ check, where, problem })
  }

  /** One pass in position order: envelopes, schemas, orders, feeds. */
  async readAll(head: number): Promise<void> {
    const { store, onProgress } = this.#options
    let after = 0
    while (after < head) {
      const stored = await store.readAll({ after, until: head, limit: page })
      if (stored.length === 0) break
      for (const one of stored) await this.#readOne(one)
      after = stored.at(-1)?.position ?? head
      onProgress?.(after, head)
    }
  }

  async #readOne(stored: StoredEvent): Promise<void> {
    this.events += 1
    const where = `${stored.stream}/${stored.revision}`
    let event: RecordedEvent
    try {
      event = decodeEvent(stored)
    } catch (error) {
      this.fault('event', where, `not JSON: ${String(error)}`)
      return
    }
    if (event.id !== stored.id || event.type !== stored.type)
      this.fault('event', where, 'id or type differ from the store')
    for (const one of validateEventData(event.type, event.data).slice(0, 3))
      this.fault('event', where, `${one.pointer}: ${one.en}`)
    this.#order(stored, event, where)
    const record = recordOfStream(stored.stream)
    if (record !== undefined) this.records.add(record)
    this.claims.take(stored.stream, event)
    this.materials?.take(event, where)
    await this.feeds.take(stored, event)
  }

  #order(stored: StoredEvent, event: RecordedEvent, where: string): void {
    const end = this.#ends.get(stored.stream) ?? { revision: 0, recordedTime: '' }
    if (stored.revision !== end.revision + 1) this.fault('event', where, `follows revision ${end.revision}`)
    if (event.recordedtime < end.recordedTime) this.fault('event', where, 'recorded before its predecessor')
    end.revision = stored.revision
    end.recordedTime = event.recordedtime
    this.#ends.set(stored.stream, end)
  }

  /** Decides every record again. */
  async checkRecords(): Promise<void> {
    const { references, mode, registry } = this.#options
    for (const record of this.records) {
      const events = await this.#readRecord(record)
      for (const { stream, revision, problem } of verifyRecord(record, events, {
        references,
        mode,
        registry,
      }))
        this.fault('decision', `${stream}/${revision}`, problem)
      this.claims.bear(record, events)
    }
  }

  async #readRecord(record: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = []
    for (;;) {
      const stored = await this.#options.store.readStream(recordStream(record), { from: events.length + 1 })
      if (stored.length === 0) return events
      events.push(...stored.map((one) => decodeEvent(one)))
    }
  }

  async checkProjections(): Promise<void> {
    for (const { projection, key, path, problem } of (await this.#options.verifyProjections?.()) ?? [])
      this.fault('projection', [projection, key, path].filter((one) => one !== undefined).join(' '), problem)
  }
}
