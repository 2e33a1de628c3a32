import type { Kpi } from '@yibiao/projections'
import t from 'tap'
import { asksForAddress, registers, registration } from './acts.ts'
import { exchange } from './exchange.ts'

const x = await exchange()
t.teardown(() => x.close())

const get = async (url: string, as?: string) => {
  await x.settled()
  return x.call('GET', url, as === undefined ? {} : { as })
}
interface Body {
  readonly groups: {
    department: string | null
    counts: Record<string, number>
    entries: { approval: string }[]
  }[]
  readonly total: number
}

/** A second notice with a new defect: the one exception that needs no time to pass. */
async function secondNotice() {
  const filed = await x.file({ as: 'founder' })
  await asksForAddress(x, filed)
  await x.stream(`registration-${filed.record}`, 4)
  const form = { domicile: { text: '吉林省吉林市昌邑区解放大路 2 号 3 层' } }
  const body = { approval: registration(filed), round: 1, form }
  await x.call('POST', `/v1/filings/${filed.filing}/supplements`, { as: 'founder', key: filed.filing, body })
  await x.say('AMR', {
    id: `again-${filed.filing}`,
    type: 'supplement.requested',
    subject: filed.record,
    filing: filed.filing,
    data: {
      approval: registration(filed),
      round: 2,
      defects: [{ path: '/domicile/postalCode', code: 'POSTAL', zh: '邮编', en: 'The postal code.' }],
    },
  })
  await x.stream(`registration-${filed.record}`, 7)
  return filed
}

t.test('operators and auditors see everything, a participant what is of its own approvals', async (t) => {
  const filed = await secondNotice()
  const entry = {
    kind: 'NOTICE',
    approval: registration(filed),
    participant: 'AMR',
    state: 'OPEN',
    standing: true,
  }
  for (const as of ['operator', 'auditor', 'AMR'])
    t.match((await get('/v1/supervision', as)).json(), {
      total: 1,
      groups: [{ department: 'AMR', entries: [entry] }],
    })
  t.equal((await get('/v1/supervision', 'TAX')).json<Body>().total, 0)
  for (const as of ['founder', 'stranger']) t.equal((await get('/v1/supervision', as)).statusCode, 403, as)
})

t.test('it is narrowed by department, officer, kind and period', async (t) => {
  const total = async (query: string) =>
    (await get(`/v1/supervision?${query}`, 'operator')).json<Body>().total
  t.equal(await total('department=AMR'), 1)
  t.equal(await total('department=TAX'), 0)
  t.equal(await total('officer=PAB-FRONT'), 1, 'who answers for the filing while nobody has decided')
  t.equal(await total('officer=somebody'), 0)
  t.equal(await total('kind=NOTICE,FEE'), 1)
  t.equal(await total('kind=YELLOW'), 0)
  t.equal(await total('from=2020-01-01&to=2020-12-31'), 0)
  t.equal(await total('from=2020-01-01'), 1)
  for (const query of ['kind=PURPLE', 'from=yesterday', 'from=2026-02-01&to=2026-01-01', 'limit=0'])
    t.equal((await get(`/v1/supervision?${query}`, 'operator')).statusCode, 400, query)
})

t.test('a case that there is not cannot be concluded, and only an operator concludes', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const url = `/v1/supervision/cases/${registration(filed)}/1/conclusion`
  const body = { outcome: 'JUSTIFIED', reason: '系统停机' }
  const unknown = await x.call('POST', url, { as: 'operator', key: 'c', body })
  t.equal(unknown.statusCode, 404)
  t.equal(unknown.json<{ code: string }>().code, 'YB_CASE_UNKNOWN')
  for (const as of ['auditor', 'AMR', 'founder'])
    t.equal((await x.call('POST', url, { as, key: 'c', body })).statusCode, 403, as)
  const wrong = { ...body, outcome: 'FORGOTTEN' }
  t.equal((await x.call('POST', url, { as: 'operator', key: 'c', body: wrong })).statusCode, 400)
})

t.test('the indicators are for operators and auditors, with what is behind them', async (t) => {
  const kpis = async (query = '') => {
    const { kpis: all } = (await get(`/v1/kpi${query}`, 'auditor')).json<{ kpis: Kpi[] }>()
    return new Map(all.map((one) => [one.id, one]))
  }
  const all = await kpis()
  t.match(all.get('parallelCoverage'), { value: 1, met: true, behind: { count: Number } })
  t.match(all.get('oneTimeViolation'), { value: 1, met: false, denominator: 2, against: { count: 1 } })
  t.match(all.get('complaintAnswerTime'), { value: null, reason: { en: /no events of complaints/ } })
  t.match(all.get('exchangeLatencyP95'), { value: null, reason: { en: /not measured/ } })
  t.equal((await kpis('?to=2020-12-31')).get('parallelCoverage')?.value, null)
  t.equal((await kpis('?department=TAX')).get('oneTimeViolation')?.value, 0)
  t.equal((await kpis('?department=TAX')).get('unackedEvents')?.behind.ids.join(), 'TAX')
  for (const as of ['founder', 'AMR']) t.equal((await get('/v1/kpi', as)).statusCode, 403, as)
  t.equal((await get('/v1/kpi?from=x', 'operator')).statusCode, 400)
})

t.test('a value that somebody disputes is an open dispute, until it is settled', async (t) => {
  const filed = await x.file({ as: 'founder' })
  await registers(x, filed, 7)
  await x.stream(`registration-${filed.record}`, 6)
  await x.say('TAX', {
    id: `dispute-${filed.filing}`,
    type: 'value.disputed',
    subject: filed.record,
    data: { path: '/domicile/text', reason: '查无此址' },
  })
  const said = await x.stream(`registration-${filed.record}`, 7)
  t.equal(said.at(-1)?.type, 'yibiao.value.disputed.v1')
  const { kpis } = (await get('/v1/kpi', 'operator')).json<{ kpis: Kpi[] }>()
  t.match(
    kpis.find(({ id }) => id === 'openDisputes'),
    { value: 1, behind: { ids: [filed.record] } },
  )
  t.match(
    kpis.find(({ id }) => id === 'openDisputeAge'),
    { value: 0, unit: 'DAYS' },
  )
})

t.test('with receipts the latency of the exchange is measured', async (t) => {
  await x.settled()
  const feed = await x.call('GET', '/v1/participants/AMR/feed?limit=200', { as: 'AMR' })
  const last = feed.json<{ messages: { sequence: number; digest: string }[] }>().messages.at(-1)
  if (last === undefined) throw new Error('AMR was sent nothing')
  const body = { sequence: last.sequence, digest: last.digest, stage: 'applied' }
  await x.call('POST', '/v1/participants/AMR/receipts', { as: 'AMR', key: 'r', body })
  const { kpis } = (await get('/v1/kpi', 'operator')).json<{ kpis: Kpi[] }>()
  const latency = kpis.find(({ id }) => id === 'exchangeLatencyP95')
  t.ok((latency?.value ?? -1) >= 0)
  t.ok((latency?.denominator ?? 0) > 0)
  t.strictSame(new Set(latency?.behind.ids), new Set(['AMR']))
})
