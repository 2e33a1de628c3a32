import { type BusRow, confirms, registering } from './bus-acts.ts'
import { misread } from './forms.ts'
import { registration } from './town.ts'

const raw =
  (bytes: string | Buffer | ((valid: string) => string | Buffer)): BusRow[2] =>
  (held) => {
    const valid = held.town.bytes('TAX', held.open, confirms()(held).said).toString('utf8')
    const made = typeof bytes === 'function' ? bytes(valid) : bytes
    return { participant: 'TAX', of: held.open, said: Buffer.from(made as Buffer) }
  }
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
/** A valid message with extension attributes that make it so many bytes long. */
const padded = (valid: string, to: number) => {
  const extensions: string[] = []
  for (let left = to - valid.length; left > 0; left -= 1_024) {
    const name = `"x${String(extensions.length).padStart(4, '0')}":"",`
    extensions.push(name.replace('""', `"${'x'.repeat(Math.min(1_024, left) - name.length)}"`))
  }
  return valid.replace('{', `{${extensions.join('')}`)
}

/** Bytes that are no message. */
export const unreadable: readonly BusRow[] = [
  ['broken JSON', 'refusal YB_MESSAGE_JSON', raw((valid) => valid.slice(0, -3))],
  ['nothing at all', 'refusal YB_MESSAGE_JSON', raw('')],
  ['a byte order mark', 'refusal YB_MESSAGE_JSON', raw((valid) => `\ufeff${valid}`)],
  ['GBK', 'refusal YB_MESSAGE_ENCODING', raw(Buffer.from([0x7b, 0x22, 0xd5, 0xc5, 0x22, 0x3a, 0x31, 0x7d]))],
  [
    'text that was lost before',
    'refusal YB_MESSAGE_ENCODING',
    raw((valid) => valid.replace('"officer-1"', '"\ufffd\ufffd"')),
  ],
  [
    'forty levels',
    'refusal YB_MESSAGE_TOO_DEEP',
    raw((valid) => valid.replace('"data":{', `"data":{"a":${nested(40)},`)),
  ],
  ['a hundred thousand levels', 'refusal YB_MESSAGE_TOO_DEEP', raw(nested(100_000))],
  [
    'a member given twice',
    'refusal YB_MESSAGE_JSON /data/round',
    raw((valid) => valid.replace('"round":1', '"round":1,"round":1')),
  ],
  ['a list', 'refusal YB_MESSAGE_JSON', raw('[]')],
  [
    'the largest message that the bus takes',
    'refusal YB_MESSAGE_TOO_LARGE',
    raw((valid) => padded(valid, 1_048_576)),
  ],
  [
    'a member whose name is half a megabyte',
    'refusal YB_MESSAGE_ENVELOPE',
    raw((valid) => valid.replace('{', `{"${'n'.repeat(500_000)}":1,`)),
  ],
  [
    'ten thousand unknown members',
    'refusal YB_SCHEMA',
    raw((valid) =>
      valid.replace('"data":{', `"data":{${Array.from({ length: 10_000 }, (_, n) => `"m${n}":1,`).join('')}`),
    ),
  ],
]

const reserved = [
  'messageid',
  'receivedtime',
  'recordedtime',
  'position',
  'revision',
  'feedsequence',
  'feeddigest',
  'replayid',
  'historyid',
]

/** Envelopes that do not hold. */
export const envelopes: readonly BusRow[] = [
  ...reserved.map(
    (name): BusRow => [
      `the exchange’s own attribute ${name}`,
      `refusal YB_MESSAGE_RESERVED /${name}`,
      confirms({ [name]: '1' }),
    ],
  ),
  ['an unknown type', 'refusal YB_TYPE_UNKNOWN /type', confirms({ type: 'yibiao.nothing.said.v1' })],
  ['an unknown version', 'refusal YB_TYPE_UNKNOWN /type', confirms({ type: 'yibiao.approval.recorded.v9' })],
  ['a type that is none', 'refusal YB_MESSAGE_ENVELOPE /type', confirms({ type: 'hello' })],
  [
    'another CloudEvents version',
    'refusal YB_MESSAGE_ENVELOPE /specversion',
    confirms({ specversion: '0.3' }),
  ],
  ['no id', 'refusal YB_MESSAGE_ENVELOPE /id', confirms({ id: undefined })],
  ['an id with a space', 'refusal YB_MESSAGE_ENVELOPE /id', confirms({ id: 'a b' })],
  ['a time without offset', 'refusal YB_MESSAGE_ENVELOPE /time', confirms({ time: '2026-09-24T10:00:00' })],
  [
    'a time that does not exist',
    'refusal YB_MESSAGE_ENVELOPE /time',
    confirms({ time: '2026-02-30T10:00:00Z' }),
  ],
  ['a time in the future', 'refusal YB_TIME_FUTURE /time', confirms({ time: '2999-01-01T00:00:00Z' })],
  ['a kind of actor that is none', 'refusal YB_MESSAGE_ENVELOPE /authtype', confirms({ authtype: 'robot' })],
  [
    'null in place of nothing',
    'refusal YB_MESSAGE_ENVELOPE /effectivefrom',
    confirms({ effectivefrom: null }),
  ],
  ['an extension that is an object', 'refusal YB_MESSAGE_ENVELOPE /extra', confirms({ extra: { a: 1 } })],
  [
    'the schema of another type',
    'refusal YB_MESSAGE_ENVELOPE /dataschema',
    confirms({ dataschema: 'urn:yibiao:event:filing.withdrawn:v1' }),
  ],
  [
    'a record id with one character wrong',
    'refusal YB_MESSAGE_ENVELOPE /subject',
    confirms(({ open }) => ({ subject: misread(open.record, 6) })),
  ],
  [
    'a filing id with one character wrong',
    'refusal YB_MESSAGE_ENVELOPE /filing',
    confirms(({ open }) => ({ filing: misread(open.filing, 6) })),
  ],
  [
    'an approval of another filing',
    'refusal YB_MESSAGE_ENVELOPE /filing',
    confirms(({ asked }) => ({ filing: asked.filing })),
  ],
  ['a source that is none', 'refusal YB_MESSAGE_ENVELOPE /source', confirms({ source: 'tax' })],
  [
    'another participant’s name',
    'refusal YB_SOURCE_MISMATCH /source',
    confirms({ source: '/participants/AMR' }),
  ],
  [
    'a participant that nobody knows',
    'refusal YB_SOURCE_MISMATCH /source',
    confirms({ source: '/participants/NOBODY' }),
  ],
  [
    'what only the registrar says',
    'refusal YB_NOT_YOURS_TO_SAY /type',
    confirms(({ open, uscc }) => ({
      type: 'yibiao.enterprise.registered.v1',
      data: { approval: registering(open), round: 1, form: registration(uscc) },
    })),
  ],
  [
    'what only the applicant says',
    'refusal YB_NOT_YOURS_TO_SAY /type',
    confirms({ type: 'yibiao.filing.withdrawn.v1', data: { reason: 'x' } }),
  ],
  [
    'what only the exchange says',
    'refusal YB_NOT_YOURS_TO_SAY /type',
    confirms(({ open }) => ({
      type: 'yibiao.approvals.opened.v1',
      data: { approvals: [registering(open)] },
    })),
  ],
]
