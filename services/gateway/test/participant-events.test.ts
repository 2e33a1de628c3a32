import { hash } from 'node:crypto'
import { ledgerGroup } from '@yibiao/ledger'
import { decodeEvent, eventIdOf, filingIdOf, fixtureUscc, recordIdOf, sourceOf } from '@yibiao/schemas'
import t from 'tap'
import { ledgerGroup as knownGroup } from '../src/inbound/ledger-progress.ts'
import { exchange, type Filed } from './exchange.ts'
import { messageOf, post, postOne, told } from './participant.ts'

const x = await exchange()
t.teardown(() => x.close())

const registered = (filed: Pick<Filed, 'filing' | 'record'>, number: number) =>
  messageOf('AMR', {
    id: `register-${filed.filing}`,
    type: 'enterprise.registered',
    subject: filed.record,
    filing: filed.filing,
    data: {
      approval: `${filed.filing}/company-setup-registration`,
      round: 1,
      form: {
        uscc: fixtureUscc('220202', number),
        establishedOn: '2026-09-30',
        status: '1',
        registryOrg: { code: '220202', name: '昌邑区市场监督管理局' },
      },
    },
  })
const confirmed = (filed: Filed, more: object = {}) =>
  messageOf('TAX', {
    id: `confirm-${filed.filing}`,
    type: 'approval.recorded',
    subject: filed.record,
    filing: filed.filing,
    data: {
      approval: `${filed.filing}/tax-information-confirmation`,
      round: 1,
      form: { tax: { types: ['VAT'] } },
    },
    ...more,
  })
const intruding = (filed: Filed, id = `intrude-${filed.filing}`) =>
  messageOf('TAX', {
    id,
    type: 'record.changed',
    subject: filed.record,
    data: { reason: '更名', form: { name: { full: '吉林市别名有限公司' } } },
  })

t.test('the ledger’s group is the ledger’s', async (t) => t.equal(knownGroup, ledgerGroup))

t.test('a decision is recorded, and the outcome says where', async (t) => {
  const filed = await x.file()
  const answer = await post(x, 'AMR', [registered(filed, 1)])
  t.equal(answer.statusCode, 200)
  const [outcome] = told(answer)
  const id = `register-${filed.filing}`
  const event = eventIdOf(sourceOf('AMR'), id, 0)
  t.match(outcome, { outcome: 'recorded', status: 200, id, event, revision: 4 })
  const stored = (await x.stream(`registration-${filed.record}`, 4))[3]
  t.equal(stored?.position, outcome?.position)
})

t.test('a batch is decided in its order, with an outcome each', async (t) => {
  const filed = await x.file()
  await post(x, 'AMR', [registered(filed, 2)])
  const wrongField = intruding(filed)
  const [first, wrong, again, reused, unreadable, other] = told(
    await post(x, 'TAX', [
      confirmed(filed),
      wrongField,
      confirmed(filed, { time: '2026-09-24T11:00:00+08:00' }),
      confirmed(filed, { data: { approval: `${filed.filing}/tax-information-confirmation`, round: 2 } }),
      '{"specversion":1.0, "id":}',
      confirmed(filed, { id: 'as-amr', source: sourceOf('AMR') }),
    ]),
  )
  t.match(first, { outcome: 'recorded', id: `confirm-${filed.filing}` })
  t.match(wrong, {
    outcome: 'refused',
    status: 422,
    problem: { code: 'YB_FIELD_NOT_OWNED', titleZh: /./, titleEn: /./ },
  })
  t.match(again, { outcome: 'repeated', status: 200, event: first?.event, position: first?.position })
  t.match(reused, { outcome: 'refused', status: 409, problem: { code: 'YB_MESSAGE_ID_REUSED' } })
  t.match(unreadable, { outcome: 'refused', status: 400, problem: { code: 'YB_MESSAGE_JSON' } })
  t.equal(unreadable?.id, undefined)
  t.match(other, { outcome: 'refused', status: 403, problem: { code: 'YB_SOURCE_MISMATCH' } })
  t.ok((wrong?.position ?? 0) > (first?.position ?? 0))
})

t.test('the whole batch sent again says the same, and changes nothing', async (t) => {
  const filed = await x.file()
  await post(x, 'AMR', [registered(filed, 3)])
  const batch = [confirmed(filed), intruding(filed), '{"id":"broken"']
  // The last one can be said only alone: an array that holds it cannot be cut.
  const [lone] = told(await postOne(x, 'TAX', Buffer.from(batch[2] ?? '')))
  const first = told(await post(x, 'TAX', batch.slice(0, 2)))
  await x.settled()
  const length = (await x.store.readStream(`registration-${filed.record}`)).length
  const again = told(await post(x, 'TAX', batch.slice(0, 2)))
  t.strictSame(
    again.map((one) => ({ ...one, outcome: '' })),
    first.map((one) => ({ ...one, outcome: '' })),
  )
  t.strictSame(
    again.map((one) => one.outcome),
    ['repeated', 'repeated'],
  )
  t.match(again[1], { status: 422, problem: { code: 'YB_FIELD_NOT_OWNED' } })
  t.strictSame(told(await postOne(x, 'TAX', Buffer.from(batch[2] ?? ''))), [lone])
  t.equal((await x.store.readStream(`registration-${filed.record}`)).length, length)
})

