import type { ToldApproval } from '@yibiao/projections'
import t from 'tap'
import { asksForAddress, registration } from './acts.ts'
import { exchange, type Filed } from './exchange.ts'

const x = await exchange()
t.teardown(() => x.close())

interface Body {
  readonly state: string
  readonly name: string | null
  readonly approvals: (ToldApproval & { told: { zh: string; en: string }[] })[]
  readonly joint?: { told: { en: string } }
}
async function explanation(filed: Filed, as: string): Promise<Body> {
  await x.settled()
  const answer = await x.call('GET', `/v1/filings/${filed.filing}/explanation`, { as })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Body>()
}
const ofRegistration = ({ approvals }: Body) => approvals.find(({ item }) => item.endsWith('registration'))

t.test('every open approval is told with who acts next, until when and by which rule', async (t) => {
  const filed = await x.file({ as: 'founder' })
  const body = await explanation(filed, 'founder')
  t.equal(body.approvals.length, filed.approvals.length)
  t.match(ofRegistration(body)?.next, { who: 'PARTICIPANT', participant: 'AMR', act: 'DECIDE' })
  const told =
    ofRegistration(body)
      ?.told.map(({ zh, en }) => `${zh}\n${en}`)
      .join('\n') ?? ''
  t.match(told, /待吉林市市场监督管理局作出决定/)
  t.match(told, /Jilin Administration for Market Regulation has to decide, since 20\d\d-/)
  t.match(told, /Promised: 1 working day from the day after/)
  t.match(told, /No delivery to it is on record yet|Sent at .* no receipt yet/)
  const waiting = body.approvals.find(({ state }) => state === 'WAITING')
  t.match(waiting?.told[0]?.en, /^waits for .*\(Jilin Administration for Market Regulation\)/)
  t.match(body.joint?.told.en, /The filing as a whole: 45 working days/)
})

t.test('whether the participant has received and applied what it must act upon', async (t) => {
  const filed = await x.file({ as: 'founder' })
  await x.settled()
  const feed = await x.call('GET', '/v1/participants/AMR/feed?limit=200', { as: 'AMR' })
  const last = feed.json<{ messages: { sequence: number; digest: string }[] }>().messages.at(-1)
  if (last === undefined) throw new Error('AMR was sent nothing')
  const receipt = { sequence: last.sequence, digest: last.digest, stage: 'applied' }
  await x.call('POST', '/v1/participants/AMR/receipts', { as: 'AMR', key: 'r', body: receipt })
  const { delivery } = ofRegistration(await explanation(filed, 'operator')) ?? {}
  t.match(delivery, {
    sequence: Number,
    published: String,
    received: String,
    applied: String,
    rejected: null,
  })
})

t.test('while something is asked for it is the founder’s turn', async (t) => {
  const filed = await x.file({ as: 'founder' })
  await asksForAddress(x, filed)
  await x.stream(`registration-${filed.record}`, 4)
  const body = await explanation(filed, 'founder')
  t.match(ofRegistration(body)?.next, { who: 'APPLICANT', asked: 1 })
  t.match(ofRegistration(body)?.told[0]?.zh, /^待申请人补正 1 项/)
})

t.test('the last message that was not taken is told, to whom it concerns', async (t) => {
  const filed = await x.file({ as: 'founder' })
  await x.say('AMR', {
    id: `wrong-${filed.filing}`,
    type: 'approval.granted',
    subject: filed.record,
    filing: filed.filing,
    data: { approval: registration(filed), round: 7 },
  })
  await x.stream(`registration-${filed.record}`, 4)
  t.match(ofRegistration(await explanation(filed, 'AMR'))?.refused, {
    code: /^YB_APPROVAL/,
    participant: 'AMR',
  })
  t.equal(ofRegistration(await explanation(filed, 'TAX'))?.refused, null)
})

t.test(
  'a participant learns of others by department and state, not by their clocks or receipts',
  async (t) => {
    const filed = await x.file({ as: 'founder' })
    const body = await explanation(filed, 'TAX')
    t.match(ofRegistration(body), {
      participant: null,
      clocks: [],
      delivery: null,
      next: { participant: null },
    })
    t.equal(ofRegistration(body)?.coming, undefined)
    t.match(ofRegistration(body)?.told[0]?.en, /has to decide/)
    const own = body.approvals.find(({ item }) => item === 'tax-information-confirmation')
    t.match(own?.next, { who: 'ITEM', items: [{ participant: null, department: 'AMR' }] })
    t.equal(
      (await x.call('GET', `/v1/filings/${filed.filing}/explanation`, { as: 'stranger' })).statusCode,
      404,
    )
  },
)
