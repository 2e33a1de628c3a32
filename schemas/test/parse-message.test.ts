import t from 'tap'
import {
  clockTolerance,
  defaultMaxBytes,
  type Issue,
  messageKey,
  parseMessage,
  sameContent,
} from '../index.ts'
import { bytesOf, decision, envelope, filing, receivedTime, record, submission } from './fixtures/forms.ts'

const parse = (bytes: Uint8Array, more: { maxBytes?: number; maxDepth?: number } = {}) =>
  parseMessage(bytes, { receivedTime, ...more })

function refusal(message: unknown, more = {}) {
  const parsed = parse(message instanceof Uint8Array ? message : bytesOf(message), more)
  if (parsed.ok) throw new Error('Expected a refusal.')
  return parsed
}

const issuesOf = (message: unknown): readonly Issue[] => refusal(message).issues
const codesAt = (issues: readonly Issue[]): string[] =>
  issues.map(({ code, pointer }) => `${code} ${pointer}`).sort()

t.test('a valid message is taken as it was sent', (t) => {
  for (const message of [submission(), decision()]) {
    const parsed = parse(bytesOf(message))
    t.ok(parsed.ok)
    if (parsed.ok) t.strictSame(parsed.message, message)
  }
  t.end()
})

t.test("the data's text is given as it came, wherever and however it stands in the message", (t) => {
  const { data, ...attributes } = decision() as { data: object }
  const text = JSON.stringify(data)
  const rest = JSON.stringify(attributes).slice(1, -1)
  const cases: readonly [bytes: string, expected: string][] = [
    [`{${rest},"data":${text}}`, text],
    [`{"data":${text},${rest}}`, text],
    [`{ "data" : ${JSON.stringify(data, null, 2)}\n,${rest}}`, ` ${JSON.stringify(data, null, 2)}`],
    // Where the name is written with escapes the text is made anew.
    [`{${rest},"d\\u0061ta":${text}}`, text],
  ]
  for (const [bytes, expected] of cases) {
    const parsed = parse(Buffer.from(bytes))
    t.ok(parsed.ok, bytes.slice(0, 40))
    if (parsed.ok) t.equal(Buffer.from(parsed.dataText).toString(), expected)
  }
  t.end()
})

t.test('a view into a larger buffer is read within its bounds', (t) => {
  const bytes = bytesOf(decision())
  const larger = Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')])
  t.ok(parse(new Uint8Array(larger.buffer, larger.byteOffset + 2, bytes.length)).ok)
  t.end()
})

t.test('unknown extension attributes with simple values are kept', (t) => {
  const parsed = parse(bytesOf({ ...decision(), traceparent: '00-abc', priority: 3, urgent: true }))
  t.ok(parsed.ok)
  if (parsed.ok) t.match(parsed.message, { traceparent: '00-abc', priority: 3, urgent: true })
  t.strictSame(codesAt(issuesOf({ ...decision(), nested: {}, Upper: 'x', data_base64: '' })), [
    'YB_MESSAGE_ENVELOPE /Upper',
    'YB_MESSAGE_ENVELOPE /data_base64',
    'YB_MESSAGE_ENVELOPE /nested',
  ])
  t.end()
})

t.test('bytes that are not UTF-8 are refused', (t) => {
  t.strictSame(codesAt(issuesOf(Buffer.from([0x7b, 0xd6, 0xd0, 0x7d]))), ['YB_MESSAGE_ENCODING '])
  const overlong = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])
  t.strictSame(codesAt(issuesOf(overlong)), ['YB_MESSAGE_ENCODING '])
  t.end()
})

t.test('text that a conversion has already lost is refused', (t) => {
  t.strictSame(codesAt(issuesOf({ ...decision(), remarks: '\ufffd\ufffd\u0170' })), ['YB_MESSAGE_ENCODING '])
  t.end()
})

t.test('a member name as long as the message makes no refusal as long as the message', (t) => {
  const found = issuesOf({ ...decision(), ['n'.repeat(500_000)]: 1 })
  t.match(found, [{ code: 'YB_MESSAGE_ENVELOPE' }])
  t.ok(JSON.stringify(found).length < 2_000)
  t.end()
})

