import t from 'tap'
import { ConsumerFault } from '../src/consumer-fault.ts'

t.test('a fault of the consumer is over when the bus answers, without a message', async (t) => {
  const answers = [false, true]
  const over = Promise.withResolvers<void>()
  let asked = 0
  const fault = new ConsumerFault(async () => {
    asked += 1
    if (answers.shift() !== true) throw new Error('not yet')
  }, over.resolve)
  // What waits for the look does not keep the process alive.
  const alive = setInterval(() => undefined, 1_000)
  t.teardown(() => clearInterval(alive))
  fault.note()
  fault.note()
  await over.promise
  t.equal(asked, 2)
  fault.stop()
})

t.test('only what the bus may get over is of this kind', async (t) => {
  t.ok(ConsumerFault.is({ code: 'YB_BUS_UNAVAILABLE', retryable: true }))
  t.notOk(ConsumerFault.is({ code: 'YB_BUS_USAGE', retryable: false }))
  t.notOk(ConsumerFault.is({ code: 'YB_STORE_UNAVAILABLE', retryable: true }))
  t.notOk(ConsumerFault.is(new Error('anything')))
})
