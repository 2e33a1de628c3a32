import t from 'tap'
import { exchange, type Filed, grants, token } from './exchange.ts'

const counter = {
  token: token('counter'),
  principal: { kind: 'participant', id: 'PAB-07', participant: 'PAB' },
} as const
const x = await exchange({ tokens: [...grants, counter] })
t.teardown(() => x.close())

const codeOf = (answer: { json(): unknown }) => (answer.json() as { code: string }).code
const say = (filed: Filed, act: string, body: object, { as = 'operator', key = act } = {}) =>
  x.call('POST', `/v1/filings/${filed.filing}/${act}`, { as, key, body })
interface Seen {
  contact?: { officer: string; window?: string }
  handovers?: number
  channel?: object
  clocks: { clock: string; kind: string; term: object; approval?: string; running: boolean }[]
  approvals: { decidedBy?: string; itemVersion: number }[]
}
async function seen(filed: Filed, as = 'operator'): Promise<Seen> {
  await x.settled()
  return (await x.call('GET', `/v1/filings/${filed.filing}`, { as })).json<{ filing: Seen }>().filing
}
const contact = { officer: 'PAB-07', window: 'W03' }

t.test('an officer at the counter says who answers for a filing, and is on record for it', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const answer = await say(filed, 'contact', contact, { as: 'counter' })
  t.equal(answer.statusCode, 200)
  t.strictSame((await say(filed, 'contact', contact, { as: 'counter' })).json(), answer.json())
  t.equal((await say(filed, 'contact', { ...contact, window: 'W04' }, { as: 'counter' })).statusCode, 409)
  t.match(await seen(filed), { contact })
  const last = (await x.stream(`registration-${filed.record}`, 4)).at(-1)
  t.equal(last?.type, 'yibiao.contact.assigned.v1')
  const events = await x.call('GET', `/v1/records/${filed.record}/events`, { as: 'auditor' })
  const recorded = events.json<{ events: { authtype: string; authid: string }[] }>().events.at(-1)
  t.match(recorded, { authtype: 'officer', authid: 'PAB-07', source: '/participants/PAB' })
})

t.test('a hand-over names who had it', async (t) => {
  const filed = await x.file({ as: 'founder' })
  await say(filed, 'contact', contact)
  const wrong = await say(filed, 'handover', { from: 'PAB-99', to: 'PAB-12', reason: '轮岗' })
  t.equal(wrong.statusCode, 409)
  t.equal(codeOf(wrong), 'YB_NOT_RESPONSIBLE')
  t.equal(wrong.json<{ issues: { pointer: string }[] }>().issues[0]?.pointer, '/from')
  const right = await say(filed, 'handover', { from: 'PAB-07', to: 'PAB-12', reason: '轮岗' }, { key: 'h2' })
  t.equal(right.statusCode, 200)
  t.match(await seen(filed), { contact: { officer: 'PAB-12' }, handovers: 1 })
})

t.test('the green channel gives every promise a shorter term', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const promised = { value: 1, unit: 'WORKING_HOUR' }
  const body = { basis: '市重点项目', grantedBy: 'PAB-CHIEF', promised }
  t.equal((await say(filed, 'green-channel', body)).statusCode, 200)
  const filing = await seen(filed)
  t.match(filing.channel, body)
  const promises = filing.clocks.filter(({ kind, running }) => kind === 'PROMISED' && running)
  t.ok(promises.length > 0)
  for (const { term } of promises) t.strictSame(term, promised)
})

t.test('the filing as a whole is extended once, by an operator alone', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const body = { by: { value: 15, unit: 'WORKING_DAY' }, approver: 'GOV-01', reason: '现场核查复杂' }
  t.equal(codeOf(await say(filed, 'extension', body, { as: 'counter' })), 'YB_FORBIDDEN')
  t.equal((await say(filed, 'extension', body)).statusCode, 200)
  const again = await say(filed, 'extension', body, { key: 'again' })
  t.equal(codeOf(again), 'YB_EXTENSION')
  const joint = (await seen(filed)).clocks.find(({ clock }) => clock === 'joint')
  t.strictSame(joint?.term, { value: 60, unit: 'WORKING_DAY' })
})

t.test('nobody else acts at the counter', async (t) => {
  const filed = await x.file({ as: 'founder' })
  for (const as of ['founder', 'AMR', 'auditor'])
    t.equal((await say(filed, 'contact', contact, { as })).statusCode, 403, as)
  const nobody = await x.call('POST', `/v1/filings/${filed.filing}/contact`, { key: 'k', body: contact })
  t.equal(nobody.statusCode, 403, 'not even where callers without a token are let in')
  t.equal((await say(filed, 'contact', { officer: '张三', window: 'W1' }, { key: 'n' })).statusCode, 422)
})

t.test('a participant sees the clocks of its own approvals and of the filing as a whole', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const mine = (await seen(filed, 'AMR')).clocks
  t.ok(mine.some(({ clock }) => clock === 'joint'))
  t.ok(mine.every(({ approval }) => approval === undefined || approval.endsWith('registration')))
  t.ok((await seen(filed, 'founder')).clocks.length >= mine.length)
})
