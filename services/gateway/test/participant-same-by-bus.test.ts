import { hash } from 'node:crypto'
import { firstDigest, nextDigest } from '@yibiao/projections'
import { decodeEvent, feedTopic, fixtureUscc, makeForm } from '@yibiao/schemas'
import t from 'tap'
import { acknowledges } from './acts.ts'
import { exchange, type Filed, type TestExchange } from './exchange.ts'
import { fed, feed, messageOf, postOne, publish } from './participant.ts'

/** One department's way of speaking, and of acknowledging. */
interface Way {
  say(x: TestExchange, participant: string, key: string, bytes: Buffer): Promise<unknown>
  acknowledge(
    x: TestExchange,
    sequence: number,
    digest: string,
    stage: 'received' | 'applied',
  ): Promise<unknown>
}

const overHttp: Way = {
  say: (x, participant, _key, bytes) => postOne(x, participant, bytes),
  acknowledge: (x, sequence, digest, stage) =>
    x.call('POST', '/v1/participants/TAX/receipts', { as: 'TAX', body: { sequence, digest, stage } }),
}
const overTheBus: Way = {
  say: publish,
  acknowledge: (x, sequence, _digest, stage) => acknowledges(x, 'TAX', sequence, stage),
}

const decision = (filed: Filed, item: string, form: object, more: object = {}) => ({
  id: `${filed.filing}/${item}/1`,
  subject: filed.record,
  filing: filed.filing,
  data: { approval: `${filed.filing}/${item}`, round: 1, form },
  ...more,
})

/** What is said in the scenario: by whom, and in how many events of which stream it ends. */
function scenario(
  filed: Filed,
): readonly { by: string; bytes: Buffer; stream: (digest: string) => string; count: number }[] {
  const record = () => `registration-${filed.record}`
  const refusal = (digest: string) => `refusal-${digest}`
  const registration = {
    uscc: fixtureUscc('220202', 71),
    establishedOn: '2026-09-30',
    status: '1',
    registryOrg: { code: '220202', name: '昌邑区市场监督管理局' },
  }
  const confirmed = decision(filed, 'tax-information-confirmation', { tax: { types: ['VAT'] } })
  const foreign = { reason: '更名', form: { name: { full: '吉林市别名有限公司' } } }
  const said = (by: string, type: string, message: object): Buffer =>
    Buffer.from(messageOf(by, { type, ...message }))
  return [
    {
      by: 'AMR',
      bytes: said(
        'AMR',
        'enterprise.registered',
        decision(filed, 'company-setup-registration', registration),
      ),
      stream: record,
      count: 6,
    },
    { by: 'TAX', bytes: said('TAX', 'approval.recorded', confirmed), stream: record, count: 9 },
    {
      by: 'TAX',
      bytes: said('TAX', 'record.changed', { id: 'foreign', subject: filed.record, data: foreign }),
      stream: record,
      count: 10,
    },
    // Said again: nothing follows; the next one shows that it was passed.
    { by: 'TAX', bytes: said('TAX', 'approval.recorded', confirmed), stream: record, count: 10 },
    {
      by: 'TAX',
      bytes: said('TAX', 'approval.recorded', { ...confirmed, data: { ...confirmed.data, round: 2 } }),
      stream: refusal,
      count: 1,
    },
    { by: 'TAX', bytes: Buffer.from('{"specversion":"1.0","id":"half'), stream: refusal, count: 1 },
    {
      by: 'TAX',
      bytes: said('AMR', 'record.changed', { id: 'as-amr', subject: filed.record, data: foreign }),
      stream: refusal,
      count: 1,
    },
  ]
}

const without = (text: string): string =>
  text
    .replace(/"(time|receivedtime|recordedtime)":"[^"]*"/g, '"$1":""')
    .replace(/"historyid":"[^"]*"/, '"historyid":""')
    .replace(/"position":\d+/, '"position":0')

/** The scenario, one way: what is on record afterwards, and the feed, both without times and places. */
async function play(way: Way) {
  const x = await exchange()
  t.teardown(() => x.close())
  const filed = await x.file({ key: 'same', form: makeForm(71) })
  const streams = new Set([`registration-${filed.record}`, 'receipts-TAX'])
  for (const { by, bytes, stream, count } of scenario(filed)) {
    await way.say(x, by, filed.record, bytes)
    const name = stream(hash('sha256', bytes, 'hex'))
    await x.stream(name, count)
    streams.add(name)
  }
  await fed(x, 'TAX')
  const { messages, values, next } = await feed(x, 'TAX')
  const [last] = messages.slice(-1)
  await way.acknowledge(x, 1, messages[0]?.digest ?? '', 'received')
  await way.acknowledge(x, next, last?.digest ?? '', 'applied')
  await x.stream('receipts-TAX', 2)
  const records: object[] = []
  for (const stream of streams)
    for (const one of await x.store.readStream(stream)) {
      const { id, type, subject, messageid, data } = decodeEvent<Record<string, unknown>>(one)
      // The digest of a feed is over the times as well.
      const own = stream === 'receipts-TAX' ? { ...data, digest: '' } : data
      records.push({ stream, id, type, subject, messageid, data: own })
    }
  return { x, records, messages, values, feed: values.map((one) => without(one.toString())) }
}

const http = await play(overHttp)
const bus = await play(overTheBus)

t.test('a department leaves the same records over HTTP and over the bus', async (t) => {
  t.strictSame(http.records, bus.records)
  const types = http.records.map((one) => (one as { type: string }).type.split('.').slice(1, -1).join('.'))
  t.equal(types.filter((one) => one === 'message.refused').length, 4)
  t.equal(types.filter((one) => one === 'approval.recorded').length, 1)
  t.equal(types.filter((one) => one === 'feed.acknowledged').length, 2)
})

t.test('and it is fed the same', async (t) => t.strictSame(http.feed, bus.feed))

for (const [name, { x, messages, values }] of Object.entries({ http, bus }))
  t.test(
    `${name}: what is read over HTTP is what is on the topic, to the byte, and its digest holds`,
    async (t) => {
      const onTopic = await x.bus.read(feedTopic('TAX'), 0, 0, 500)
      t.strictSame(
        onTopic.map(({ value, headers }) => [value.toString(), headers.feeddigest]),
        values.map((value, index) => [value.toString(), messages[index]?.digest]),
      )
      let digest = firstDigest
      for (const [index, { sequence, message }] of messages.entries())
        digest = nextDigest(digest, sequence, message.id, values[index] ?? Buffer.alloc(0))
      t.equal(digest, messages.at(-1)?.digest)
    },
  )
