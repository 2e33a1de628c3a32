import { legalDateOf, makeForm } from '@yibiao/schemas'
import t from 'tap'
import { movesTo, registers } from './acts.ts'
import { exchange } from './exchange.ts'

interface View {
  readonly position: number
  readonly mode: string
  readonly revision: number
  readonly status: string
  readonly form: { readonly uscc?: string; readonly domicile: { readonly text: string } }
  readonly values: readonly {
    readonly path: string
    readonly value: unknown
    readonly standing: string
    readonly department: string
    readonly revision: number
    readonly event: { readonly type: string; readonly recordedtime: string } | null
  }[]
}

const x = await exchange()
t.teardown(() => x.close())
const filed = await x.file({ as: 'founder', form: makeForm(501) })
await registers(x, filed, 21)
const [registered] = (await x.stream(`registration-${filed.record}`, 6)).slice(3)
await movesTo(x, filed, '吉林省吉林市昌邑区解放大路 2 号', '2027-03-01')
const [moved] = (await x.stream(`registration-${filed.record}`, 7)).filter(
  (one) => one.type === 'yibiao.record.changed.v1',
)
await x.settled()

const view = async (query = '', as = 'founder') => {
  const answer = await x.call('GET', `/v1/records/${filed.record}${query}`, { as })
  return { answer, status: answer.statusCode, body: answer.json<View>() }
}
const at = (body: View, path: string) => body.values.find((one) => one.path === path)

t.test(
  'the view holds every value with where it comes from, and the position it is true as of',
  async (t) => {
    const { answer, body } = await view()
    t.equal(answer.headers['yibiao-position'], String(body.position))
    t.equal(answer.headers['yibiao-mode'], 'sandbox')
    t.equal(body.mode, 'sandbox')
    t.equal(body.status, 'REGISTERED')
    t.match(at(body, '/uscc'), {
      standing: 'registered',
      department: 'AMR',
      event: { type: 'yibiao.enterprise.registered.v1' },
    })
    t.match(at(body, '/domicile/text'), { department: 'AMR', event: { type: 'yibiao.record.changed.v1' } })
    t.match(at(body, '/bank/participant'), {
      department: 'APPLICANT',
      event: { type: 'yibiao.filing.submitted.v1' },
    })
  },
)

t.test('asOf asks what the exchange knew, by position, instant or date', async (t) => {
  const before = (registered?.position ?? 0) - 1
  const { body } = await view(`?asOf=${before}`)
  t.equal(body.position, before)
  t.equal(body.form.uscc, undefined)
  t.equal(body.status, 'FILED')
  t.ok((await view(`?asOf=${registered?.position}`)).body.form.uscc)
  const past = await view('?asOf=2026-01-01')
  t.equal(past.status, 404, 'there was no such record then')
  t.equal(past.answer.json<{ code: string }>().code, 'YB_RECORD_UNKNOWN')
  const today = legalDateOf(Date.now())
  t.equal((await view(`?asOf=${today}`)).body.revision, (await view()).body.revision)
  const recorded = at((await view()).body, '/uscc')?.event?.recordedtime ?? ''
  t.ok((await view(`?asOf=${encodeURIComponent(recorded)}`)).body.form.uscc)
})

t.test('effectiveAt asks what was in force; the two combine', async (t) => {
  t.match((await view('?effectiveAt=2027-02-28')).body.form.domicile.text, makeForm(501).domicile.text)
  t.equal((await view('?effectiveAt=2027-03-01')).body.form.domicile.text, '吉林省吉林市昌邑区解放大路 2 号')
  const both = await view(`?effectiveAt=2027-03-01&asOf=${(moved?.position ?? 0) - 1}`)
  t.equal(both.body.form.domicile.text, makeForm(501).domicile.text)
})

