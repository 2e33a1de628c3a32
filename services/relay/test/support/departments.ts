import type { EventStore } from '@yibiao/event-store'
import {
  decodeEvent,
  filingIdOf,
  fixtureUscc,
  type Message,
  makeForm,
  type OneForm,
  recordIdOf,
  recordOfStream,
} from '@yibiao/schemas'

type Say = (participant: string, type: string, data: unknown, more?: Partial<Message>) => Promise<Message>

export interface Approval {
  readonly approval: string
  readonly item: string
  readonly kind: string
  readonly participant: string
  state: string
}

/** A filing as the test follows it, by what is on record. */
export interface Filing {
  readonly record: string
  readonly filing: string
  readonly form: OneForm
  readonly approvals: Map<string, Approval>
}

/** Values that departments issue; by item. */
const issued: Readonly<Record<string, (serial: number) => object>> = {
  'tax-information-confirmation': () => ({ tax: { authorityCode: '12202020000' } }),
  'seal-engraving-recordal': (serial) => ({
    seals: [{ key: 'I1', recordNo: `220202${String(serial).padStart(7, '0')}` }],
  }),
  'social-insurance-registration': (serial) => ({ social: { unitNo: `2202${serial}`, injuryRiskClass: 3 } }),
  'medical-insurance-registration': (serial) => ({ medical: { unitNo: `2203${serial}` } }),
  'housing-fund-registration': (serial) => ({ housingFund: { accountNo: `2204${serial}` } }),
  'basic-account-opening': (serial) => ({ bank: { accountNo: `62220000${serial}` } }),
}

/** The founders and the departments of the test's town: they say yes to everything that is open. */
export class Departments {
  readonly filings = new Map<string, Filing>()
  readonly #store: EventStore
  readonly #say: Say
  #position = 0
  #serial = 1000

  constructor(store: EventStore, say: Say) {
    this.#store = store
    this.#say = say
  }

  /** Hands in the form of a seed. */
  async file(seed: number, change: (form: OneForm) => OneForm = (form) => form): Promise<Filing> {
    const record = recordIdOf('founder', `seed-${seed}`)
    const filing = filingIdOf('founder', `seed-${seed}`)
    const form = change(makeForm(seed))
    await this.#say(
      'PAB',
      'filing.submitted',
      { process: 'company-setup', form },
      { subject: record, filing, authtype: 'applicant', authid: `founder-${seed}` },
    )
    const filed = { record, filing, form, approvals: new Map<string, Approval>() }
    this.filings.set(record, filed)
    return filed
  }

  /** Reads what has been recorded since, then says yes to every open approval. Returns how many there were. */
  async answer(records?: readonly string[]): Promise<number> {
    await this.#read()
    let answered = 0
    for (const filing of this.filings.values()) {
      if (records !== undefined && !records.includes(filing.record)) continue
      for (const approval of filing.approvals.values()) {
        if (approval.state !== 'OPEN') continue
        approval.state = 'ANSWERED'
        await this.grant(filing, approval)
        answered += 1
      }
    }
    return answered
  }

  async grant(
    { record, filing, form }: Filing,
    { approval, item, kind, participant, round = 1 }: Omit<Approval, 'state'> & { readonly round?: number },
  ): Promise<void> {
    this.#serial += 1
    const values = issued[item]?.(this.#serial)
    const data = { approval, round, ...(values === undefined ? {} : { form: values }) }
    const about = { subject: record, filing }
    if (kind === 'REGISTRATION') {
      const registered = {
        uscc: fixtureUscc(form.domicile.divisionCode.slice(0, 6), 60_000 + this.#serial),
        establishedOn: '2026-09-24',
        status: '1',
        registryOrg: { code: '220202', name: '吉林市昌邑区市场监督管理局' },
      }
      await this.#say(participant, 'enterprise.registered', { ...data, form: registered }, about)
    } else {
      const type = kind === 'LICENCE' || kind === 'COMMITMENT' ? 'approval.granted' : 'approval.recorded'
      await this.#say(participant, type, data, about)
    }
  }

  async #read(): Promise<void> {
    for (;;) {
      const events = await this.#store.readAll({ after: this.#position, limit: 1_000 })
      for (const stored of events) {
        this.#position = stored.position
        const filing = this.filings.get(recordOfStream(stored.stream) ?? '')
        if (filing) note(filing, stored.type, decodeEvent(stored).data as never)
      }
      if (events.length < 1_000) return
    }
  }
}

function note(filing: Filing, type: string, data: { readonly approvals: readonly unknown[] }): void {
  if (type === 'yibiao.filing.routed.v1')
    for (const one of data.approvals as readonly Approval[]) filing.approvals.set(one.approval, { ...one })
  if (type === 'yibiao.approvals.opened.v1')
    for (const id of data.approvals as readonly string[]) {
      const approval = filing.approvals.get(id)
      if (approval) approval.state = 'OPEN'
    }
}
