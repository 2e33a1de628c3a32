import { legalDateOf } from '@yibiao/schemas'
import type { ExceptionView } from '../exceptions/projection.ts'
import { elapsedOf, groundsOf } from '../explanation/explain.ts'
import type { FeedStateView } from '../feed-state/view.ts'
import type { ApprovalView, ClockView, FilingView } from '../filing-board/view.ts'
import type { ReferencesInForce } from '../references/index.ts'
import type { RefusalView } from '../refusals/projection.ts'
import { catalogueKpis } from './catalogue.ts'
import { type Kpi, kpiOf, meanOf, medianOf, quantile, ratioOf, Tally } from './tally.ts'

export interface KpiOptions {
  readonly references: ReferencesInForce
  /** Only what is this department's. */
  readonly department?: string | undefined
  /** Epoch milliseconds. */
  readonly now: number
  /** Whether asking for what is held already is refused at all in this version, and by which code. */
  readonly heldCode?: string | undefined
}

/** A value that stands disputed. */
export interface Dispute {
  readonly record: string
  /** When it was recorded, RFC 3339 UTC. */
  readonly since: string
}

/** How long a delivery took to be applied. */
export interface Latency {
  readonly participant: string
  readonly milliseconds: number
}

/** Processes that come after the set-up say so; one that says nothing is a set-up. */
function isSetUp({ process, processVersion }: FilingView, references: ReferencesInForce): boolean {
  const { kind = 'SETUP' } = (references.process(process, processVersion) ?? {}) as { readonly kind?: string }
  return kind === 'SETUP'
}

/**
 * The indicators over a stretch of the board. Pure: take first the exceptions (`OVERDUE` and `NOTICE` are looked at), then
 * the filings, then the rest, in any order within each; then ask for the result.
 */
export class KpiFold {
  readonly #options: KpiOptions
  /** Approvals with an overdue card that stands. */
  readonly #overdue = new Set<string>()
  readonly #notices = new Map<string, string[]>()
  readonly #filings = new Set<string>()
  readonly #parallel = new Tally()
  readonly #instant = new Tally()
  readonly #actual = new Tally()
  readonly #onTime = new Tally()
  readonly #green = new Tally()
  readonly #setup = new Tally()
  readonly #publicity = new Tally()
  readonly #violations = new Tally()
  readonly #repeated = new Tally()
  readonly #unacked = new Tally()
  readonly #disputes = new Tally()
  readonly #latencies = new Tally()
  #asked = 0
  #unackedCount = 0
  #oldest: number | undefined

  constructor(options: KpiOptions) {
    this.#options = options
  }

  exception({ kind, state, approval, filing, exception }: ExceptionView): void {
    if (state === 'REVERSED' || approval === null) return
    if (kind === 'OVERDUE') this.#overdue.add(approval)
    if (kind === 'NOTICE') {
      const known = this.#notices.get(filing) ?? []
      this.#notices.set(filing, [...known, `${approval} ${exception}`])
    }
  }