t.test('a byte order mark is refused with its name', (t) => {
  const [found] = issuesOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(decision())]))
  t.match(found, { code: 'YB_MESSAGE_JSON', en: /byte order mark/, zh: /字节顺序标记/ })
  t.end()
})

t.test('size and depth are limited before anything is parsed', (t) => {
  t.strictSame(codesAt(issuesOf(Buffer.alloc(defaultMaxBytes + 1, ' '))), ['YB_MESSAGE_TOO_LARGE '])
  t.ok(parse(bytesOf(decision()), { maxBytes: bytesOf(decision()).length }).ok)
  t.strictSame(codesAt(issuesOf(Buffer.from('['.repeat(500_000)))), ['YB_MESSAGE_TOO_DEEP '])
  t.strictSame(
    codesAt(issuesOf({ ...decision(), x: '[[[[[', deep: JSON.parse(`${'['.repeat(32)}${']'.repeat(32)}`) })),
    ['YB_MESSAGE_TOO_DEEP '],
  )
  t.ok(parse(bytesOf({ ...decision(), x: '['.repeat(100) })).ok, 'brackets in text are no nesting')
  t.end()
})

t.test('an empty message, as a tombstone is, says so', (t) => {
  t.match(issuesOf(new Uint8Array())[0], { code: 'YB_MESSAGE_JSON', en: /empty/ })
  t.end()
})

t.test('broken JSON is refused with line and column, quoting nothing', (t) => {
  const [found] = issuesOf(Buffer.from('{\n  "姓名": "张三",\n  "证件": 12x\n}'))
  t.match(found, { code: 'YB_MESSAGE_JSON', pointer: '' })
  t.match(found?.en, 'line 3, column 11')
  t.match(found?.zh, '第 3 行第 11 列')
  t.notMatch(found?.en, '张三')
  t.end()
})

t.test('a member given twice is refused with its place', (t) => {
  const text = JSON.stringify(decision()).replace('"round":1', '"round":1,"round":2')
  t.match(issuesOf(Buffer.from(text))[0], { code: 'YB_MESSAGE_JSON', pointer: '/data/round', en: /twice/ })
  const escaped = JSON.stringify(decision()).replace('"round":1', '"round":1,"r\\u006fund":2')
  t.match(issuesOf(Buffer.from(escaped))[0], { pointer: '/data/round' })
  t.end()
})

t.test('a JSON value that is no object is refused', (t) => {
  for (const value of [[], null, 'x', 1]) t.strictSame(codesAt(issuesOf(value)), ['YB_MESSAGE_JSON '])
  t.end()
})

t.test('what only the exchange sets is refused from senders', (t) => {
  const message = { ...decision(), position: 5, recordedtime: envelope.time, historyid: 'h' }
  t.strictSame(codesAt(issuesOf(message)), [
    'YB_MESSAGE_RESERVED /historyid',
    'YB_MESSAGE_RESERVED /position',
    'YB_MESSAGE_RESERVED /recordedtime',
  ])
  t.end()
})

t.test('all problems of envelope and data are said at once', (t) => {
  const { authid: _authid, ...rest } = decision()
  const message = {
    ...rest,
    source: 'TAX',
    time: '2026-09-24 10:00',
    effectivefrom: 'soon',
    basedon: -1,
    data: { approval: `${filing}/food-business-licence`, round: 0 },
  }
  t.strictSame(codesAt(issuesOf(message)), [
    'YB_MESSAGE_ENVELOPE /authid',
    'YB_MESSAGE_ENVELOPE /basedon',
    'YB_MESSAGE_ENVELOPE /effectivefrom',
    'YB_MESSAGE_ENVELOPE /source',
    'YB_MESSAGE_ENVELOPE /time',
    'YB_SCHEMA /data/round',
  ])
  t.end()
})

t.test('the type must be known and the schema its own', (t) => {
  t.strictSame(codesAt(issuesOf({ ...decision(), type: 'yibiao.approval.granted.v9' })), [
    'YB_TYPE_UNKNOWN /type',
  ])
  t.strictSame(codesAt(issuesOf({ ...decision(), type: '__proto__' })), ['YB_MESSAGE_ENVELOPE /type'])
  t.ok(parse(bytesOf({ ...decision(), dataschema: 'urn:yibiao:event:approval.granted:v1' })).ok)
  const other = { ...decision(), dataschema: 'urn:yibiao:event:approval.refused:v1' }
  t.strictSame(codesAt(issuesOf(other)), ['YB_MESSAGE_ENVELOPE /dataschema'])
  t.end()
})

