import type { BusMessage } from '@yibiao/message-bus'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { isolating } from '../src/poison.ts'

const message = (text: string): BusMessage => ({
  topic: 'registration.inbound.TAX',
  partition: 0,
  offset: 0,
  time: 0,
  key: 'k',
  value: Buffer.from(text),
  headers: {},
})

/** A ledger that breaks on some messages. */
function fragile(breaks: (text: string) => unknown) {
  const taken: string[] = []
  const refused: string[] = []
  const take = isolating({
    async run(messages) {
      const texts = messages.map(({ value }) => value.toString())
      for (const text of texts) {
        const error = breaks(text)
        if (error !== undefined) throw error
      }
      taken.push(...texts)
    },
    async refuse({ value }, reference) {
      refused.push(`${value.toString()} ${reference.length}`)
    },
    logger: silentLogger(),
  })
  return { take, taken, refused }
}

t.test('a message that breaks the ledger is refused, and those beside it are taken in order', async (t) => {
  for (const error of [
    new TypeError('x'),
    new RangeError('x'),
    Object.assign(new Error(), { code: 'YB_STORE_USAGE' }),
  ]) {
    const { take, taken, refused } = fragile((text) => (text === 'b' ? error : undefined))
    await take(['a', 'b', 'c'].map(message))
    t.strictSame(taken, ['a', 'c'])
    t.strictSame(refused, ['b 16'])
  }
})

t.test('a fault of an engine refuses nothing: the batch comes again', async (t) => {
  for (const code of ['YB_STORE_UNAVAILABLE', 'YB_STORE_FULL', 'YB_STORE_CLOSED', 'YB_STORE_DAMAGED']) {
    const error = Object.assign(new Error('down'), { code })
    const { take, taken, refused } = fragile(() => error)
    await t.rejects(take([message('a'), message('b')]), { code })
    t.strictSame([taken, refused], [[], []])
  }
})

t.test('an engine that fails while messages are taken one by one is a fault of the engine', async (t) => {
  let calls = 0
  const { take, refused } = fragile(() => {
    calls += 1
    return calls === 1 ? new TypeError('x') : Object.assign(new Error('down'), { code: 'YB_STORE_FULL' })
  })
  await t.rejects(take([message('a'), message('b')]), { code: 'YB_STORE_FULL' })
  t.strictSame(refused, [])
})
