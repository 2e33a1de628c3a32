import t from 'tap'
import { acknowledges, registers } from './acts.ts'
import { exchange } from './exchange.ts'

interface Job {
  readonly job: {
    readonly state: string
    readonly kind: string
    readonly actor: string
    readonly reason: string
    readonly result: Record<string, unknown> | null
  }
}
interface Plan {
  readonly plan: {
    readonly plan: string
    readonly participant: string
    readonly from: number
    readonly to: number
    readonly positions: { readonly from: number; readonly to: number }
    readonly events: number
    readonly records: number
    readonly acknowledged: { readonly received: number; readonly applied: number }
  }
}

const x = await exchange({
  fsck: async (onProgress) => {
    onProgress(1, 2)
    return { sound: true, faults: [] }
  },
})
t.teardown(() => x.close())
const one = await x.file()
const two = await x.file()
await registers(x, one, 61)
await x.stream(`registration-${one.record}`, 6)
await acknowledges(x, 'TAX', 2, 'applied')
await x.stream('receipts-TAX', 1)
await noted()

const as = 'operator'
const codeOf = (answer: { json(): unknown }) => (answer.json() as { code: string }).code
const post = (url: string, body: unknown, more: object = {}) => x.call('POST', url, { as, body, ...more })

/** Resolves when the relay has noted everything as published. */
async function noted(): Promise<void> {
  for (;;) {
    await x.settled()
    const { value } = await x.readModel.feedStates()
    if ((value.find((state) => state.participant === 'TAX')?.sent?.sequence ?? 0) >= 4) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The job at its end. */
async function ended(url: string): Promise<Job['job']> {
  for (;;) {
    const answer = await x.call('GET', url, { as })
    t.equal(answer.statusCode, 200)
    const { job } = answer.json<Job>()
    if (job.state !== 'requested' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

t.test('a view is built anew, and rolled back', async (t) => {
  const requested = await post('/v1/rebuilds', { projection: 'one-form', reason: '例行核对' })
  t.equal(requested.statusCode, 202)
  const { job } = requested.json<{ job: string }>()
  t.equal(requested.headers.location, `/v1/jobs/${job}`)
  const done = await ended(`/v1/rebuilds/${job}`)
  t.match(done, {
    state: 'done',
    kind: 'rebuild',
    actor: 'operator-1',
    reason: '例行核对',
    result: { switched: true },
  })
  const back = await post(`/v1/rebuilds/${job}/rollback`, {})
  t.equal(back.statusCode, 202)
  t.match(await ended(`/v1/jobs/${back.json<{ job: string }>().job}`), { kind: 'rollback', state: 'done' })
  const again = await post('/v1/projections/one-form/rollback', { reason: '改回' })
  t.equal(again.statusCode, 202)
  t.equal((await ended(`/v1/jobs/${again.json<{ job: string }>().job}`)).kind, 'rollback')
})

t.test('a switch to a copy that is not there is refused by the projector', async (t) => {
  const asked = await post('/v1/projections/search/switch', { accept: '0'.repeat(64) })
  t.equal(asked.statusCode, 202)
  t.equal((await ended(`/v1/jobs/${asked.json<{ job: string }>().job}`)).state, 'refused')
})

t.test('a request with a key is the same operation when it is repeated', async (t) => {
  const ask = () => post('/v1/rebuilds', { projection: 'search' }, { key: 'once' })
  const first = (await ask()).json<{ job: string }>()
  await ended(`/v1/jobs/${first.job}`)
  t.strictSame((await ask()).json(), { ...first, state: 'requested' })
  const other = await post('/v1/rebuilds', { projection: 'one-form' }, { key: 'once' })
  t.equal(other.statusCode, 409)
  t.equal(codeOf(other), 'YB_IDEMPOTENCY_KEY_REUSED')
})

t.test('unknown views and jobs are told', async (t) => {
  t.equal((await post('/v1/rebuilds', { projection: 'nonsense' })).statusCode, 404)
  t.equal((await post('/v1/projections/nonsense/rollback', {})).statusCode, 404)
  const unknown = await x.call('GET', '/v1/jobs/nonsense', { as })
  t.equal(unknown.statusCode, 404)
  t.equal(codeOf(unknown), 'YB_JOB_UNKNOWN')
  t.equal((await x.call('GET', '/v1/rebuilds/nonsense', { as })).statusCode, 404)
  t.equal((await x.call('GET', '/v1/jobs/nonsense', { as: 'founder' })).statusCode, 403)
})

t.test('a replay is planned first; the plan says what would be sent', async (t) => {
  const answer = await post('/v1/replays', { participant: 'TAX' })
  t.equal(answer.statusCode, 200)
  const { plan } = answer.json<Plan>()
  t.match(plan, {
    participant: 'TAX',
    from: 1,
    to: 7,
    events: 7,
    records: 2,
    acknowledged: { applied: 2, received: 2 },
  })
  const narrow = (
    await post('/v1/replays', { participant: 'TAX', from: plan.positions.from + 1 })
  ).json<Plan>()
  t.match(narrow.plan, { from: 2, to: 7, events: 6 })
  const until = (await post('/v1/replays', { participant: 'TAX', to: plan.positions.to - 1 })).json<Plan>()
  t.match(until.plan, { from: 1, to: 6 })
  const record = (await post('/v1/replays', { participant: 'TAX', record: two.record })).json<Plan>()
  t.match(record.plan, { record: two.record, events: 2, records: 1, from: 3, to: 4 })
  const byDepartment = (await post('/v1/replays', { department: 'TAX' })).json<Plan>()
  t.equal(byDepartment.plan.plan, plan.plan)
  const operations = await x.store.readStream('operations')
  t.notOk(
    operations.some((event) => event.data.includes('"replay"')),
    'a plan leaves nothing behind',
  )
})

t.test('a confirmed plan is carried out, on record with who and why, and shows in the trace', async (t) => {
  const body = { participant: 'TAX', record: one.record }
  const { plan } = (await post('/v1/replays', body)).json<Plan>()
  t.equal((await post('/v1/replays', { ...body, confirm: plan.plan })).statusCode, 400, 'a reason is needed')
  const confirmed = await post('/v1/replays', { ...body, confirm: plan.plan, reason: '税务系统恢复' })
  t.equal(confirmed.statusCode, 202)
  const done = await ended(`/v1/jobs/${confirmed.json<{ job: string }>().job}`)
  t.match(done, {
    kind: 'replay',
    state: 'done',
    actor: 'operator-1',
    reason: '税务系统恢复',
    result: { messages: plan.events },
  })
  const replayed = await x.bus.read('registration.replay.TAX', 0, 0, 10)
  t.equal(replayed.length, plan.events)
  const trace = (await x.call('GET', `/v1/filings/${one.filing}/trace`, { as })).json<{
    operations: { actor: string }[]
  }>()
  t.match(trace.operations, [{ actor: 'operator-1', kind: 'replay', reason: '税务系统恢复' }])
  const other = (await x.call('GET', `/v1/filings/${two.filing}/trace`, { as })).json<{ operations: [] }>()
  t.strictSame(other.operations, [])
})

t.test('a plan that no longer fits is refused', async (t) => {
  const { plan } = (await post('/v1/replays', { participant: 'TAX' })).json<Plan>()
  const stale = await post('/v1/replays', { participant: 'AMR', confirm: plan.plan, reason: 'x' })
  t.equal(stale.statusCode, 409)
  t.equal(codeOf(stale), 'YB_PLAN_STALE')
})

t.test('a replay of nothing, to nobody, or of the future is refused', async (t) => {
  const head = await x.store.head()
  const cases: [body: object, status: number][] = [
    [{}, 400],
    [{ participant: 'NOBODY' }, 422],
    [{ participant: 'OPERATOR' }, 422],
    [{ department: 'BANK' }, 400],
    [{ participant: 'TAX', to: head + 100_000 }, 400],
    [{ participant: 'TAX', from: 5, to: 4 }, 400],
    [{ participant: 'TAX', to: 1 }, 400],
    [{ participant: 'TAX', record: 'R00000000000000' }, 404],
    [{ participant: 'CUSTOMS', record: one.record }, 400],
    [{ participant: 'TAX', nonsense: 1 }, 400],
  ]
  for (const [body, status] of cases)
    t.equal((await post('/v1/replays', body)).statusCode, status, JSON.stringify(body))
})

t.test('a check runs as a job', async (t) => {
  const started = await x.call('POST', '/v1/checks', { as: 'auditor' })
  t.equal(started.statusCode, 202)
  const done = await ended(started.headers.location as string)
  t.match(done, { kind: 'check', state: 'done', result: { sound: true }, progress: { done: 1, total: 2 } })
})

t.test('without a check there is none', async (t) => {
  const bare = await exchange()
  t.teardown(() => bare.close())
  const answer = await bare.call('POST', '/v1/checks', { as: 'operator' })
  t.equal(answer.statusCode, 503)
})
