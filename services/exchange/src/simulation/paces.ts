import type { ItemKind } from '@yibiao/schemas'

/** How departments deal with one kind of item. Shares are of 1; delays are working ticks, eight of which make a day. */
export interface Pace {
  readonly usual: readonly [number, number]
  readonly slow: readonly [number, number]
  readonly slowShare: number
  /** How often one notice asks for a supplement before anything else. */
  readonly ask: number
  readonly refuse: number
}

const byKind: Readonly<Record<ItemKind, Pace>> = {
  REGISTRATION: { usual: [0, 5], slow: [7, 34], slowShare: 0.06, ask: 0.07, refuse: 0.012 },
  LICENCE: { usual: [14, 72], slow: [78, 190], slowShare: 0.08, ask: 0.09, refuse: 0.03 },
  COMMITMENT: { usual: [0, 2], slow: [4, 16], slowShare: 0.05, ask: 0, refuse: 0 },
  RECORDAL: { usual: [0, 2], slow: [4, 24], slowShare: 0.05, ask: 0.012, refuse: 0 },
  CONSEQUENCE: { usual: [0, 1], slow: [4, 24], slowShare: 0.04, ask: 0, refuse: 0 },
}

/** Invoices are supplied within a day or so, though they are a licence by law (发票管理办法 15). */
const byItem: Readonly<Record<string, Pace>> = {
  'invoice-supply': { usual: [0, 5], slow: [8, 56], slowShare: 0.06, ask: 0.02, refuse: 0.01 },
}

export const paceOf = (item: string, kind: ItemKind): Pace => byItem[item] ?? byKind[kind]

/** A licence that is examined for days: accepted first, extended at times. */
export const isExamined = (item: string, kind: ItemKind): boolean =>
  kind === 'LICENCE' && byItem[item] === undefined

/** What else happens, as shares of 1. */
export const shares = {
  accepted: 0.8,
  askedTwice: 0.03,
  excluded: 0.08,
  extended: 0.5,
  certificate: 0.3,
  dutyMet: 0.9,
  confirmed: 0.4,
  doubled: 0.004,
  greenChannel: 0.01,
  fromHome: 0.15,
  givenUp: 0.06,
} as const

/** Delays in working ticks of what else happens. */
export const delays = {
  acceptance: [0, 24],
  exclusion: [1, 4],
  excludedDays: [2, 6],
  certificate: [2, 70],
  duty: [8, 150],
  confirmation: [0, 24],
  supplement: [1, 48],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

/** Ticks after which a slow examination is extended, well within the twenty days of 行政许可法 42. */
export const extendedAfter = 120
