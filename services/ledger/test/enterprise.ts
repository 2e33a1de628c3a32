import type { OneForm } from '@yibiao/schemas'
import { anyForm, filing, type Life, livesWith, message, yes } from './specification.ts'

/** An instant, as a clock on a wall in Jilin shows it. */
export const at = (text: string): string => new Date(`${text}+08:00`).toISOString()

/** The nth filing of the record; 0 is the set-up. */
export const filingNo = (n: number): string => `F000000000000${n}`

/** Registered on 2026-09-30; everything that follows from the set-up is recorded if not said otherwise. */
export function enterprise(form: OneForm = anyForm(3), { settled = true } = {}): Life {
  const life = livesWith(form)
  life.tellAt(at('2026-09-30T11:00'), yes(life, 'company-setup-registration'))
  if (settled) settle(life, filing)
  return life
}

/** Records everything that is open of a filing, as long as something is. */
export function settle(life: Life, of: string): void {
  for (let more = true; more; ) {
    more = false
    for (const one of life.state.filings.get(of)?.approvals.values() ?? [])
      if (one.state === 'OPEN' && one.department !== 'AMR') {
        life.tell(recorded(life, of, one.item))
        more = true
      }
  }
}

const partyOf = (life: Life, of: string, item: string): string => {
  const approval = life.state.filings.get(of)?.approvals.get(`${of}/${item}`)
  if (approval === undefined) throw new Error(`no approval ${item} in ${of}`)
  return approval.participant
}

/** An item that is said in its own words by whoever it was routed to. */
export const outcome = (life: Life, of: string, item: string, type: string, data: object = {}, more = {}) =>
  message(
    partyOf(life, of, item),
    type,
    { approval: `${of}/${item}`, round: 1, ...data },
    { filing: of, ...more },
  )

/** An item that is recorded, or granted where it is a licence. */
export function recorded(life: Life, of: string, item: string) {
  const kind = life.state.filings.get(of)?.approvals.get(`${of}/${item}`)?.kind
  const isGranted = kind === 'LICENCE' || kind === 'COMMITMENT'
  return outcome(life, of, item, isGranted ? 'approval.granted' : 'approval.recorded')
}

/** An application of the founder for something after the set-up. */
export const application = (of: string, process: string, more: object = {}) =>
  message(
    'PAB',
    'application.submitted',
    { process, ...more },
    { filing: of, authtype: 'applicant', authid: 'a-1' },
  )

/** Something that the registrar begins of its own motion. */
export const proceeding = (of: string, process: string, more: object = {}) =>
  message('AMR', 'proceeding.opened', { process, reason: '依职权', ...more }, { filing: of })

export const stateOf = (life: Life, of: string): string | undefined => life.state.filings.get(of)?.state
export const itemsOf = (life: Life, of: string): string[] =>
  [...(life.state.filings.get(of)?.approvals.values() ?? [])].map(({ item }) => item).sort()
export const reasons = [{ code: 'R', rule: '公司法 229', zh: '违法', en: 'against the law' }]
