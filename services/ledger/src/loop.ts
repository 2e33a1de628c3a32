import type { Append, AppendOutcome } from '@yibiao/event-store'
import type { BusMessage, OffsetExpiry } from '@yibiao/message-bus'
import { isReferenceEvent } from '@yibiao/projections'
import { decodeEvent, inboundTopic, issue } from '@yibiao/schemas'
import type { Counter, Histogram } from '@yibiao/telemetry'
import type { Claim } from '../domain/context.ts'
import { Claims, oneClaimantEach } from './claims.ts'
import { ConsumerFault } from './consumer-fault.ts'
import { Expiries } from './expiries.ts'
import { takeIn } from './intake.ts'
import type { Lane, LaneMessage, LaneResult, StatelessRefusal } from './lane.ts'
import { listPublication } from './listing.ts'
import { defaultCacheSize, defaultViewCacheSize, type LedgerOptions, ledgerGroup } from './options.ts'
import { PlainLane } from './plain-lane.ts'
import { RecordLane } from './record-lane.ts'
import { digestOf, recordRefusal, refusalIdOf } from './recording.ts'
import { streamOf } from './streams.ts'

const largestAppend = 1_000

type Appended = Extract<AppendOutcome, { readonly status: 'appended' }>

/** Claims met in one run: those of other records, and those made for each stream. */
interface ClaimsOfRun {
  readonly taken: Map<string, string | undefined>
  readonly held: Map<string, readonly Claim[]>
}

/** What the ledger does with a batch: sort, decide, claim, append, settle; again where somebody else was faster. */
export class Loop {
  readonly #options: LedgerOptions
  readonly #claims: Claims
  readonly #expiries: Expiries
  readonly #consumerFault: ConsumerFault
  readonly #records: RecordLane
  readonly #others: PlainLane
  readonly #messages: Counter<'yibiao_ledger_messages_total'>
  readonly #refusals: Counter<'yibiao_ledger_refusals_total'>
  readonly #conflicts: Counter<'yibiao_ledger_conflicts_total'>
  readonly #batches: Histogram<'yibiao_ledger_batch_messages'>
  readonly #seconds: Histogram<'yibiao_ledger_commit_seconds'>
  fault: { since: number; error: string } | undefined

