import t from 'tap'
import { type BatchKind, largestBatch, splitBatch } from '../src/participants/split-batch.ts'

const split = (text: string | Buffer, kind: BatchKind = 'either') =>
  splitBatch(Buffer.from(text), kind).map((one) => one.toString())

t.test('an array is cut at its own commas, every message with its very bytes', async (t) => {
  const messages = ['{"a": [1, {"b":"],}"}]}', '{ "quote":"\\"," }', '{"名":"一表，"}', '[]', '1e3', '"text"']
  t.strictSame(split(`\r\n [ ${messages.join(' ,\n\t')} ] \n`), messages)
})

t.test('what nobody can read goes through as it is, if only the array can be cut', async (t) => {
  t.strictSame(split('[{"a":tru},{a:1},nonsense,[}]'), ['{"a":tru}', '{a:1}', 'nonsense', '[}'])
  const odd = Buffer.concat([Buffer.from('[{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}]')])
  const [element] = splitBatch(odd, 'batch')
  t.strictSame(element, odd.subarray(1, -1))
})

t.test('one message is taken whole, with every byte around it', async (t) => {
  t.strictSame(split(' {"a":1}\n'), [' {"a":1}\n'])
  t.strictSame(split('{"a":'), ['{"a":'])
  t.strictSame(split('[{"a":1}]', 'one'), ['[{"a":1}]'])
})

t.test('what is no array of messages is refused whole', async (t) => {
  for (const text of ['', ' ', '[', '[{"a":1}', '[{"a":1},]', '[,{}]', '[{}}]', '[{"a":"}]', '[{}] {}'])
    t.throws(() => split(text), { code: 'YB_MESSAGE_JSON' }, text)
  t.throws(() => split('{"a":1}', 'batch'), { code: 'YB_MESSAGE_JSON' })
})

t.test('a batch has 1 to 500 messages', async (t) => {
  const of = (count: number) => `[${Array.from({ length: count }, () => '{}').join(',')}]`
  t.equal(split(of(largestBatch)).length, 500)
  t.throws(() => split(of(largestBatch + 1)), { code: 'YB_REQUEST' })
  t.throws(() => split('[ ]'), { code: 'YB_REQUEST' })
})

t.test('a message that the bus would not take is refused, with its place in the batch', async (t) => {
  const text = (length: number) => `"${'x'.repeat(length - 2)}"`
  t.equal(split(`[{},${text(1_048_576)}]`).length, 2)
  try {
    split(`[{},${text(1_048_577)}]`)
    t.fail('it was taken')
  } catch (error) {
    const { problem } = error as { problem: { code: string; issues: { pointer: string }[] } }
    t.match(problem, { code: 'YB_MESSAGE_TOO_LARGE', issues: [{ pointer: '/1' }] })
  }
})
