import { foldRecord } from '@yibiao/projections'
import { decodeEvent, type Leaf, leavesOf, type OneForm, recordStream } from '@yibiao/schemas'
import t from 'tap'
import type { Filing } from './support/departments.ts'
import { feedsOf } from './support/feeds-of.ts'
import { richLife, written } from './support/rich-life.ts'
import { Town, withFeed } from './support/town.ts'

interface Message {
  readonly type: string
  readonly subject: string
  readonly source: string
  readonly data: {
    readonly changes?: readonly {
      readonly path: string
      readonly before?: Leaf
      readonly after: Leaf | null
    }[]
    readonly approvals?: readonly { readonly participant: string; readonly department: string }[]
    readonly bytes?: string
  }
}

const read = (value: Buffer): Message => JSON.parse(value.toString('utf8')) as Message

const town = await Town.open(t)
const filings = await richLife(town, [3, 4, 7, 8, 12, 19, 23, 31])
const feeds = await feedsOf(town)
const messages = new Map([...feeds].map(([code, all]) => [code, all.map(({ value }) => read(value))]))
const { matrix, participants } = town.references.current()

const about = (code: string, { record }: Filing): Message[] =>
  (messages.get(code) ?? []).filter((message) => message.subject === record)
const entitled = (code: string, filing: Filing): boolean =>
  [...filing.approvals.values()].some(({ participant }) => participant === code)

async function formOf({ record }: Filing): Promise<object> {
  const stored = await town.store.readStream(recordStream(record))
  return foldRecord(
    record,
    stored.map((one) => decodeEvent(one)),
    town.references,
  ).form
}

t.test('only those whom the routing names get anything, and the bank not chosen gets nothing', async (t) => {
  let chosen = 0
  for (const filing of filings)
    for (const code of withFeed) {
      if (!entitled(code, filing)) t.same(about(code, filing), [], `${code} hears nothing`)
      else t.not(about(code, filing).length, 0, `${code} hears of it`)
      if (code.startsWith('BANK') && entitled(code, filing)) chosen += 1
    }
  t.equal(chosen, filings.length, 'every filing has one bank')
  for (const code of ['PAB', 'OPERATOR', 'CLOCK']) t.same(messages.get(code), [], `${code} has no feed`)
})

t.test('the first message is the routing, with exactly what the matrix shows of the form', async (t) => {
  for (const filing of filings)
    for (const code of withFeed) {
      if (!entitled(code, filing)) continue
      const [first] = about(code, filing)
      t.equal(first?.type, 'yibiao.filing.routed.v1')
      const cut = matrix.cut(participants.columnsOf(code), filing.form, filing.form) as OneForm
      t.same(
        first?.data.changes,
        leavesOf(cut).map(([path, after]) => ({ path, after })),
        `${code}'s part of ${filing.record}`,
      )
    }
})

t.test('whoever folds the changes holds what the matrix shows of the record, and no more', async (t) => {
  for (const filing of filings) {
    const form = await formOf(filing)
    for (const code of withFeed) {
      if (!entitled(code, filing)) continue
      const copy = new Map<string, Leaf>()
      for (const { path, after } of about(code, filing).flatMap(({ data }) => data.changes ?? []))
        if (after === null) copy.delete(path)
        else copy.set(path, after)
      const cut = matrix.cut(participants.columnsOf(code), form, form)
      t.same(Object.fromEntries(copy), Object.fromEntries(leavesOf(cut ?? {})), `${code}: ${filing.record}`)
    }
  }
})

