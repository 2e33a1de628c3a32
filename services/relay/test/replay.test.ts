import { BusError, type MessageToPublish } from '@yibiao/message-bus'
import { type FeedMessage, firstDigest, nextDigest } from '@yibiao/projections'
import { type AccessMatrix, feedTopic, inboundTopic, parseMessage } from '@yibiao/schemas'
import t from 'tap'
import { inDeliveries } from './support/noted.ts'
import { answers, ask, narrower, read, replayed, withPast } from './support/replaying.ts'
import { richLife } from './support/rich-life.ts'
import { withPublish } from './support/stored-feeds.ts'
import { Town, until } from './support/town.ts'

t.test(
  'a replay sends a range under its original numbers, marked, and leaves the live feed alone',
  async (t) => {
    const { town, relaying, feed } = await withPast(t)
    await ask(town, 'replay-1', { participant: 'TAX', from: 3, to: 9 })
    await until(async () => (await answers(town)).length === 1)
    const messages = await replayed(town, 'TAX')
    t.same(
      messages.map((one) => read(one).feedsequence),
      [3, 4, 5, 6, 7, 8, 9],
    )
    let digest = firstDigest
    for (const message of messages) {
      const { replayid, feedsequence, id, ...rest } = read(message)
      t.equal(replayid, 'replay-1')
      const { feedsequence: _sequence, id: _id, ...live } = read(feed[feedsequence - 1] as FeedMessage)
      t.same(rest, live, 'the same content as on the live feed')
      digest = nextDigest(digest, feedsequence, id, message.value)
      t.equal(message.headers.feeddigest, digest, 'a chain of its own')
    }
    await relaying.caughtUp()
    t.equal(
      (await relaying.own.read(feedTopic('TAX'), 0, 0, 10_000)).length,
      feed.length,
      'the live feed stays',
    )
    const noted = (await inDeliveries(town.store, 'TAX')).find(
      ({ type }) => type === 'yibiao.replay.delivered.v1',
    )
    t.match(JSON.parse(String(noted?.data)).data, {
      replay: 'replay-1',
      first: 3,
      last: 9,
      position: feed[8]?.position,
      digest,
      matrixVersion: 1,
    })
    await relaying.relay.stop()
  },
)

t.test('the answer is a message that the ledger records, once', async (t) => {
  const { town, relaying } = await withPast(t)
  const { relay: other } = await town.relay()
  await other.start()
  await ask(town, 'replay-2', { participant: 'TAX', from: 1, to: 4 })
  await until(async () => (await answers(town)).length === 2)
  const [one, two] = await answers(town)
  t.equal(one?.id, two?.id, 'both relays say the same message')
  const parsed = parseMessage(Buffer.from(JSON.stringify(one)), { receivedTime: town.time.now() })
  t.ok(parsed.ok, 'a valid message')
  t.match(one?.data, { operation: 'replay-2', outcome: 'done', result: { messages: 4 } })
  await town.settle()
  const recorded = await town.store.readStream('operations')
  t.same(
    recorded.map(({ type }) => type),
    ['yibiao.operation.requested.v1', 'yibiao.operation.completed.v1'],
  )
  const notes = (await inDeliveries(town.store, 'TAX')).filter(({ type }) => type.startsWith('yibiao.replay'))
  t.equal(notes.length, 1, 'noted once')
  await Promise.all([relaying.relay.stop(), other.stop()])
})

t.test('a replay is cut by the matrix then and by the matrix now', async (t) => {
  const { town, relaying, feed } = await withPast(t)
  const hidden = new Set(['address', 'address-contact', 'capital', 'shareholders'])
  await town.say(
    'OPERATOR',
    'matrix.published',
    narrower((id) => hidden.has(id)),
    { subject: 'matrix' },
  )
  await town.settle()
  await relaying.caughtUp()
  await ask(town, 'replay-3', { participant: 'TAX', from: 1, to: feed.length })
  await until(async () => (await answers(town)).length === 1)
  const messages = (await replayed(town, 'TAX')).map(read)
  t.same(
    messages.map(({ feedsequence }) => feedsequence),
    feed.map(({ sequence }) => sequence),
    'every number is there',
  )
  const now = town.references.current().matrix as AccessMatrix
  t.equal(now.version, 2)
  const paths = messages.flatMap(({ data }) => (data.changes ?? []).map(({ path }) => path))
  t.ok(paths.length > 100, `${paths.length} values are left`)
  t.notOk(
    paths.some((path) => /^\/(capital|shareholders)\/|^\/domicile\/text$/.test(path)),
    'nothing hidden now',
  )
  const before = feed.flatMap((one) => (read(one).data.changes ?? []).map(({ path }) => path))
  t.ok(before.includes('/domicile/text'), 'which was on the feed')
  const text = JSON.stringify(messages)
  for (const { form } of town.departments.filings.values()) t.notOk(text.includes(form.domicile.text))
  await relaying.relay.stop()
})

