/**
 * Fixtures: seeded, valid, varied forms for tests, benchmarks and the simulation. Numbers of people and entities are of the
 * ranges that nobody living and no real entity can bear; telephone numbers begin with +999, which is assigned to no country.
 * A production history refuses them.
 */
import { hash } from 'node:crypto'
import type { OneForm } from '../../generated/one-form.ts'
import { fixtureUscc } from '../identifiers/index.ts'
import { findCode } from '../reference/code-tables.ts'
import { scopeText } from './rules/business.ts'
import { type Draft, draftOf, pick, readAt, tradeNameOf } from './workload-draft.ts'

const adoptedOn = '2025-12-15'
const paidInBy = '2030-12-31'
const insurances = ['PENSION', 'UNEMPLOYMENT', 'INJURY', 'MEDICAL', 'MATERNITY'] as const
const banks = [
  { bankCode: '102100099996', participant: 'BANK-ICBC', name: '中国工商银行' },
  { bankCode: '105100000017', participant: 'BANK-CCB', name: '中国建设银行' },
] as const

function identity({ seed, below, place, business, capitalFen }: Draft, sole: boolean, mixed: boolean) {
  const division = `吉林市${place.name}`
  const tradeName = tradeNameOf(seed)
  const orgForm = '有限公司'
  const street = pick(place.streets, below(place.streets.length))
  const address = `吉林省吉林市${place.name}${street}${1 + below(299)}号${1 + below(18)}层`
  return {
    name: {
      full: division + tradeName + business.industry + orgForm,
      division,
      tradeName,
      industry: business.industry,
      orgForm,
    },
    enterpriseType: sole ? '1151' : mixed ? '1190' : '1130',
    domicile: {
      text: address,
      divisionCode: place.code,
      postalCode: `1320${String(below(40)).padStart(2, '0')}`,
      phone: `+999${String(seed % 100_000_000).padStart(8, '0')}`,
      rightKind: pick(['OWNED', 'LEASED', 'FREE_USE'] as const, below(3)),
      evidenceId: `ZM-${place.code}-${String(seed).padStart(7, '0')}`,
    },
    serviceOfProcess: { address },
    capital: { amountFen: capitalFen, currency: 'CNY', paidInBy },
  } satisfies Partial<OneForm>
}

function governance({ board, below }: Draft) {
  const member = (index: number, position: 'CHAIR' | 'DIRECTOR' | 'EXECUTIVE') => ({
    key: `D${index}`,
    person: `P${index}`,
    position,
    termYears: 3,
  })
  return {
    legalRepresentative: { person: 'P1' },
    directors: board
      ? [member(1, 'CHAIR'), member(2, 'DIRECTOR'), member(4, 'DIRECTOR')]
      : [member(1, 'EXECUTIVE')],
    supervision: { kind: board ? 'AUDIT_COMMITTEE' : 'SINGLE' },
    ...(board ? {} : { supervisors: [{ key: 'V1', person: 'P2', position: 'SUPERVISOR', staff: false }] }),
    manager: { person: 'P1' },
    financeOfficer: { person: 'P3' },
    liaison: { person: 'P4' },
    ...(below(3) === 0
      ? { agent: { person: 'P4', authority: ['FILE', 'CORRECT'], from: adoptedOn, to: paidInBy } }
      : {}),
  } satisfies Partial<OneForm>
}

function activity({ business, below }: Draft) {
  const items = business.items.slice(0, 2 + below(business.items.length - 1)).map((itemCode, index) => {
    const item = findCode('scopeItems', itemCode)
    if (item === undefined) throw new RangeError(`There is no scope item ${itemCode}.`)
    return { key: `B${index + 1}`, itemCode, text: item.zh, kind: item.kind, gate: item.gate }
  })
  return {
    scope: { items, text: scopeText(items) },
    industry: { code: business.code, section: business.section },
    term: below(4) === 0 ? { kind: 'FIXED', to: '2055-12-31' } : { kind: 'LONG_TERM' },
    ...(business.importExport ? { customs: { importExport: true } } : {}),
  } satisfies Partial<OneForm>
}

