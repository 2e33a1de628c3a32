import { encodeEvent, eventIdOf } from '@yibiao/schemas'
import t from 'tap'
import { feedsOf } from './support/feeds-of.ts'
import { deliveriesOf } from './support/noted.ts'
import { type Relaying, Town, until } from './support/town.ts'

async function file(town: Town, seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) await town.departments.file(seed)
  await town.settle()
  while ((await town.departments.answer()) > 0) await town.settle()
}

const acknowledge = async (town: Town, sequence: number, digest: string): Promise<void> => {
  const data = { sequence, digest, stage: 'applied' }
  await town.say('TAX', 'feed.acknowledged', data)
  await town.settle()
}

const isRestored = ({ relay }: Relaying): boolean =>
  relay.health()?.error.startsWith('YB_HISTORY_RESTORED') === true

/** An event that this history did not conclude by itself, as a copy put together by hand would hold it. */
async function plant(town: Town, stream: string, type: string, data: object): Promise<void> {
  const time = new Date(town.time.now()).toISOString()
  const id = eventIdOf('/test', `${stream} ${type} ${JSON.stringify(data)}`, 0)
  const event = {
    ...{ specversion: '1.0' as const, id, source: '/exchange', type, subject: stream, time },
    ...{ authtype: 'system' as const, authid: 'test', recordedtime: time, data },
  }
  await town.store.append([
    { stream, expectedRevision: 'any', events: [{ id, type, data: encodeEvent(event) }] },
  ])
}

const wrongDigest = 'f'.repeat(64)

t.test('right receipts change nothing', async (t) => {
  const town = await Town.open(t)
  const relaying = await town.relay()
  await relaying.relay.start()
  await file(town, [1])
  const feed = (await feedsOf(town)).get('TAX') ?? []
  for (const message of [feed[2], feed.at(-1)])
    if (message) await acknowledge(town, message.sequence, message.digest)
  await relaying.caughtUp()
  t.equal(relaying.relay.health(), undefined)
  await relaying.relay.stop()
})

t.test('a receipt for more than there is stops that feed and no other', async (t) => {
  const town = await Town.open(t)
  const relaying = await town.relay({ stored: true })
  await relaying.relay.start()
  await file(town, [2])
  await relaying.caughtUp()
  const length = (await town.feedLengths()).get('TAX') ?? 0
  await acknowledge(town, length + 5, wrongDigest)
  await until(() => isRestored(relaying))
  t.match(relaying.relay.health()?.error, 'receipts-TAX', 'it says whose')
  await file(town, [3])
  const lengths = await town.feedLengths()
  const onTopic = async (code: string) =>
    (await relaying.bus.offsets('nobody', [`registration.feed.${code}`]))[0]?.latest
  await until(async () => (await onTopic('AMR')) === lengths.get('AMR'))
  t.equal(await onTopic('TAX'), length, 'nothing more for TAX')
  await relaying.relay.stop()
  t.equal((await deliveriesOf(town.store, 'TAX')).at(-1)?.last, length, 'and nothing more is noted')
  t.equal((await deliveriesOf(town.store, 'AMR')).at(-1)?.last, lengths.get('AMR'))
})

t.test('a receipt for something else under a known number stops the feed', async (t) => {
  const town = await Town.open(t)
  const relaying = await town.relay()
  await relaying.relay.start()
  await file(town, [4])
  await acknowledge(town, 3, wrongDigest)
  await until(() => isRestored(relaying))
  await relaying.relay.stop()
})

t.test('a start finds what was received beyond the feed', async (t) => {
  const town = await Town.open(t)
  const first = await town.relay()
  await first.relay.start()
  await file(town, [5])
  await acknowledge(town, 1_000, wrongDigest)
  await first.caughtUp()
  await until(() => isRestored(first))
  await first.relay.stop()
  const again = await town.relay()
  await again.relay.start()
  await until(() => isRestored(again))
  await again.relay.stop()
})

t.test('a delivery record beyond the head or beyond the feed stops the feed', async (t) => {
  for (const data of [
    { first: 1, last: 3, position: 1_000_000, digest: wrongDigest, matrixVersion: 1 },
    { first: 1, last: 900, position: 2, digest: wrongDigest, matrixVersion: 1 },
  ]) {
    const town = await Town.open(t)
    await file(town, [6])
    const relaying = await town.relay()
    if (data.position > 2) await plant(town, 'deliveries-TAX', 'yibiao.delivery.recorded.v1', data)
    await relaying.relay.start()
    await relaying.relay.health()
    if (data.position === 2) await plant(town, 'deliveries-TAX', 'yibiao.delivery.recorded.v1', data)
    await until(() => isRestored(relaying))
    await relaying.relay.stop()
    t.equal((await deliveriesOf(town.store, 'TAX')).at(-1)?.last, data.last, 'nothing was noted after it')
  }
})

t.test('a new epoch lets the feed go on, where it was', async (t) => {
  const town = await Town.open(t)
  const relaying = await town.relay({ stored: true })
  await relaying.relay.start()
  await file(town, [7])
  await acknowledge(town, 500, wrongDigest)
  await until(() => isRestored(relaying))
  await file(town, [8])
  const { history } = town
  await plant(town, 'history', 'yibiao.history.opened.v1', {
    history,
    mode: 'sandbox',
    division: '220200',
    epoch: 1,
  })
  await until(() => relaying.relay.health() === undefined)
  await relaying.caughtUp()
  await relaying.relay.stop()
  const feed = (await feedsOf(town)).get('TAX') ?? []
  const topic = await relaying.bus.read('registration.feed.TAX', 0, 0, 10_000)
  t.same(
    topic.map(({ value }) => value.toString()),
    feed.map(({ value }) => value.toString()),
    'all of it, once and in order',
  )
  const again = await town.relay({ stored: true })
  await again.relay.start()
  await again.caughtUp()
  t.equal(again.relay.health(), undefined, 'and the old receipt counts no more')
  await again.relay.stop()
})