t.test('what is withheld altogether goes as an empty notice under its number', async (t) => {
  const { town, relaying, feed } = await withPast(t)
  await town.say(
    'OPERATOR',
    'matrix.published',
    narrower(() => true),
    { subject: 'matrix' },
  )
  await town.settle()
  await ask(town, 'replay-4', { participant: 'TAX', from: 1, to: 1_000_000 })
  await until(async () => (await answers(town)).length === 1)
  const messages = (await replayed(town, 'TAX')).map(read)
  t.equal(messages.length, feed.length)
  let empty = 0
  for (const [index, { data }] of messages.entries()) {
    const live = read(feed[index] as FeedMessage).data
    const isWithheld = (live.changes ?? live.form) !== undefined && (data.changes ?? data.form) === undefined
    if (isWithheld) t.same(data, {}, `nothing under ${index + 1}`)
    if (isWithheld) empty += 1
  }
  t.ok(empty > 3, `${empty} empty notices`)
  await relaying.relay.stop()
})

t.test('a replay may be of one record', async (t) => {
  const { town, relaying, feed } = await withPast(t)
  const [record = ''] = town.departments.filings.keys()
  await ask(town, 'replay-5', { participant: 'TAX', from: 1, to: feed.length, record })
  await until(async () => (await answers(town)).length === 1)
  const messages = (await replayed(town, 'TAX')).map(read)
  t.same(
    messages.map(({ feedsequence }) => feedsequence),
    feed.filter(({ key }) => key === record).map(({ sequence }) => sequence),
  )
  await relaying.relay.stop()
})

t.test('a plan that cannot be carried out is answered as failed', async (t) => {
  const { town, relaying, feed } = await withPast(t)
  const plans: readonly object[] = [
    { participant: 'TAX', from: 0, to: 5 },
    { participant: 'TAX', from: 9, to: 3 },
    { participant: 'TAX', from: 1.5, to: 3 },
    { participant: 'TAX', from: '1', to: '3' },
    { participant: 'TAX', from: feed.length + 1, to: feed.length + 9 },
    { participant: 'TAX' },
    { participant: 'NOBODY', from: 1, to: 3 },
    { participant: 'PAB', from: 1, to: 3 },
    { participant: 'TAX', from: 1, to: 3, record: 7 },
    {},
  ]
  for (const [index, plan] of plans.entries()) await ask(town, `nonsense-${index}`, plan)
  await until(async () => (await answers(town)).length === plans.length)
  for (const answer of await answers(town)) {
    t.equal(answer.data.outcome, 'failed', answer.data.operation)
    t.ok(parseMessage(Buffer.from(JSON.stringify(answer)), { receivedTime: town.time.now() }).ok)
    t.match(answer.data.result, { reason: { zh: String, en: String } })
  }
  t.same(await replayed(town, 'TAX'), [], 'nothing was sent')
  t.equal(relaying.relay.health(), undefined)
  await relaying.relay.stop()
})

t.test('a replay that was interrupted is taken up at the next start, and noted once', async (t) => {
  const town = await Town.open(t)
  await richLife(town, [3])
  await ask(town, 'replay-6', { participant: 'TAX', from: 1, to: 8 })
  // The first relay dies between the note and the answer: nothing of the answer gets through.
  const isAnswer = ({ topic }: MessageToPublish) => topic === inboundTopic('OPERATOR')
  const bus = {
    ...withPublish(town.bus, async (messages) => {
      if (messages.some(isAnswer)) throw new BusError('YB_BUS_UNAVAILABLE', 'The test says so.')
      return town.bus.publish(messages)
    }),
    capabilities: town.bus.capabilities,
  }
  const first = await town.relay({ bus })
  await first.relay.start()
  await until(() => first.relay.health()?.error === 'The test says so.')
  await first.relay.stop()
  t.equal((await answers(town)).length, 0)
  const second = await town.relay()
  await second.relay.start()
  await until(async () => (await answers(town)).length === 1)
  await second.relay.stop()
  await town.settle()
  const third = await town.relay()
  await third.relay.start()
  await third.caughtUp()
  await third.relay.stop()
  const sequences = (await replayed(town, 'TAX')).map((one) => read(one).feedsequence)
  t.same(
    sequences,
    [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8],
    'done again from its start, and then no more',
  )
  const notes = (await inDeliveries(town.store, 'TAX')).filter(({ type }) => type.startsWith('yibiao.replay'))
  t.equal(notes.length, 1)
  t.equal((await answers(town)).length, 1)
})

t.test('other operations are not the relay’s', async (t) => {
  const { town, relaying } = await withPast(t)
  const data = { operation: 'rebuild-1', kind: 'rebuild', reason: 'test', plan: { projection: 'search' } }
  await town.say('OPERATOR', 'operation.requested', data, { subject: 'rebuild-1' })
  await town.settle()
  await relaying.caughtUp()
  await relaying.relay.stop()
  t.same(await answers(town), [])
})