t.test('a submission names its filing, and an approval is of the filing', (t) => {
  const { filing: _filing, ...bare } = submission()
  t.strictSame(codesAt(issuesOf(bare)), ['YB_MESSAGE_ENVELOPE /filing'])
  const { filing: _other, ...withoutFiling } = decision()
  t.ok(parse(bytesOf(withoutFiling)).ok)
  const data = { approval: 'F00000000000000/food-business-licence', round: 1 }
  t.strictSame(codesAt(issuesOf({ ...decision(), data })), ['YB_MESSAGE_ENVELOPE /filing'])
  t.end()
})

t.test('a mistyped record or filing id is found by its check character', (t) => {
  const mistyped = (id: string) => `${id.slice(0, -1)}${id.endsWith('7') ? '8' : '7'}`
  t.strictSame(codesAt(issuesOf({ ...submission(), subject: mistyped(record) })), [
    'YB_MESSAGE_ENVELOPE /subject',
  ])
  t.strictSame(codesAt(issuesOf({ ...submission(), filing: mistyped(filing) })), [
    'YB_MESSAGE_ENVELOPE /filing',
  ])
  const receipt = { sequence: 1, digest: '0'.repeat(64), stage: 'applied' }
  const { filing: _filing, ...rest } = envelope
  t.ok(parse(bytesOf({ ...rest, type: 'yibiao.feed.acknowledged.v1', subject: 'TAX', data: receipt })).ok)
  t.end()
})

t.test('a clock may be ahead by five minutes and no more', (t) => {
  const at = (seconds: number) => new Date(receivedTime + seconds * 1000).toISOString()
  t.ok(parse(bytesOf({ ...decision(), time: at(clockTolerance) })).ok)
  t.strictSame(codesAt(issuesOf({ ...decision(), time: at(clockTolerance + 1) })), ['YB_TIME_FUTURE /time'])
  t.ok(parse(bytesOf({ ...decision(), time: '1999-01-01T00:00:00Z' })).ok)
  t.end()
})

t.test('a refused message keeps what names it, where that is well-formed', (t) => {
  const { partial } = refusal({ ...decision(), source: 'nobody', data: {} })
  t.strictSame(partial, { id: 'f-0001', type: 'yibiao.approval.granted.v1', subject: record, filing })
  t.strictSame(refusal(Buffer.from('{')).partial, {})
  t.end()
})

t.test('no input makes the parser throw', (t) => {
  const bytes = bytesOf(decision())
  for (let at = 0; at < bytes.length; at += 7) {
    const broken = Buffer.from(bytes)
    broken[at] = (broken[at]! + 13) & 0x7f
    t.doesNotThrow(() => parse(broken))
    t.notOk(parse(bytes.subarray(0, at)).ok)
  }
  t.end()
})

t.test('messages are the same when type, subject and data are, whatever the order', (t) => {
  const message = decision()
  const { approval, round, ...rest } = message.data as Record<string, unknown>
  const again = { ...message, time: '2026-09-24T10:05:00+08:00', data: { ...rest, round, approval } }
  t.ok(sameContent(message, again))
  t.notOk(sameContent(message, { ...message, data: { ...rest, round: 2, approval } }))
  t.notOk(sameContent(message, { ...message, data: { ...rest, round, approval, more: undefined } }))
  t.notOk(sameContent(message, { ...message, subject: 'R00000000000001' }))
  t.notOk(sameContent({ ...message, data: { a: [1, 2] } }, { ...message, data: { a: [2, 1] } }))
  t.notOk(sameContent({ ...message, data: { a: [] } }, { ...message, data: { a: {} } }))
  t.end()
})

t.test('a message is named by source and id', (t) => {
  t.not(messageKey('/participants/A', 'B'), messageKey('/participants/AB', ''))
  t.equal(messageKey('/participants/A', '1'), messageKey('/participants/A', '1'))
  t.end()
})
