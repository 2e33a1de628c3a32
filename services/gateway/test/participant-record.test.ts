import { decodeEvent, eventIdOf, makeForm, sourceOf } from '@yibiao/schemas'
import t from 'tap'
import { acknowledges, registers } from './acts.ts'
import { exchange } from './exchange.ts'
import { fed, feed, post, type Told } from './participant.ts'

const x = await exchange()
t.teardown(() => x.close())
const form = makeForm(911)
const filed = await x.file({ form })
await registers(x, filed, 95)
await x.stream(`registration-${filed.record}`, 6)

const receipts = (body: unknown, as = 'TAX') => x.call('POST', '/v1/participants/TAX/receipts', { as, body })
const digestAt = async (sequence: number) =>
  (await feed(x, 'TAX', `?after=${sequence - 1}&limit=1`)).messages[0]?.digest ?? ''

t.test('a receipt is on record in the participant’s name, under the connector’s own id', async (t) => {
  const answer = await receipts({ sequence: 1, digest: await digestAt(1), stage: 'received' })
  t.equal(answer.statusCode, 200)
  const event = eventIdOf(sourceOf('TAX'), 'feed/received/1', 0)
  t.match(answer.json<Told>(), { outcome: 'recorded', id: 'feed/received/1', event })
  const [stored] = await x.stream('receipts-TAX', 1)
  t.match(decodeEvent(stored as never), {
    type: 'yibiao.feed.acknowledged.v1',
    subject: 'TAX',
    authtype: 'officer',
    authid: 'officer-TAX',
    data: { sequence: 1, stage: 'received' },
  })
})

t.test('the same receipt again, over HTTP or the bus, and an earlier one, say nothing new', async (t) => {
  const receipt = { sequence: 2, digest: await digestAt(2), stage: 'applied' }
  const first = (await receipts(receipt)).json<Told>()
  t.match((await receipts(receipt)).json<Told>(), {
    outcome: 'repeated',
    event: first.event,
    position: first.position,
  })
  const earlier = { sequence: 1, digest: await digestAt(1), stage: 'applied' }
  t.match((await receipts(earlier)).json<Told>(), { outcome: 'repeated', status: 200 })
  await acknowledges(x, 'TAX', 2, 'applied')
  await receipts({ sequence: 2, digest: await digestAt(2), stage: 'received' })
  const events = await x.stream('receipts-TAX', 3)
  t.equal(events.length, 3)
})

t.test('a message that can never be applied is rejected, with the reason', async (t) => {
  const answer = await receipts({ sequence: 1, reason: '编码无法转换' })
  t.match(answer.json<Told>(), { outcome: 'recorded', id: 'feed/rejected/1' })
  const events = await x.store.readStream('receipts-TAX', { direction: 'backwards', limit: 1 })
  t.match(decodeEvent(events[0] as never), {
    type: 'yibiao.feed.rejected.v1',
    data: { sequence: 1, reason: '编码无法转换' },
  })
})

t.test('what is no receipt is refused, by the interface or by the ledger', async (t) => {
  for (const body of [
    {},
    { sequence: 1 },
    { sequence: 1, stage: 'applied' },
    { sequence: 1, reason: 'x', stage: 'applied' },
    { sequence: 0, reason: 'x' },
    { sequence: 1, reason: 'x', more: 1 },
  ]) {
    const answer = await receipts(body)
    t.equal(answer.statusCode, 400, JSON.stringify(body))
    t.match(answer.json(), { code: 'YB_REQUEST', titleZh: /./ })
  }
  const wrong = await receipts({ sequence: 3, digest: 'abc', stage: 'applied' })
  t.equal(wrong.statusCode, 422)
  t.match(wrong.json(), { code: 'YB_SCHEMA', issues: [{ pointer: '/digest' }] })
  const other = await receipts({ sequence: 2, digest: '0'.repeat(64), stage: 'applied' })
  t.equal(other.statusCode, 409)
  t.match(other.json(), { code: 'YB_MESSAGE_ID_REUSED' })
  for (const as of ['STATS', 'operator', 'auditor', 'founder'])
    t.equal((await receipts({ sequence: 1, reason: 'x' }, as)).statusCode, 403, as)
})