function ownership({ seed, place, capitalFen, below }: Draft, sole: boolean, mixed: boolean) {
  const major = sole ? capitalFen : (capitalFen / 100) * (51 + below(24))
  const due = { subscribedBy: paidInBy, forms: ['CASH'] }
  const natural = (index: number, subscribedFen: number) =>
    ({ key: `S${index}`, kind: 'NATURAL', person: `P${index}`, subscribedFen, ...due }) as const
  const entity = {
    key: 'S2',
    kind: 'LEGAL',
    uscc: fixtureUscc(place.code, 1 + (seed % 99_999)),
    name: `吉林市${tradeNameOf(seed + 1)}样例投资有限公司`,
    type: 'ENTERPRISE',
    subscribedFen: capitalFen - major,
    ...due,
  } as const
  const owner = (index: number, fen: number) =>
    ({
      key: `U${index}`,
      person: `P${index}`,
      nature: 'EQUITY',
      sharePercentage: (fen * 100) / capitalFen,
      from: adoptedOn,
    }) as const
  const second = mixed ? entity : natural(2, capitalFen - major)
  const exempt = !mixed && capitalFen <= 1_000_000_000 && below(3) === 0
  return {
    shareholders: sole ? [natural(1, major)] : [natural(1, major), second],
    articles: { digest: `sha256:${hash('sha256', String(seed), 'hex')}`, adoptedOn },
    ...(exempt
      ? { beneficialOwnershipExempt: true }
      : {
          beneficialOwners:
            sole || mixed ? [owner(1, major)] : [owner(1, major), owner(2, capitalFen - major)],
        }),
  } satisfies Partial<OneForm>
}

function duties({ below, place, people }: Draft) {
  const person = 'P3'
  const ratio = 500 + 100 * below(8)
  const bank = pick(banks, below(banks.length))
  const staff = people.slice(2, 3 + below(2))
  const seal = { material: pick(['RUBBER', 'COPPER', 'PHOTOSENSITIVE'] as const, below(3)), electronic: true }
  const maker = '吉林市北山印章刻制有限公司'
  return {
    tax: {
      vatStatus: below(3) === 0 ? 'GENERAL' : 'SMALL_SCALE',
      types: ['VAT', 'CIT', 'IIT', 'URBAN', 'STAMP'],
      accountingSystem: 'SMALL_ENTERPRISE',
      depreciation: 'STRAIGHT_LINE',
      officer: { person },
      invoiceCollector: { person },
      invoice: {
        kinds: ['DIGITAL_ORDINARY'],
        monthlyQuantity: 25 * (1 + below(12)),
        perInvoiceCapFen: 1_000_000,
        delivery: 'ELECTRONIC',
      },
    },
    seals: [
      { key: 'I1', kind: 'OFFICIAL', ...seal, maker },
      { key: 'I2', kind: 'FINANCE', ...seal, maker },
      { key: 'I3', kind: 'CONTRACT', ...seal, maker },
    ],
    social: {
      expectedHeadcount: 2 + below(60),
      insuranceTypes: [...insurances],
      firstPayMonth: '2026-01',
      contact: { person },
    },
    employees: staff.map(({ name, idNo }, index) => ({
      key: `E${index + 1}`,
      name,
      idNo,
      hireDate: '2025-12-18',
      baseFen: 400_000 + 10_000 * below(60),
    })),
    housingFund: {
      ratioUnit: ratio,
      ratioStaff: ratio,
      firstMonth: '2026-01',
      staffCount: staff.length,
      contact: { person },
    },
    bank: {
      bankCode: bank.bankCode,
      participant: bank.participant,
      branchName: `${bank.name}吉林市${place.name}支行`,
      appointmentOn: '2026-01-12',
      accountNature: 'BASIC',
      consent: true,
    },
  } satisfies Partial<OneForm>
}

/**
 * The form of a seed, a whole number from 0: always the same, valid on every day from 2025-12-31 to 2030-12-30 with the
 * registry of 吉林市 (division 2202), 4 to 5 KB of JSON. Trade names of the seeds below `distinctNames` are all different.
 */
export function makeForm(seed: number): OneForm {
  const draft = draftOf(seed)
  const { below } = draft
  const ownerKind = below(3)
  const sole = ownerKind === 0
  const mixed = ownerKind === 1
  const notice = { version: '2026.1', readAt }
  return {
    ...identity(draft, sole, mixed),
    people: draft.people,
    ...governance(draft),
    ...activity(draft),
    ...ownership(draft, sole, mixed),
    ...duties(draft),
    delivery: { kind: 'ELECTRONIC' },
    consents: [{ key: 'C1', purpose: 'SHARE_WITH_BANK', version: '2026.1', givenAt: readAt }],
    noticesRead: [
      { key: 'N1', notice: 'FILING_TRUTHFULNESS', ...notice },
      { key: 'N2', notice: 'PERSONAL_DATA', ...notice },
    ],
  }
}
