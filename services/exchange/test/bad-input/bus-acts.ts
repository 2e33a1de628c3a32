import { makeForm } from '@yibiao/schemas'
import type { Held } from './http.ts'
import { type Filed, registration, type Said } from './town.ts'

/** Who publishes, about which filing, and what. */
export interface BusAct {
  readonly participant: string
  readonly of: Pick<Filed, 'filing' | 'record'>
  readonly said: Said
}

/** What is published and where its refusal must be: `<record or refusal> <code> <pointer>`. */
export type BusRow = readonly [name: string, expected: string, act: (held: Held) => BusAct]

type Draft = { readonly [name: string]: unknown }

export const tax = (held: Held) => `${held.open.filing}/tax-information-confirmation`
export const registering = ({ filing }: Filed) => `${filing}/company-setup-registration`

/** TAX recording its approval in the open filing, with other attributes. */
export const confirms =
  (more: Draft | ((held: Held) => Draft) = {}): BusRow[2] =>
  (held) => ({
    participant: 'TAX',
    of: held.open,
    said: {
      type: 'yibiao.approval.recorded.v1',
      data: { approval: tax(held), round: 1 },
      ...(typeof more === 'function' ? more(held) : more),
    },
  })
export function reasons() {
  return [{ code: 'X', rule: '行政许可法 38', zh: '不符合条件', en: 'does not meet the conditions' }]
}

export function acts(
  participant: string,
  of: 'registered' | 'withdrawn' | 'refused' | 'completed',
  item: string,
  verb: string,
  more: Draft = {},
): BusRow[2] {
  return (held) => ({
    participant,
    of: held[of],
    said: { type: `yibiao.${verb}.v1`, data: { approval: `${held[of].filing}/${item}`, round: 1, ...more } },
  })
}

export function registers(of: (held: Held) => Filed, uscc: (held: Held) => string): BusRow[2] {
  return (held) => ({
    participant: 'AMR',
    of: of(held),
    said: {
      type: 'yibiao.enterprise.registered.v1',
      data: { approval: registering(of(held)), round: 1, form: registration(uscc(held)) },
    },
  })
}

export function changes(
  change: Draft | ((held: Held) => Draft),
  of: 'open' | 'registered' = 'registered',
  more: Draft = {},
): BusRow[2] {
  return (held) => ({
    participant: 'AMR',
    of: held[of],
    said: {
      type: 'yibiao.record.changed.v1',
      data: { reason: '更正', ...(typeof change === 'function' ? change(held) : change) },
      ...more,
    },
  })
}

export function submits(more: Draft): BusRow[2] {
  return ({ open }) => ({
    participant: 'PAB',
    of: open,
    said: {
      type: 'yibiao.filing.submitted.v1',
      data: { process: 'company-setup', form: makeForm(39_003) },
      ...more,
    },
  })
}