interface Seen {
  readonly participant: string
  readonly revision: number
  readonly position: number
  readonly form: object
  readonly values: readonly { readonly path: string }[]
}
const recordUrl = (participant: string) => `/v1/participants/${participant}/records/${filed.record}`
const read = (participant: string, as = participant) => x.call('GET', recordUrl(participant), { as })

t.test('the record is cut for the participant, and its revision is that of the last message', async (t) => {
  const seen = (await read('TAX')).json<Seen>()
  await fed(x, 'TAX')
  // Refusals outside the record's stream count their own revisions.
  const about = (await feed(x, 'TAX')).messages.filter(
    ({ message }) => message.subject === filed.record && message.type !== 'yibiao.message.refused.v1',
  )
  const last = about.at(-1)?.message
  t.equal(seen.revision, last?.revision)
  t.equal(seen.participant, 'TAX')
  const paths = seen.values.map(({ path }) => path)
  t.ok(paths.includes('/name/full') && paths.includes('/uscc'))
  t.notOk(paths.some((path) => path.startsWith('/articles') || path.startsWith('/beneficialOwners')))
  await x.settled()
  const general = (await x.call('GET', `/v1/records/${filed.record}`, { as: 'TAX' })).json<Seen>()
  t.strictSame(seen.form, general.form, 'as everywhere')
})

t.test('the record is never behind a message that was read before', async (t) => {
  for (let quota = 1; quota <= 5; quota += 1) {
    const { next } = await feed(x, 'TAX')
    const waiting = feed(x, 'TAX', `?after=${next}&wait=60`)
    await post(x, 'TAX', [
      JSON.stringify({
        specversion: '1.0',
        id: `quota-${quota}`,
        source: sourceOf('TAX'),
        type: 'yibiao.record.changed.v1',
        subject: filed.record,
        time: '2026-09-30T10:00:00+08:00',
        authtype: 'officer',
        authid: 'officer-1',
        data: { reason: '核定', form: { tax: { invoice: { monthlyQuantity: 30 + quota } } } },
      }),
    ])
    const revision = (await waiting).messages.at(-1)?.message.revision ?? Number.NaN
    const seen = (await read('TAX')).json<Seen>()
    t.ok(seen.revision >= revision)
    t.match(seen.form, { tax: { invoice: { monthlyQuantity: 30 + quota } } })
  }
})

t.test('looking at personal values is on record', async (t) => {
  const before = (await x.store.readStream(`reads-${filed.record}`)).length
  await read('AMR')
  const events = await x.stream(`reads-${filed.record}`, before + 1)
  const { data } = decodeEvent<{ reader: string; purpose: string; paths: string[] }>(events.at(-1) as never)
  t.match(data, { reader: 'officer:officer-AMR', purpose: '查阅档案 record' })
  t.ok(data.paths.length > 0)
})

t.test('whose business it is not is told that there is nothing; an operator sees no value', async (t) => {
  const chosen = form.bank?.participant ?? ''
  const other = chosen === 'BANK-ICBC' ? 'BANK-CCB' : 'BANK-ICBC'
  t.match((await read(other)).json(), { code: 'YB_RECORD_UNKNOWN', status: 404 })
  t.equal((await read('TAX', 'STATS')).statusCode, 403)
  t.equal((await read('TAX', 'auditor')).statusCode, 403)
  const seen = await read('TAX', 'operator')
  t.strictSame(seen.json<Seen>().values, [])
  t.equal((await read(other, 'operator')).statusCode, 404)
  t.match((await x.call('GET', '/v1/participants/TAX/records/nothing', { as: 'TAX' })).json(), {
    code: 'YB_RECORD_UNKNOWN',
  })
})