t.test('what cannot be asked is refused', async (t) => {
  const head = await x.store.head()
  for (const query of [
    '?asOf=tomorrow',
    '?effectiveAt=2027-02-30',
    '?nonsense=1',
    `?after=${head + 1_000}`,
    `?asOf=${head + 1_000}`,
  ])
    t.equal((await view(query)).status, 400, query)
  for (const id of ['R00000000000000', 'nonsense', filed.filing])
    t.equal((await x.call('GET', `/v1/records/${id}`, { as: 'auditor' })).statusCode, 404, id)
})

t.test('ids are understood as people write them', async (t) => {
  const typed = filed.record.toLowerCase().replace(/^(.{5})(.{5})/, '$1-$2-')
  t.equal((await x.call('GET', `/v1/records/${typed}`, { as: 'founder' })).statusCode, 200)
})

t.test('after waits until the view has reached a position', async (t) => {
  const other = await x.file({ as: 'founder' })
  const answer = await x.call('GET', `/v1/records/${other.record}?after=${other.position}`, { as: 'founder' })
  t.equal(answer.statusCode, 200)
  t.ok(answer.json<View>().position >= other.position)
})

t.test('records are found by name, code and id, page by page', async (t) => {
  await x.settled()
  const find = async (query: string, as = 'founder') =>
    (await x.call('GET', `/v1/records?${query}`, { as })).json<{
      records: { record: string }[]
      next?: string
    }>()
  const { full } = makeForm(501).name
  t.strictSame(
    (await find(`search=${encodeURIComponent(full.slice(3, 9))}`)).records.map((one) => one.record),
    [filed.record],
  )
  t.equal((await find(`search=${filed.record}`)).records.length, 1)
  t.strictSame(await find(`search=${encodeURIComponent(full)}&status=FILED`).then((one) => one.records), [])
  const first = await find('limit=1')
  const second = await find(`limit=1&after=${first.next}`)
  t.not(first.records[0]?.record, second.records[0]?.record)
  t.strictSame((await find(`search=${encodeURIComponent(full)}`, 'stranger')).records, [])
  const wrong = await x.call('GET', '/v1/records?after=nonsense', { as: 'founder' })
  t.equal(wrong.statusCode, 400)
})

t.test('the events are given in order, with what each changed', async (t) => {
  const answer = await x.call('GET', `/v1/records/${filed.record}/events`, { as: 'founder' })
  const { events, cursor } = answer.json<{
    events: {
      revision: number
      position: number
      type: string
      changes: { path: string; before: unknown; after: unknown }[]
    }[]
    cursor: string
  }>()
  t.strictSame(
    events.map((one) => one.revision),
    events.map((_, index) => index + 1),
  )
  const change = events.find((one) => one.type === 'yibiao.record.changed.v1')?.changes
  t.strictSame(change, [
    { path: '/domicile/text', before: makeForm(501).domicile.text, after: '吉林省吉林市昌邑区解放大路 2 号' },
  ])
  const later = await x.call('GET', `/v1/records/${filed.record}/events?after=${registered?.position}`, {
    as: 'founder',
  })
  t.ok(
    later
      .json<{ events: { position: number }[] }>()
      .events.every((one) => one.position > (registered?.position ?? 0)),
  )
  const end = await x.call('GET', `/v1/records/${filed.record}/events?cursor=${cursor}`, { as: 'founder' })
  t.strictSame(end.json<{ events: [] }>().events, [])
})

t.test('who reads personal fields is on record, once for the same reading', async (t) => {
  await view('', 'auditor')
  await view('', 'auditor')
  const audits: { data: { paths: string[] } }[] = []
  for (let count = 1; audits.length === 0; count += 1)
    for (const { data } of await x.stream(`reads-${filed.record}`, count)) {
      const event = JSON.parse(data.toString()) as { data: { reader: string; paths: string[] } }
      if (event.data.reader === 'auditor:auditor-1') audits.push(event)
    }
  t.equal(audits.length, 1)
  t.ok(audits[0]?.data.paths.some((path) => /^\/people\/\w+\/idNo$/.test(path)))
  t.notOk(audits[0]?.data.paths.includes('/enterpriseType'))
})
