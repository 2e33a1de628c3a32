import { Ajv } from 'ajv'
import t from 'tap'
import { annotations, asyncApiDocument, eventTypes, formats, shippedReference } from '../index.ts'
import { decision, submission } from './fixtures/forms.ts'

const { participants } = shippedReference().participants.content
const document = asyncApiDocument({ participants, server: { host: 'localhost:9092', protocol: 'kafka' } })

interface Document {
  readonly asyncapi: string
  readonly channels: Record<string, { address: string; messages: Record<string, { $ref: string }> }>
  readonly operations: Record<
    string,
    { action: string; channel: { $ref: string }; messages: { $ref: string }[] }
  >
  readonly components: { messages: Record<string, { payload: object }>; schemas: Record<string, object> }
}
const typed = document as unknown as Document

const found = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (value, token) => (value as Record<string, unknown> | undefined)?.[token.replaceAll('~1', '/')],
      document,
    )

function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    if (name === '$ref' && typeof part === 'string') yield part
    else yield* refsIn(part)
  }
}

t.test('every reference leads somewhere within the document', (t) => {
  let count = 0
  for (const ref of new Set(refsIn(document))) {
    t.match(ref, /^#\//)
    t.not(found(ref), undefined, ref)
    count++
  }
  t.ok(count > 100)
  t.end()
})

t.test('each participant has its three topics, where it has something to say', (t) => {
  t.equal(typed.asyncapi, '3.0.0')
  t.equal(typed.channels['inbound.TAX']?.address, 'registration.inbound.TAX')
  t.equal(typed.channels['feed.TAX']?.address, 'registration.feed.TAX')
  t.equal(typed.channels['replay.TAX']?.address, 'registration.replay.TAX')
  t.equal(typed.operations['inbound.TAX']?.action, 'receive')
  t.equal(typed.operations['feed.TAX']?.action, 'send')
  const alarms = Object.keys(typed.channels['inbound.CLOCK']?.messages ?? {})
  t.strictSame(alarms, ['yibiao.timer.due.v1'], 'the clock rings, and says nothing else')
  t.end()
})

t.test('a participant is told only what it may say', (t) => {
  const says = (code: string) => Object.keys(typed.channels[`inbound.${code}`]?.messages ?? {})
  t.ok(says('PAB').includes('yibiao.filing.submitted.v1'))
  t.notOk(says('TAX').includes('yibiao.filing.submitted.v1'))
  t.ok(says('AMR').includes('yibiao.enterprise.registered.v1'))
  t.notOk(says('TAX').includes('yibiao.enterprise.registered.v1'))
  t.ok(says('OPERATOR').includes('yibiao.matrix.published.v1'))
  for (const code of ['PAB', 'AMR', 'TAX', 'OPERATOR'])
    t.notOk(says(code).includes('yibiao.filing.routed.v1'))
  t.end()
})

t.test('messages and operations use the channel’s own', (t) => {
  for (const [key, { channel, messages }] of Object.entries(typed.operations)) {
    t.equal(channel.$ref, `#/channels/${key}`)
    for (const { $ref } of messages) t.ok($ref.startsWith(`#/channels/${key}/messages/`))
  }
  t.equal(
    Object.keys(typed.components.messages).filter((name) => eventTypes.has(name)).length,
    eventTypes.size,
  )
  t.end()
})

t.test('its schemas take the messages that the exchange takes', (t) => {
  const ajv = new Ajv({ strict: false, formats: { ...formats } })
  for (const keyword of annotations) ajv.addKeyword(keyword)
  ajv.addSchema({ ...document, $id: 'asyncapi' } as object)
  for (const message of [submission(), decision()]) {
    const validate = ajv.compile({ $ref: `asyncapi#/components/messages/${message.type}/payload` })
    t.ok(validate(message), message.type)
    t.notOk(validate({ ...message, data: {} }))
  }
  t.end()
})
