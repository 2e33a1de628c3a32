import t from 'tap'
import { CursorCodec } from '../src/live/cursor.ts'

const codec = new CursorCodec('6f1c', 0)
const text = codec.encode({ kind: 'exchange', at: 4711 })

t.test('a cursor names the place it was made for', async (t) => {
  t.equal(codec.decode('exchange', text), 4711)
})

t.test('a cursor says nothing to whoever holds it', async (t) => {
  t.match(text, /^[A-Za-z0-9_-]+$/)
})

for (const [what, other] of [
  ['another history', new CursorCodec('6f1d', 0)],
  ['another epoch', new CursorCodec('6f1c', 1)],
] as const)
  t.test(`a cursor of ${what} is refused`, async (t) => {
    t.throws(() => other.decode('exchange', text), { code: 'YB_CURSOR' })
  })

t.test('a cursor of another line is refused', async (t) => {
  t.throws(() => codec.decode('record', text), { code: 'YB_CURSOR' })
})

t.test('what is no cursor is refused, in both languages', async (t) => {
  for (const wrong of [
    '',
    'x',
    '4711',
    '中文',
    `${text}.`,
    Buffer.from('x.1e3.6f1c.0').toString('base64url'),
  ])
    t.throws(() => codec.decode('exchange', wrong), {
      code: 'YB_CURSOR',
      problem: { detail: /The cursor cannot be read/, detailZh: /游标无法识别/ },
    })
})
