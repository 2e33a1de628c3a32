/** The seeded workload: filings of complete forms with their decisions, in a legal order, as messages ready to be published. */
import type { MessageToPublish } from '@yibiao/message-bus'
import type { ReferencesInForce } from '@yibiao/projections'
import {
  type CatalogueItem,
  filingIdOf,
  inboundTopic,
  makeForm,
  type OneForm,
  recordIdOf,
  sourceOf,
} from '@yibiao/schemas'
import { decide } from './decisions.ts'

/** Bytes that a decision's message is filled up to with remarks. */
export const decisionBytes = 1_000

/** Fewest and most decisions of a filing. */
export const decisionsPerFiling = { least: 1, most: 10 } as const

export interface Filing {
  readonly record: string
  readonly filing: string
  /** Participants entitled to the record: those whom its routing names. */
  readonly entitled: readonly string[]
  /**
   * Messages by wave. A wave may be decided in any order, and only after the one before it: the submission; then the
   * decisions level by level of what they depend on.
   */
  readonly waves: readonly (readonly PreparedMessage[])[]
}

export interface PreparedMessage extends MessageToPublish {
  /** The sender's message id; with the participant it is unique. */
  readonly id: string
  readonly participant: string
}

export interface WorkloadOptions {
  readonly references: ReferencesInForce
  /** Names this run's records; two runs with different names have no record in common. */
  readonly principal: string
  /** RFC 3339 time of every message. */
  readonly time: string
  /** As many decisions as the form has items. Default: one to ten, by seed. */
  readonly whole?: boolean
  /** The form of a seed. Default `makeForm`. */
  readonly form?: (seed: number) => OneForm
  /** Messages about the registered enterprise behind the last decision. Default 0. */
  readonly later?: number
}

const sentences = [
  '经审查，申请材料齐全，符合法定形式。',
  '承办人已核对申请人提交的电子材料与共享数据，未发现不一致之处。',
  '依据《中华人民共和国行政许可法》第三十八条作出决定，并依法公开。',
  '申请人可自收到本决定之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。',
  '有关数据已同步至统一数据共享平台，后续变更请在三十日内办理。',
  '本件由综合窗口统一受理，承办科室已在承诺时限内办结。',
].join('')
const characters = [...sentences.repeat(8)]
const mostRemarks = 330

/** So many bytes of plain Chinese text, as near as three bytes a character come to it; different for every seed. */
function remarksOf(seed: number, bytes: number): string {
  const count = Math.min(mostRemarks, Math.max(8, Math.round(bytes / 3)))
  const from = seed % (characters.length - mostRemarks)
  return characters.slice(from, from + count).join('')
}

/** A number from 0 below `limit` that depends on the seed alone. */
const scatter = (seed: number, limit: number): number =>
  ((Math.imul(seed + 1, 0x9e3779b1) ^ (seed << 7)) >>> 9) % limit

/** A form with ten entitled participants: a restaurant that imports. Seeds give different forms. */
export function formOfTen(seed: number): OneForm {
  for (let at = seed * 64; ; at += 1) {
    const form = makeForm(at)
    if (form.scope.items.some(({ itemCode }) => itemCode === 'H621001'))
      return { ...form, customs: { importExport: true } } as OneForm
  }
}

