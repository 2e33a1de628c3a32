import { type EventToRecord, exchangeSource, recordStream, sourceOf } from '@yibiao/schemas'
import { companyName, wholeForm } from './forms.ts'
import type { Random } from './random.ts'

export interface Happening {
  readonly stream: string
  readonly event: EventToRecord
}

const items = [
  {
    item: 'company-registration',
    kind: 'REGISTRATION',
    gate: 'NONE',
    department: 'AMR',
    participant: 'AMR-220202',
    needs: [],
  },
  {
    item: 'seal-recordal',
    kind: 'RECORDAL',
    gate: 'POST',
    department: 'PSB',
    participant: 'PSB',
    needs: ['company-registration'],
  },
  {
    item: 'tax-confirmation',
    kind: 'RECORDAL',
    gate: 'POST',
    department: 'TAX',
    participant: 'TAX',
    needs: ['company-registration'],
  },
  {
    item: 'social-insurance',
    kind: 'CONSEQUENCE',
    gate: 'POST',
    department: 'HRSS',
    participant: 'HRSS',
    needs: ['company-registration'],
  },
  {
    item: 'housing-fund',
    kind: 'CONSEQUENCE',
    gate: 'POST',
    department: 'HPF',
    participant: 'HPF',
    needs: ['company-registration'],
  },
  {
    item: 'basic-account',
    kind: 'LICENCE',
    gate: 'POST',
    department: 'BANK',
    participant: 'BANK-ICBC',
    needs: ['company-registration'],
  },
] as const

/** Writes one record's events in order, with times that go on by a minute each. */
export class RecordLife {
  readonly record: string
  readonly filing: string
  readonly happenings: Happening[] = []
  readonly #random: Random

  constructor(record: string, random: Random) {
    this.record = record
    this.filing = `F${record}`
    this.#random = random
  }

  say(
    participant: string | undefined,
    name: string,
    data: unknown,
    extra: Partial<EventToRecord> = {},
  ): void {
    const revision = this.happenings.length + 1
    const time = new Date(Date.UTC(2026, 8, 24, 2) + revision * 60_000).toISOString()
    const event: EventToRecord = {
      specversion: '1.0',
      id: uuidOf(this.record, revision),
      source: participant === undefined ? exchangeSource : sourceOf(participant),
      type: `yibiao.${name}.v1`,
      subject: this.record,
      time,
      authtype: 'officer',
      authid: `acct-${this.#random.below(50)}`,
      filing: this.filing,
      data,
      receivedtime: time,
      recordedtime: time,
      ...extra,
    }
    this.happenings.push({ stream: recordStream(this.record), event })
  }

  approval = (item: string): string => `${this.filing}/${item}`

  submit(name?: string): void {
    this.say('PAB', 'filing.submitted', { process: 'company-setup', form: wholeForm(this.#random, name) })
    const approvals = items.map(({ needs, ...item }) => ({
      approval: this.approval(item.item),
      itemVersion: 1,
      ...item,
      dependsOn: needs,
      state: needs.length === 0 ? 'OPEN' : 'WAITING',
    }))
    this.say(undefined, 'filing.routed', {
      process: 'company-setup',
      versions: { matrix: 1, participants: 1, process: 1 },
      approvals,
    })
  }

  register(uscc: string): void {
    const approval = this.approval('company-registration')
    const form = {
      uscc,
      establishedOn: '2026-09-30',
      status: '1',
      registryOrg: { code: '220202', name: '昌邑区市场监督管理局' },
    }
    this.say('AMR-220202', 'enterprise.registered', { approval, round: 1, form })
    const opened = items.filter((one) => one.needs.length > 0).map((one) => this.approval(one.item))
    this.say(undefined, 'approvals.opened', { approvals: opened })
  }

  record_(item: string, participant: string, form: object): void {
    this.say(participant, 'approval.recorded', { approval: this.approval(item), round: 1, form })
  }

  finish(): void {
    const outcomes = Object.fromEntries(
      items.map((one) => [
        this.approval(one.item),
        one.kind === 'LICENCE' || one.kind === 'REGISTRATION' ? 'GRANTED' : 'RECORDED',
      ]),
    )
    this.say(undefined, 'filing.completed', { outcomes })
  }

  /** One of many things that may happen to a record at any time. */
  anything(): void {
    const random = this.#random
    const { item, participant } = random.pick(items)
    const approval = this.approval(item)
    const round = 1 + random.below(2)
    const steps: readonly (() => void)[] = [
      () =>
        this.say(participant, 'supplement.requested', {
          approval,
          round,
          defects: [{ code: 'A', zh: '补', en: 'add', path: '/domicile/text' }],
        }),
      () =>
        this.say('PAB', 'supplement.provided', {
          approval,
          round,
          form: { domicile: { text: `新址${random.below(99)}号` } },
        }),
      () => this.say(participant, 'approval.granted', { approval, round }),
      () =>
        this.say('TAX', 'approval.recorded', {
          approval,
          round,
          form: { tax: { authorityCode: `1220202${random.below(9999)}` } },
        }),
      () =>
        this.say('PSB', 'approval.recorded', {
          approval,
          round,
          form: { seals: [{ key: 'K1', recordNo: `22020${random.below(99_999)}` }] },
        }),
      () =>
        this.say(
          'AMR-220202',
          'record.changed',
          { reason: '住所变更', form: { domicile: { text: `改址${random.below(99)}号` } } },
          { filing: undefined as never },
        ),
      () =>
        this.say('AMR-220202', 'record.changed', {
          reason: '股东退出',
          removed: [`/shareholders/S${1 + random.below(2)}`],
        }),
      () =>
        this.say('AMR-220202', 'record.changed', {
          reason: '更名',
          form: { name: { full: companyName(random) } },
        }),
      () => this.say('STATS', 'value.confirmed', { paths: ['/domicile/text', '/industry'] }),
      () =>
        this.say(random.pick(['TAX', 'STATS', 'HRSS']), 'value.disputed', {
          path: '/domicile/text',
          reason: '查无此址',
        }),
      () =>
        this.say(participant, 'approval.refused', {
          approval,
          round,
          reasons: [{ code: 'R', rule: '条例 1', zh: '否', en: 'no' }],
        }),
      () =>
        this.say(undefined, 'message.refused', {
          problem: {},
          source: '/participants/TAX',
          bytes: '',
          length: 0,
          digest: '',
        }),
      () => this.say(undefined, 'approvals.closed', { approvals: [approval], because: approval }),
    ]
    random.pick(steps)()
  }
}

/** A UUID that is the same for the same record and number. */
export function uuidOf(record: string, number: number): string {
  let hash = 0x811c9dc5
  for (const character of record) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const hex = (value: number, width: number): string =>
    (value >>> 0).toString(16).padStart(width, '0').slice(-width)
  return `${hex(hash, 8)}-${hex(number >>> 16, 4)}-5${hex(number, 3)}-8${hex(hash >>> 7, 3)}-${hex(Math.imul(hash, 31), 8)}${hex(number, 4)}`
}
