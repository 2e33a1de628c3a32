import type { Filing } from './departments.ts'
import type { Town } from './town.ts'

/** Text that people wrote; it names somebody, so it may go to whom it was written and to nobody else. */
export const written = {
  defect: '写给申请人：王丽华的住所证明不清楚',
  remarks: '写给登记机关：王丽华的电话是 13912345678',
  disputeReason: '经核实王丽华已搬离',
  claimed: '吉林市船营区解放大路 88 号',
  changeReason: '王丽华任职，原法定代表人因病离任',
  refusedText: '王丽华为失信被执行人',
}

/**
 * Filings with all that happens to them: supplements, outcomes, a new legal representative, disputed and confirmed values,
 * one refused, messages that are refused with and without the record. Ends with everything decided.
 */
export async function richLife(town: Town, seeds: readonly number[]): Promise<readonly Filing[]> {
  const { departments } = town
  const filings: Filing[] = []
  for (const seed of seeds) filings.push(await departments.file(seed))
  await town.settle()
  const [first, ...others] = filings as [Filing, ...Filing[]]
  await supplement(town, first)
  const refused = others.length > 1 ? others.pop() : undefined
  const rest = [first, ...others].map(({ record }) => record)
  while ((await departments.answer(rest)) > 0) await town.settle()
  if (refused) await refuse(town, refused)
  for (const { record } of [first, ...others]) await changeAfterwards(town, record)
  await sayWhatIsRefused(town, first)
  await town.settle()
  return filings
}

async function supplement(town: Town, { record, filing }: Filing): Promise<void> {
  const approval = `${filing}/company-setup-registration`
  const about = { subject: record, filing }
  const defect = { path: '/domicile/text', code: 'ADDRESS', zh: written.defect, en: 'not legible' }
  await town.say('AMR', 'supplement.requested', { approval, round: 1, defects: [defect] }, about)
  await town.settle()
  const form = { domicile: { text: '吉林省吉林市昌邑区重庆街999号1层' } }
  const data = { approval, round: 1, form, remarks: written.remarks }
  await town.say('PAB', 'supplement.provided', data, { ...about, authtype: 'applicant' })
  await town.settle()
  // The second round of the registration; the departments of the town only know the first.
  const known = town.departments.filings.get(record)
  if (known) await town.departments.grant(known, { ...registrationOf(approval), round: 2 })
  await town.settle()
  await town.departments.answer([])
  const registration = known?.approvals.get(approval)
  if (registration) registration.state = 'ANSWERED'
}

const registrationOf = (approval: string) => ({
  approval,
  item: 'company-setup-registration',
  kind: 'REGISTRATION',
  participant: 'AMR',
  state: 'OPEN',
})

async function refuse(town: Town, { record, filing }: Filing): Promise<void> {
  const reasons = [{ code: 'UNFIT', rule: '市场主体登记管理条例 12', zh: written.refusedText, en: 'unfit' }]
  const approval = `${filing}/company-setup-registration`
  await town.say('AMR', 'approval.refused', { approval, round: 1, reasons }, { subject: record, filing })
}

async function changeAfterwards(town: Town, record: string): Promise<void> {
  const about = { subject: record }
  const dispute = { path: '/domicile/text', claimed: written.claimed, reason: written.disputeReason }
  await town.say('TAX', 'value.disputed', dispute, about)
  await town.say('STATS', 'value.confirmed', { paths: ['/industry/code'] }, about)
  const reason = written.changeReason
  const represents = { legalRepresentative: { person: 'P3' } }
  await town.say('AMR', 'record.changed', { reason, form: represents }, about)
  const renamed = { people: [{ key: 'P1', residence: '吉林市丰满区吉林大街 7 号' }] }
  await town.say('AMR', 'record.changed', { reason, form: renamed }, about)
  await town.say('AMR', 'record.changed', { reason, removed: ['/liaison', '/domicile/phone'] }, about)
}

async function sayWhatIsRefused(town: Town, { record, filing }: Filing): Promise<void> {
  await town.sayBytes('TAX', 'x', Buffer.from('{"note":"王丽华 no message'))
  const data = { approval: `${filing}/company-setup-registration`, round: 9 }
  await town.say('HSA', 'approval.recorded', data, { subject: record, filing })
}
