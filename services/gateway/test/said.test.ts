import type { StoredEvent } from '@yibiao/event-store'
import { recordStream } from '@yibiao/schemas'
import { systemClock } from '@yibiao/telemetry'
import t from 'tap'
import { Publisher } from '../src/filings/publisher.ts'
import { recordsTheSame, type SaidMessage, saidBy, saidIn } from '../src/inbound/said.ts'

const record = 'R0000000000000G'
const type = 'yibiao.filing.submitted.v1'
const publisher = new Publisher({ bus: undefined as never, clock: systemClock, timeout: 1 })
const outgoing = (data: string) =>
  publisher.make({
    speaker: 'PAB',
    id: 'F0/submitted',
    type,
    subject: record,
    principal: { kind: 'applicant', id: 'founder' },
    data: [data],
  })
const messageOf = (data: string) => saidIn(outgoing(data)).message as SaidMessage

const stored = (text: string, storedType = type): StoredEvent => ({
  stream: recordStream(record),
  revision: 1,
  position: 1,
  id: 'x',
  type: storedType,
  data: Buffer.from(text),
})

t.test('what the gateway puts into an envelope is what a reader of the envelope finds', async (t) => {
  const made = outgoing('{"form":{"名":"值"}}')
  const own = saidIn(made)
  const read = saidBy('PAB', made.bytes)
  t.equal(own.message?.eventId, read.message?.eventId)
  t.strictSame(own.message?.content, read.message?.content)
  for (const name of ['topic', 'key', 'digest', 'refusalId', 'id'] as const) t.equal(own[name], read[name])
  t.equal(made.dataText.toString(), '{"form":{"名":"值"}}')
})

t.test('an event with the same data, as they came or written otherwise, records the message', async (t) => {
  const message = messageOf('{"a":1,"b":[2]}')
  const head = `{"id":"x","type":"${type}","subject":"${record}"`
  t.ok(recordsTheSame(stored(`${head},"data":{"a":1,"b":[2]}}`), message))
  t.ok(recordsTheSame(stored(`${head},"data":{"b":[2], "a":1}}`), message))
  t.ok(recordsTheSame(stored(`{"data":{"a":1,"b":[2]},${head.slice(1)}}`), message))
})

t.test('an event with other data does not, even if it ends alike', async (t) => {
  const message = messageOf('{"a":1}')
  const head = `{"id":"x","type":"${type}","subject":"${record}"`
  t.notOk(recordsTheSame(stored(`${head},"data":{"a":2}}`), message))
  t.notOk(recordsTheSame(stored(`${head},"data":{"x":0,"data":{"a":1}}}`), message))
  const other = `{"id":"x","type":"other","subject":"${record}","data":{"a":1}}`
  t.notOk(recordsTheSame(stored(other, 'other'), message))
})
