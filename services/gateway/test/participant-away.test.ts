import type { MessageBus } from '@yibiao/message-bus'
import { recordIdOf } from '@yibiao/schemas'
import t from 'tap'
import { exchange } from './exchange.ts'
import { messageOf, post, told } from './participant.ts'

const away = (code: string) => () =>
  Promise.reject(Object.assign(new Error('away'), { code, retryable: true }))
const message = messageOf('TAX', { id: 'one', type: 'nothing', subject: 'x', data: {} })
const batch = [message, messageOf('TAX', { id: 'two', type: 'nothing', subject: 'x', data: {} })]
const isAway = { code: 'YB_UNAVAILABLE', status: 503, retryable: true, titleZh: /./ }

t.test('while the bus is away nothing is accepted, and the same batch goes through afterwards', async (t) => {
  const x = await exchange({ limits: { publishTimeout: 100 } })
  t.teardown(() => x.close())
  const { publish } = x.bus
  t.teardown(() => void Object.assign(x.bus, { publish }))
  const receipt = { sequence: 1, reason: 'x' }
  for (const broken of [away('YB_BUS_UNAVAILABLE'), () => new Promise(() => undefined)]) {
    x.bus.publish = broken as MessageBus['publish']
    for (const answer of [
      await post(x, 'TAX', batch),
      await x.call('POST', '/v1/participants/TAX/receipts', { as: 'TAX', body: receipt }),
    ]) {
      t.match(answer.json(), isAway)
      t.equal(answer.headers['retry-after'], '1')
    }
  }
  x.bus.publish = publish
  t.match(told(await post(x, 'TAX', batch)), [{ outcome: 'refused' }, { outcome: 'refused' }])
})

t.test('while the ledger is away everything is accepted, once', async (t) => {
  const x = await exchange({ limits: { answerWait: 30 } })
  t.teardown(() => x.close())
  await x.stopLedger()
  const answer = await post(x, 'TAX', batch)
  t.equal(answer.statusCode, 202)
  t.match(told(answer), [
    { outcome: 'accepted', status: 202, id: 'one' },
    { outcome: 'accepted', status: 202, id: 'two' },
  ])
  const receipt = await x.call('POST', '/v1/participants/TAX/receipts', {
    as: 'TAX',
    body: { sequence: 1, reason: 'x' },
  })
  t.equal(receipt.statusCode, 202)
  t.match(receipt.json(), { outcome: 'accepted', status: 202, id: 'feed/rejected/1' })
})

t.test(
  'while the store is away what is said is accepted, for it is durable; nothing can be read',
  async (t) => {
    const x = await exchange({ limits: { answerWait: 60 } })
    t.teardown(() => x.close())
    await x.stopLedger()
    const { readStream, readAll, head } = x.store
    const broken = away('YB_STORE_UNAVAILABLE')
    Object.assign(x.store, { readStream: broken, readAll: broken, head: broken })
    t.teardown(() => void Object.assign(x.store, { readStream, readAll, head }))
    t.match(told(await post(x, 'TAX', batch)), [{ outcome: 'accepted' }, { outcome: 'accepted' }])
    for (const path of ['feed', `records/${recordIdOf('anybody', 'anything')}`]) {
      const answer = await x.call('GET', `/v1/participants/TAX/${path}`, { as: 'TAX' })
      t.match(answer.json(), isAway, path)
      t.equal(answer.headers['retry-after'], '1', path)
    }
    Object.assign(x.store, { readStream, readAll, head })
    const answer = await x.call('GET', '/v1/participants/TAX/feed', { as: 'TAX' })
    t.equal(answer.statusCode, 200, 'and again when it is back')
  },
)

t.test('a stop ends the wait for the ledger: what was said is accepted', async (t) => {
  const x = await exchange()
  t.teardown(() => x.close())
  await x.stopLedger()
  const answer = post(x, 'TAX', batch, { query: '?wait=60' })
  const published = async () =>
    (await x.bus.offsets('ledger', ['registration.inbound.TAX'])).some((one) => one.latest > 0)
  while (!(await published())) await new Promise((resolve) => setImmediate(resolve))
  await x.gateway.stop()
  t.match(told(await answer), [{ outcome: 'accepted' }, { outcome: 'accepted' }])
})