/** Makes the filing of a seed, with all its messages. */
export function makeFiling(seed: number, options: WorkloadOptions): Filing {
  const { references, principal, time, whole = false, later = 0 } = options
  const form = (options.form ?? makeForm)(seed)
  const record = recordIdOf(principal, String(seed))
  const filing = filingIdOf(principal, String(seed))
  const items = references.catalogue.applicable(
    form,
    new Set(references.processes.get('company-setup')?.items),
  )
  const message = (participant: string, id: string, type: string, data: object): PreparedMessage => {
    const officer = participant === 'PAB' ? 'applicant' : 'officer'
    const envelope = {
      specversion: '1.0',
      id,
      source: sourceOf(participant),
      type,
      subject: record,
      time,
      datacontenttype: 'application/json',
      filing,
      authtype: officer,
      authid: `${participant.toLowerCase()}-${scatter(seed, 40)}`,
      correlationid: filing,
    }
    const value = Buffer.from(JSON.stringify({ ...envelope, data: padded(seed, { ...envelope, data }) }))
    return { topic: inboundTopic(participant), key: record, value, id, participant }
  }
  const submission = message('PAB', `${filing}/submitted`, 'yibiao.filing.submitted.v1', {
    process: 'company-setup',
    form,
  })
  const { least, most } = decisionsPerFiling
  const count = whole ? items.length : least + scatter(seed, most - least + 1)
  const waves: PreparedMessage[][] = [[submission]]
  let left = count
  for (const level of levelsOf(items)) {
    const taken = level.slice(0, left)
    left -= taken.length
    if (taken.length === 0) break
    waves.push(
      taken.map((item) => {
        const { type, data } = decide(item, { seed, form, filing })
        return message(servedBy(item, form, references), `${data.approval}/1`, type, data)
      }),
    )
  }
  for (let index = 0; index < later; index += 1) waves.push([laterMessage(index, message, filing)])
  const entitled = [...new Set(items.map((item) => servedBy(item, form, references)))]
  return { record, filing, entitled, waves }
}

/** A decision is filled up with remarks; a submission is as large as its form. */
function padded(seed: number, envelope: { readonly data: object }): object {
  const missing = decisionBytes - Buffer.byteLength(JSON.stringify(envelope)) - ',"remarks":""'.length
  if ('process' in envelope.data || 'reason' in envelope.data || 'paths' in envelope.data)
    return envelope.data
  return missing < 24 ? envelope.data : { ...envelope.data, remarks: remarksOf(seed, missing) }
}

/** What happens to a registered enterprise: its address changes, others confirm it. */
function laterMessage(
  index: number,
  message: (participant: string, id: string, type: string, data: object) => PreparedMessage,
  filing: string,
): PreparedMessage {
  const id = `${filing}/later/${index}`
  if (index % 2 === 1)
    return message(index % 4 === 1 ? 'TAX' : 'STATS', id, 'yibiao.value.confirmed.v1', {
      paths: ['/domicile/text', '/industry/code'],
    })
  const address = `吉林省吉林市昌邑区重庆街${100 + index}号${1 + (index % 9)}层`
  return message('AMR', id, 'yibiao.record.changed.v1', {
    reason: remarksOf(index, 480),
    form: { domicile: { text: address }, serviceOfProcess: { address } },
  })
}

/** Items in the order in which they can be decided: each level needs what stands in the levels before. */
function levelsOf(items: readonly CatalogueItem[]): readonly (readonly CatalogueItem[])[] {
  const present = new Set(items.map(({ code }) => code))
  const gates = items.filter(({ gate }) => gate === 'PRE').map(({ code }) => code)
  const needs = (item: CatalogueItem): readonly string[] =>
    (item.kind === 'REGISTRATION' ? gates : item.dependsOn).filter((code) => present.has(code))
  const levels: CatalogueItem[][] = []
  const done = new Set<string>()
  while (done.size < items.length) {
    const level = items.filter((item) => !done.has(item.code) && needs(item).every((code) => done.has(code)))
    if (level.length === 0) throw new Error('items wait for one another')
    for (const { code } of level) done.add(code)
    levels.push(level)
  }
  return levels
}

function servedBy(item: CatalogueItem, form: OneForm, { participants }: ReferencesInForce): string {
  if (item.chooses !== undefined && form.bank !== undefined) return form.bank.participant
  const [first] = participants.serving(item.department, form.domicile.divisionCode)
  if (first === undefined) throw new Error(`nobody serves ${item.code}`)
  return first.code
}
