import type { Draws } from './draws.ts'
import { type Said, said } from './say.ts'
import { byName } from './world.ts'

/** What a department remembers of an enterprise that it put on record. */
export interface Registered {
  readonly record: string
  capitalFen: number
  /** What the first shareholder subscribed. */
  ownFen: number
}

interface Change {
  readonly reason: string
  readonly form: object
}

type Kind = (one: Registered, number: number, draws: Draws) => Change

const streets = ['重庆街', '北京路', '解放大路', '松江中路', '吉林大街', '珲春街'] as const

const address: Kind = (_one, number, draws) => {
  const street = streets[draws.between(`change/${number}/street`, [0, streets.length - 1])]
  const text = `吉林省吉林市${street}${draws.between(`change/${number}/door`, [1, 299])}号${1 + (number % 18)}层`
  return { reason: '住所迁移', form: { domicile: { text }, serviceOfProcess: { address: text } } }
}

const phone: Kind = (_one, number) => ({
  reason: '联系电话变更',
  form: { domicile: { phone: `+999${String(50_000_000 + number).padStart(8, '0')}` } },
})

/** The first shareholder pays in what is added, so that the sum stays right (公司法 47). */
const capital: Kind = (one, number, draws) => {
  const more = 1_000_000 * draws.between(`change/${number}/capital`, [1, 50])
  one.capitalFen += more
  one.ownFen += more
  return {
    reason: '增加注册资本',
    form: {
      capital: { amountFen: one.capitalFen },
      shareholders: [{ key: 'S1', subscribedFen: one.ownFen }],
    },
  }
}

const representative: Kind = (_one, number) => ({
  reason: '法定代表人变更',
  form: { legalRepresentative: { person: `P${1 + (number % 4)}` } },
})

const invoices: Kind = (_one, number, draws) => ({
  reason: '发票用量调整',
  form: { tax: { invoice: { monthlyQuantity: draws.between(`change/${number}/invoices`, [10, 200]) } } },
})

const risk: Kind = (_one, number, draws) => ({
  reason: '工伤保险费率类别调整',
  form: { social: { injuryRiskClass: draws.between(`change/${number}/risk`, [1, 8]) } },
})

interface Business {
  /** The item whose outcome brings an enterprise into the department's care. */
  readonly after: string
  /** Kinds of change with their shares of 100. */
  readonly kinds: readonly (readonly [share: number, kind: Kind])[]
}

/** Who changes what after the registration: each department what the access matrix gives it. */
const businesses: Readonly<Record<string, Business>> = {
  AMR: {
    after: 'company-setup-registration',
    kinds: [
      [38, address],
      [34, phone],
      [15, capital],
      [13, representative],
    ],
  },
  TAX: { after: 'invoice-supply', kinds: [[100, invoices]] },
  HRSS: { after: 'social-insurance-registration', kinds: [[100, risk]] },
}

/** Whose change it is that a share of 1 falls on. */
export const whoChanges = (share: number): string => (share < 0.76 ? 'AMR' : share < 0.94 ? 'TAX' : 'HRSS')

/** The enterprises in a department's care, and what changes of them. */
export class Changes {
  readonly #participant: string
  readonly #draws: Draws
  readonly #known: Registered[] = []
  #arrived: Registered[] = []

  constructor(participant: string, draws: Draws) {
    this.#participant = participant
    this.#draws = draws
  }

  /** An own outcome on an item is on record. */
  learn(item: string, one: Registered): void {
    if (businesses[this.#participant]?.after === item) this.#arrived.push(one)
  }

  /** Takes in those who came since, in an order that their arrival does not decide. */
  settle(): void {
    this.#known.push(...this.#arrived.sort(byName(({ record }) => record)))
    this.#arrived = []
  }

  /** The change of a number at an epoch time; undefined while there is nobody whose it could be. */
  make(number: number, time: number): Said | undefined {
    const business = businesses[this.#participant]
    const draws = this.#draws
    const one = this.#known[Math.floor(draws.share(`change/${number}/whose`) * this.#known.length)]
    if (business === undefined || one === undefined) return undefined
    const { reason, form } = kindOf(business, draws.share(`change/${number}/kind`))(one, number, draws)
    const participant = this.#participant
    return said(
      {
        ...{ participant, id: `change/${number}`, type: 'record.changed', subject: one.record },
        ...{ authtype: 'officer', authid: `${participant}-0${1 + (number % 6)}`, data: { reason, form } },
      },
      time,
    )
  }
}

function kindOf({ kinds }: Business, share: number): Kind {
  let left = share * 100
  for (const [part, kind] of kinds) {
    left -= part
    if (left < 0) return kind
  }
  return (kinds.at(-1) as (typeof kinds)[number])[1]
}