  constructor(options: LedgerOptions) {
    const { store, clock, references, mode, registry } = options
    const { cacheSize = defaultCacheSize, viewCacheSize = defaultViewCacheSize } = options
    this.#options = options
    this.#messages = options.metrics.counter('yibiao_ledger_messages_total')
    this.#refusals = options.metrics.counter('yibiao_ledger_refusals_total')
    this.#conflicts = options.metrics.counter('yibiao_ledger_conflicts_total')
    this.#batches = options.metrics.histogram('yibiao_ledger_batch_messages')
    this.#seconds = options.metrics.histogram('yibiao_ledger_commit_seconds')
    this.#claims = new Claims(store, clock)
    this.#expiries = new Expiries(store, clock)
    const ask = () => options.bus.offsets(ledgerGroup, [inboundTopic('PAB')])
    this.#consumerFault = new ConsumerFault(ask, () => {
      this.fault = undefined
    })
    this.#records = new RecordLane({
      store,
      references,
      logger: options.logger,
      clock,
      mode,
      registry,
      cacheSize,
      viewCacheSize,
    })
    this.#others = new PlainLane({ store, references, clock, cacheSize: 1_000 })
  }

  get standstill(): { readonly since: number; readonly error: string } | undefined {
    return this.#expiries.first
  }

  failed(error: unknown): void {
    const { clock, logger } = this.#options
    const text = error instanceof Error ? error.message : String(error)
    const { expiry } = error as { readonly expiry?: OffsetExpiry }
    if (expiry !== undefined) {
      logger.error({ err: error }, 'ledger: a partition stands still until an operator decides')
      this.#expiries.note(expiry, text).catch((fault: unknown) => this.failed(fault))
      return
    }
    this.fault ??= { since: clock.now(), error: text }
    if (ConsumerFault.is(error)) this.#consumerFault.note()
    logger.error({ err: error }, 'ledger: batch failed, it will be taken again')
  }

  stop(): void {
    this.#consumerFault.stop()
  }

  async run(messages: readonly BusMessage[]): Promise<void> {
    const began = performance.now()
    // Cut behind each publication: what follows it in the batch is decided with it in force.
    for (let from = 0; from < messages.length; ) from = await this.#runFrom(messages, from)
    this.fault = undefined
    this.#batches.observe({}, messages.length)
    this.#seconds.observe({}, (performance.now() - began) / 1_000)
  }

  /** Decides and stores the messages from one on, up to a publication. Returns where to go on. */
  async #runFrom(messages: readonly BusMessage[], from: number): Promise<number> {
    const { refusals, lanes, next } = this.#sort(messages, from)
    const claims: ClaimsOfRun = { taken: new Map(), held: new Map() }
    try {
      let open = await this.#round(lanes, refusals, claims)
      while (open.size > 0) open = await this.#round(open, [], claims)
    } catch (error) {
      for (const stream of lanes.keys()) this.#laneOf(stream).forget(stream)
      throw error
    }
    return next
  }

  /** Records that a message could not be dealt with, with its bytes. */
  async refuse(received: BusMessage, reference: string): Promise<void> {
    const digest = digestOf(received.value)
    const issues = [issue('YB_INTERNAL', '', { reference })] as const
    const { append } = recordRefusal({}, received, issues, refusalIdOf(digest), this.#options.clock.now())
    await this.#append([], [{ digest, event: append }])
    this.#messages.add({ outcome: 'refused' })
    this.#refusals.add({ code: issues[0].code })
    this.fault = undefined
  }

  /** Reads every message up to a publication; groups the readable ones by stream, in their order. */
  #sort(messages: readonly BusMessage[], from: number) {
    const references = this.#options.references.current()
    const refusals: StatelessRefusal[] = []
    const lanes = new Map<string, LaneMessage[]>()
    let next = from
    for (let published = false; next < messages.length && !published; next += 1) {
      const received = messages[next] as BusMessage
      const intake = takeIn(received, references)
      if (intake.ok) {
        const stream = streamOf(intake.message, intake.participant)
        const lane = lanes.get(stream)
        if (lane) lane.push(intake)
        else lanes.set(stream, [intake])
        published = isReferenceEvent(intake.message.type)
        continue
      }
      const digest = digestOf(received.value)
      const now = this.#options.clock.now()
      const { append } = recordRefusal(intake.partial, received, intake.issues, refusalIdOf(digest), now)
      refusals.push({ digest, event: append })
      this.#messages.add({ outcome: 'refused' })
      this.#refusals.add({ code: intake.issues[0].code })
    }
    return { refusals, lanes, next }
  }

  /** Decides and stores every lane once. Returns those that must be decided again, on fresh state. */
  async #round(
    lanes: Map<string, LaneMessage[]>,
    refusals: readonly StatelessRefusal[],
    run: ClaimsOfRun,
  ): Promise<Map<string, LaneMessage[]>> {
    const results: LaneResult[] = []
    for (const [stream, messages] of lanes)
      results.push(await this.#laneOf(stream).decide(stream, messages, run.taken))
    const again = new Map<string, LaneMessage[]>()
    const retry = (stream: string) => {
      this.#laneOf(stream).forget(stream)
      again.set(stream, lanes.get(stream) as LaneMessage[])
    }

    const wanted = results.flatMap((one) => one.claims.map((claim) => ({ claim, stream: one.stream })))
    const { first, contested } = oneClaimantEach(wanted)
    for (const one of contested) retry(one.stream)
    const lost = await this.#claims.claim(first)
    for (const one of first)
      if (lost.has(one)) {
        run.taken.set(one.claim.stream, lost.get(one))
        retry(one.stream)
      } else run.held.set(one.stream, [...(run.held.get(one.stream) ?? []), one.claim])

    const ready = results.filter((one) => !again.has(one.stream))
    for (const { stream, expectedRevision, events } of ready)
      if (expectedRevision === 0 && isReferenceEvent(events[0]?.type ?? ''))
        await listPublication(this.#options.store, this.#options.clock, stream)
    const outcomes = await this.#append(ready, [...refusals, ...ready.flatMap((one) => one.refusals)])
    for (const [index, result] of ready.entries()) {
      if (outcomes[index]) await this.#settle(result, run.held.get(result.stream) ?? [])
      else {
        this.#conflicts.add({})
        retry(result.stream)
      }
    }
    return again
  }

  /**
   * Appends each result's events at its exact revision, and the refusals, all in one group commit. True where the events
   * were stored. A refusal's stream is named by the bytes: a conflict there means that it is on record already.
   */
  async #append(
    results: readonly LaneResult[],
    refusals: readonly StatelessRefusal[],
  ): Promise<readonly boolean[]> {
    const appends: Append[] = refusals.map(({ digest, event }) => ({
      stream: `refusal-${digest}`,
      expectedRevision: 0,
      events: [event],
    }))
    const owners: (number | undefined)[] = refusals.map(() => undefined)
    for (const [index, { stream, expectedRevision, events }] of results.entries())
      for (let from = 0; from < events.length; from += largestAppend) {
        const part = events.length <= largestAppend ? events : events.slice(from, from + largestAppend)
        appends.push({ stream, expectedRevision: expectedRevision + from, events: part })
        owners.push(index)
      }
    const stored = results.map(() => true)
    if (appends.length === 0) return stored
    for (const [index, outcome] of (await this.#options.store.append(appends)).entries()) {
      const owner = owners[index]
      if (owner === undefined) continue
      if (outcome.status === 'conflict') stored[owner] = false
      else await this.#learn(results[owner] as LaneResult, outcome)
    }
    return stored
  }

  /** A publication that was stored is in force for the next batch, from the very position it has in the history. */
  async #learn({ stream, events }: LaneResult, { firstRevision, lastRevision }: Appended): Promise<void> {
    if (!isReferenceEvent(events[0]?.type ?? '')) return
    const limit = lastRevision - firstRevision + 1
    for (const stored of await this.#options.store.readStream(stream, { from: firstRevision, limit }))
      this.#options.references.apply(decodeEvent(stored))
  }

  /** What was claimed on the way and is not wanted in the end is given back, like what the decision itself gives back. */
  async #settle(result: LaneResult, held: readonly Claim[]): Promise<void> {
    const wanted = new Set(result.claims.map((claim) => claim.stream))
    const releases = [...result.releases, ...held.filter((claim) => !wanted.has(claim.stream))]
    if (releases.length > 0)
      await this.#claims.release(releases.map((claim) => ({ claim, stream: result.stream })))
    result.keep()
    this.#messages.add({ outcome: 'recorded' }, result.counts.accepted)
    this.#messages.add({ outcome: 'refused' }, result.counts.refused)
    this.#messages.add({ outcome: 'repeated' }, result.counts.duplicates)
    for (const code of result.refused) this.#refusals.add({ code })
  }

  #laneOf(stream: string): Lane {
    return stream.startsWith('registration-') ? this.#records : this.#others
  }
}