t.test('a message that was refused for what had not happened yet is recorded when it has', async (t) => {
  const ids = {
    filing: filingIdOf('unauthenticated', 'early'),
    record: recordIdOf('unauthenticated', 'early'),
  }
  const early = registered(ids, 6)
  const [first] = told(await post(x, 'AMR', [early]))
  t.match(first, { outcome: 'refused', status: 404, problem: { code: 'YB_RECORD_UNKNOWN' } })
  t.strictSame(told(await post(x, 'AMR', [early])), [first], 'refused anew')
  await x.file({ key: 'early' })
  t.match(told(await post(x, 'AMR', [early])), [{ outcome: 'recorded', status: 200, revision: 4 }])
})

t.test('the refusal keeps the bytes as they were sent', async (t) => {
  const bytes = Buffer.concat([
    Buffer.from(' {"id":"gbk","subject":"'),
    Buffer.from([0xc4, 0xe3]),
    Buffer.from('"}\n'),
  ])
  const [outcome] = told(await postOne(x, 'TAX', bytes))
  t.match(outcome, { outcome: 'refused', status: 400, problem: { code: 'YB_MESSAGE_ENCODING' } })
  const [stored] = await x.stream(`refusal-${hash('sha256', bytes, 'hex')}`, 1)
  const { data } = decodeEvent<{ bytes: string; topic: string; participant: string }>(stored as never)
  t.match(data, { topic: 'registration.inbound.TAX', participant: 'TAX' })
  t.strictSame(Buffer.from(data.bytes, 'base64'), bytes)
})

t.test('one message, a batch and CloudEvents’ own media types are taken; nothing else', async (t) => {
  const send = (body: string, type: string) =>
    x.call('POST', '/v1/participants/TAX/events', { as: 'TAX', body, headers: { 'content-type': type } })
  const message = messageOf('TAX', { id: 'media', type: 'nothing', subject: 'x', data: {} })
  for (const [body, type, count] of [
    [message, 'application/json', 1],
    [`[${message},${message}]`, 'application/json; charset=utf-8', 2],
    [`[${message}]`, 'application/cloudevents-batch+json', 1],
    [message, 'application/cloudevents+json; charset=UTF-8', 1],
  ] as const)
    t.equal(told(await send(body, type)).length, count, type)
  t.equal((await send(message, 'application/cloudevents-batch+json')).statusCode, 400)
  t.equal((await send(message, 'text/plain')).statusCode, 415)
  t.equal((await send('[]', 'application/json')).json<{ code: string }>().code, 'YB_REQUEST')
  t.equal((await send('', 'application/json')).json<{ code: string }>().code, 'YB_MESSAGE_JSON')
  const huge = await send(`["${'x'.repeat(4_200_000)}"]`, 'application/json')
  t.equal(huge.statusCode, 413)
  t.equal(huge.json<{ code: string }>().code, 'YB_MESSAGE_TOO_LARGE')
})

t.test('nobody speaks for a participant but itself', async (t) => {
  const message = messageOf('TAX', { id: 'whose', type: 'nothing', subject: 'x', data: {} })
  for (const as of ['STATS', 'operator', 'auditor', 'founder']) {
    const answer = await post(x, 'TAX', [message], { as })
    t.equal(answer.statusCode, 403, as)
    t.match(answer.json(), { code: 'YB_FORBIDDEN', titleZh: /./ }, as)
  }
  t.equal((await x.call('POST', '/v1/participants/TAX/events', { body: message })).statusCode, 403)
  t.equal((await post(x, 'PAB', [message], { as: 'TAX' })).statusCode, 403)
})

t.test('a wait of nothing accepts; the outcome is learnt by saying it again', async (t) => {
  const filed = await x.file()
  const answer = await post(x, 'AMR', [registered(filed, 4)], { query: '?wait=0' })
  t.equal(answer.statusCode, 202)
  t.match(told(answer), [{ outcome: 'accepted', status: 202, id: `register-${filed.filing}` }])
  await x.stream(`registration-${filed.record}`, 4)
  t.match(told(await post(x, 'AMR', [registered(filed, 4)])), [{ outcome: 'repeated', revision: 4 }])
  t.equal((await post(x, 'AMR', [registered(filed, 4)], { query: '?wait=61' })).statusCode, 400)
})

t.test('500 messages in one batch keep their order', async (t) => {
  const filed = await x.file()
  await post(x, 'AMR', [registered(filed, 5)])
  const changes = Array.from({ length: 500 }, (_, index) =>
    messageOf('TAX', {
      id: `quota-${filed.filing}-${index}`,
      type: 'record.changed',
      subject: filed.record,
      data: { reason: '调整', form: { tax: { invoice: { monthlyQuantity: index + 1 } } } },
    }),
  )
  const outcomes = told(await post(x, 'TAX', changes))
  t.equal(outcomes.length, 500)
  t.ok(outcomes.every((one) => one.outcome === 'recorded'))
  const revisions = outcomes.map((one) => one.revision ?? 0)
  t.strictSame(
    revisions,
    [...revisions].sort((a, b) => a - b),
  )
})