  filing(view: FilingView): void {
    const own = view.approvals.filter((one) => this.#isOwn(one.department))
    if (this.#options.department !== undefined && own.length === 0) return
    this.#filings.add(view.filing)
    const { references } = this.#options
    if (isSetUp(view, references)) {
      this.#parallel.count(view.filing, view.approvals.length > 0)
      this.#setupTime(view)
    }
    this.#publicityOf(view)
    for (const one of own) this.#approval(view, one)
    const ownIds = new Set(own.map(({ approval }) => approval))
    for (const notice of this.#notices.get(view.filing) ?? []) {
      const [approval = '', exception = ''] = notice.split(' ')
      if (ownIds.has(approval)) this.#violations.note(exception, false)
    }
  }

  refusal({ code, refusal, filing }: RefusalView): void {
    if (code !== this.#options.heldCode || filing === null || !this.#filings.has(filing)) return
    this.#repeated.note(refusal, false)
  }

  feed({ participant, sent, applied }: FeedStateView): void {
    const { participants } = this.#options.references
    const played = participants.byCode.get(participant)?.departments ?? []
    if (this.#options.department !== undefined && !played.includes(this.#options.department)) return
    const open = Math.max(0, (sent?.sequence ?? 0) - (applied?.sequence ?? 0))
    this.#unackedCount += open
    this.#unacked.denominator += sent?.sequence ?? 0
    this.#unacked.note(participant, open === 0)
  }

  dispute({ record, since }: Dispute): void {
    const at = Date.parse(since)
    if (this.#oldest === undefined || at < this.#oldest) this.#oldest = at
    this.#disputes.note(record, false)
  }

  latency({ participant, milliseconds }: Latency): void {
    this.#latencies.values.push(milliseconds)
    this.#latencies.note(participant, true)
  }

  #isOwn(department: string): boolean {
    return this.#options.department === undefined || department === this.#options.department
  }

  #setupTime(view: FilingView): void {
    if (view.state !== 'COMPLETED' || view.endedAt === undefined) return
    const { calendar } = this.#options.references
    const answer = calendar.workingDaysBetween(legalDateOf(view.submittedAt), legalDateOf(view.endedAt))
    if (!answer.determined) return
    this.#setup.values.push(answer.days)
    this.#setup.count(view.filing, true)
  }

  #publicityOf(view: FilingView): void {
    const clock = view.clocks.find((one) => one.clock === 'follow-up/publicity')
    if (clock?.met === undefined) return
    const answer = this.#options.references.calendar.workingDaysBetween(clock.from, clock.met)
    if (!answer.determined) return
    this.#publicity.values.push(answer.days)
    this.#publicity.count(view.filing, clock.due === undefined || clock.met <= clock.due)
  }

  #approval(view: FilingView, one: ApprovalView): void {
    const { references } = this.#options
    const item = references.item(one.item, one.itemVersion)
    this.#instant.count(one.approval, item?.itemType === 'INSTANT')
    this.#asked += one.notices ?? 0
    const clockOf = (kind: ClockView['kind']): ClockView | undefined =>
      view.clocks.find((clock) => clock.kind === kind && clock.approval === one.approval)
    const isOverdue = this.#overdue.has(one.approval)
    const isDecided = one.decidedAt !== undefined
    if (isOverdue || (isDecided && clockOf('PROMISED')?.dueAt !== undefined)) {
      this.#onTime.count(one.approval, !isOverdue)
      if (view.channel !== undefined) this.#green.count(one.approval, !isOverdue)
    }
    const statutory = clockOf('STATUTORY')
    if (one.decidedAt === undefined || statutory === undefined || item?.itemType !== 'PROMISED') return
    const { allowed, elapsed } = elapsedOf(
      groundsOf(view, statutory, references),
      Date.parse(one.decidedAt),
      references,
    )
    if (allowed === null || elapsed === null || allowed === 0) return
    this.#actual.values.push(elapsed / allowed)
    this.#actual.note(one.approval, elapsed / allowed <= 0.5)
  }

  /** Every indicator, in the order of their definitions. */
  result(): readonly Kpi[] {
    const { references, department } = this.#options
    const items = references.catalogue.items.filter(
      (one) => department === undefined || one.department === department,
    )
    const [instantItems, speedUp, complete] = catalogueKpis(items)
    const violations = this.#violations.ids.behind.count
    return [
      ratioOf('parallelCoverage', this.#parallel),
      instantItems,
      ratioOf('instantCaseRatio', this.#instant),
      speedUp,
      meanOf('actualOverStatutory', this.#actual),
      ratioOf('onTimeRate', this.#onTime),
      medianOf('medianSetupWD', this.#setup),
      kpiOf(
        'oneTimeViolation',
        { value: violations, numerator: violations, denominator: this.#asked },
        this.#violations,
      ),
      this.#repeatAsked(),
      this.#latency(),
      kpiOf(
        'unackedEvents',
        { value: this.#unackedCount, numerator: this.#unackedCount, denominator: this.#unacked.denominator },
        this.#unacked,
      ),
      kpiOf('openDisputes', { value: this.#disputes.ids.behind.count }, this.#disputes),
      this.#disputeAge(),
      medianOf('publicityLag', this.#publicity),
      ratioOf('greenChannelOnTime', this.#green),
      complete,
      kpiOf('complaintAnswerTime', {
        value: null,
        reason: { zh: '尚无投诉事件', en: 'there are no events of complaints yet' },
      }),
    ]
  }

  #repeatAsked(): Kpi {
    if (this.#options.heldCode === undefined)
      return kpiOf('repeatAskRate', {
        value: null,
        reason: {
          zh: '本版本尚不识别重复索要',
          en: 'this version does not tell yet what is asked for again',
        },
      })
    const numerator = this.#repeated.ids.behind.count
    const denominator = numerator + this.#asked
    const value = denominator === 0 ? 0 : numerator / denominator
    return kpiOf('repeatAskRate', { value, numerator, denominator }, this.#repeated)
  }

  #latency(): Kpi {
    const { values } = this.#latencies
    const value = quantile(values, 0.95)
    if (value !== undefined)
      return kpiOf('exchangeLatencyP95', { value, denominator: values.length }, this.#latencies)
    const reason = {
      zh: '没有可配对的推送与回执，未测',
      en: 'not measured: no delivery has a receipt to go with it',
    }
    return kpiOf('exchangeLatencyP95', { value: null, denominator: 0, reason })
  }

  #disputeAge(): Kpi {
    if (this.#oldest === undefined)
      return kpiOf('openDisputeAge', { value: null, reason: { zh: '没有未决异议', en: 'no dispute stands' } })
    const value = Math.max(0, Math.floor((this.#options.now - this.#oldest) / 86_400_000))
    return kpiOf('openDisputeAge', { value }, this.#disputes)
  }
}
