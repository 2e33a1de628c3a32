import type { MessageBus } from '@yibiao/message-bus'
import { makeForm } from '@yibiao/schemas'
import t from 'tap'
import { exchange } from './exchange.ts'

t.test(
  'when the ledger does not answer in time the filing is accepted, and found when it does',
  async (t) => {
    const x = await exchange({ limits: { answerWait: 30, viewWait: 30 } })
    t.teardown(() => x.close())
    await x.stopLedger()
    const answer = await x.call('POST', '/v1/filings', { key: 'late', body: makeForm(1) })
    t.equal(answer.statusCode, 202)
    const { filing, state } = answer.json<{ filing: string; state: string }>()
    t.equal(state, 'ACCEPTED')
    t.equal(answer.headers.location, `/v1/filings/${filing}`)
    t.equal((await x.call('GET', `/v1/filings/${filing}`)).statusCode, 404)
    const again = await x.call('POST', '/v1/filings', { key: 'late', body: makeForm(1) })
    t.equal(again.statusCode, 202)
    t.equal(again.json<{ filing: string }>().filing, filing)
  },
)

t.test('when the bus takes nothing the answer is 503, to be tried again', async (t) => {
  const x = await exchange({ limits: { publishTimeout: 100 } })
  t.teardown(() => x.close())
  const publish = x.bus.publish
  t.teardown(() => {
    x.bus.publish = publish
  })
  const down = Object.assign(new Error('no broker'), { code: 'YB_BUS_UNAVAILABLE', retryable: true })
  x.bus.publish = () => Promise.reject(down)
  const refused = await x.call('POST', '/v1/filings', { key: 'down', body: makeForm(1) })
  t.equal(refused.statusCode, 503)
  t.equal(refused.headers['retry-after'], '1')
  t.equal(refused.json<{ code: string }>().code, 'YB_UNAVAILABLE')

  x.bus.publish = (() => new Promise(() => undefined)) as MessageBus['publish']
  const silent = await x.call('POST', '/v1/filings', { key: 'down', body: makeForm(1) })
  t.equal(silent.statusCode, 503)

  x.bus.publish = publish
  t.equal((await x.call('POST', '/v1/filings', { key: 'down', body: makeForm(1) })).statusCode, 201)
})