t.test('no value that the matrix withholds appears anywhere in a message', async (t) => {
  let searched = 0
  for (const filing of filings)
    for (const code of withFeed) {
      if (!entitled(code, filing)) continue
      const columns = participants.columnsOf(code)
      // Whatever it ever saw, rightly: a new legal representative is seen from his first day.
      const seen = new Set<string>()
      for (const { path, before, after } of about(code, filing).flatMap(({ data }) => data.changes ?? []))
        for (const value of [before, after])
          if (value !== null && value !== undefined) seen.add(`${path} ${String(value)}`)
      // The routing's own words, such as the gate of an item, are nobody's values.
      const words = JSON.stringify(about(code, filing)[0]?.data.approvals)
      const visible = [words, ...[...seen].map((one) => one.slice(one.indexOf(' ') + 1))].join('\n')
      const text = about(code, filing)
        .map((message) => JSON.stringify(message, withoutCalendar))
        .join('\n')
      const cut = new Map(leavesOf(matrix.cut(columns, filing.form, filing.form) ?? {}))
      for (const [path, value] of leavesOf(filing.form)) {
        if (String(cut.get(path)) === String(value)) continue
        for (const secret of secretsOf(value)) {
          if (visible.includes(secret)) continue
          searched += 1
          if (text.includes(secret)) t.fail(`${code} reads ${path}: ${secret}`)
        }
      }
    }
  t.ok(searched > 2_000, `${searched} values were looked for`)
})

/** The version of the calendar that clocks were computed by is everybody's to know, whatever else is called so. */
const calendar = town.references.current().calendar.version
const withoutCalendar = (name: string, value: unknown): unknown =>
  name === 'calendar' && value === calendar ? undefined : value

/** Values long enough not to be there by chance. */
const secretsOf = (value: Leaf): string[] =>
  [value].flat().flatMap((one) => {
    if (typeof one === 'string') return one.length >= 4 || /[\u4e00-\u9fff]{2}/.test(one) ? [one] : []
    return typeof one === 'number' && one > 100_000 ? [String(one)] : []
  })

t.test('what people wrote reaches its writer and whom it was written to, and nobody else', async (t) => {
  const readers: Record<keyof typeof written, readonly string[]> = {
    defect: ['AMR'],
    remarks: ['AMR'],
    disputeReason: ['TAX', 'AMR'],
    claimed: [
      'TAX',
      'AMR',
      'PSB',
      'HRSS',
      'HSA',
      'HPF',
      'BANK-ICBC',
      'BANK-CCB',
      'STATS',
      'CUSTOMS',
      'AMR-FOOD',
    ],
    changeReason: ['AMR'],
    refusedText: ['AMR'],
  }
  for (const code of withFeed) {
    const text = JSON.stringify(messages.get(code))
    for (const [name, words] of Object.entries(written))
      if (text.includes(words))
        t.ok(readers[name as keyof typeof written].includes(code), `${code} may read ${name}`)
  }
  const amr = JSON.stringify(messages.get('AMR'))
  for (const [name, words] of Object.entries(written)) t.ok(amr.includes(words), `AMR reads ${name}`)
})

t.test('the bank that the founder chose is named on no other feed', async (t) => {
  for (const code of withFeed.filter((one) => !one.startsWith('BANK'))) {
    const text = JSON.stringify(messages.get(code))
    t.notOk(/BANK-(ICBC|CCB)/.test(text), `${code} is not told which bank`)
  }
  const routed = about('TAX', filings[0] as Filing)[0]?.data.approvals ?? []
  t.ok(
    routed.some(({ participant, department }) => participant === 'BANK' && department === 'BANK'),
    'the bank is told by department',
  )
  const icbc = JSON.stringify(messages.get('BANK-ICBC'))
  t.ok(icbc.includes('/participants/BANK-ICBC'), 'a bank knows itself')
})

t.test('a refusal reaches its sender alone, without the bytes', async (t) => {
  const refusals = withFeed.flatMap((code) =>
    (messages.get(code) ?? [])
      .filter(({ type }) => type === 'yibiao.message.refused.v1')
      .map((message) => ({ code, message })),
  )
  t.same(refusals.map(({ code }) => code).sort(), ['HSA', 'TAX'], 'one of the record, one of no record')
  for (const { message } of refusals) t.equal(message.data.bytes, '')
  t.notOk(JSON.stringify(messages.get('TAX')).includes('no message'), 'nothing of the bytes')
})
