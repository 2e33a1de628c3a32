import type { MessageBus } from '@yibiao/message-bus'
import { firstDigest, nextDigest } from '@yibiao/projections'
import { feedTopic } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t, { type Test as T } from 'tap'
import { feedsOf } from './support/feeds-of.ts'
import { deliveriesOf } from './support/noted.ts'
import { Town, until, withFeed } from './support/town.ts'

async function file(town: Town, seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) await town.departments.file(seed)
  await town.settle()
  while ((await town.departments.answer()) > 0) await town.settle()
}

const onTopic = (bus: MessageBus, code: string) => bus.read(feedTopic(code), 0, 0, 10_000)

/** Every feed is whole on its topic for who drops what he has: no gap, the fold's bytes, the fold's digest. */
async function checkTopics(t: T, town: Town): Promise<void> {
  const feeds = await feedsOf(town)
  for (const code of withFeed) {
    const feed = feeds.get(code) ?? []
    let [last, digest] = [0, firstDigest]
    for (const { value } of await onTopic(town.bus, code)) {
      const { feedsequence, id } = JSON.parse(value.toString('utf8'))
      if (feedsequence > last + 1) t.fail(`${code}: a gap before ${feedsequence}`)
      if (!value.equals(feed[feedsequence - 1]?.value ?? Buffer.of())) t.fail(`${code}: other bytes`)
      if (feedsequence !== last + 1) continue
      digest = nextDigest(digest, feedsequence, id, value)
      last = feedsequence
    }
    t.equal(last, feed.length, `${code}: all of it`)
    t.equal(digest, feed.at(-1)?.digest ?? firstDigest)
  }
}

t.setTimeout(120_000)

/** Far more than passes while work is under way: the test's clock is faster than the disk. */
const lease = 10_000_000

/** Resolves when every feed is noted up to its end; so much time passes at every look. */
async function noted(town: Town, step = 200): Promise<void> {
  const lengths = await town.feedLengths()
  await until(async () => {
    town.time.pass(step)
    for (const [code, length] of lengths)
      if (((await deliveriesOf(town.store, code)).at(-1)?.last ?? 0) < length) return false
    return true
  })
}

t.test(
  'of two relays one sends a feed and the other stands by; when it ends, the other takes over',
  async (t) => {
    const town = await Town.open(t)
    const standing = new Set<string>()
    const logger = Object.assign(silentLogger(), {
      info: (details: { readonly participant: string }) => standing.add(details.participant),
    })
    const first = await town.relay({ stored: true, lease, logger })
    await first.relay.start()
    await file(town, [1])
    await noted(town)

    const lengthsAtFirst = await town.feedLengths()
    const second = await town.relay({ stored: true, lease, logger })
    await second.relay.start()
    await file(town, [2, 3])
    await noted(town)
    const lengthsThen = await town.feedLengths()
    const moved = withFeed.filter((code) => (lengthsThen.get(code) ?? 0) > (lengthsAtFirst.get(code) ?? 0))
    // Whoever noted first sends; the other finds out when it comes to note.
    await until(() => {
      town.time.pass(200)
      return moved.every((code) => standing.has(code))
    })

    const sizes = async () =>
      Promise.all(withFeed.map(async (code) => (await onTopic(town.bus, code)).length))
    const before = await sizes()
    const lengthsBefore = await town.feedLengths()
    await file(town, [4])
    await noted(town)
    const [after, lengths] = [await sizes(), await town.feedLengths()]
    for (const [index, code] of withFeed.entries())
      t.equal(
        (after[index] ?? 0) - (before[index] ?? 0),
        (lengths.get(code) ?? 0) - (lengthsBefore.get(code) ?? 0),
        `${code}: each message once`,
      )

    await first.relay.stop()
    await town.departments.file(5)
    await town.settle()
    const began = town.time.now()
    await noted(town, lease / 10)
    t.ok(town.time.now() - began >= lease, 'not before nothing had been noted for the lease')
    while ((await town.departments.answer()) > 0) await town.settle()
    const answered = town.time.now()
    await noted(town)
    t.ok(
      town.time.now() - answered < lease,
      'and then all feeds, though on the others nothing was to be sent',
    )
    await second.relay.stop()
    await checkTopics(t, town)
    t.equal(town.time.waiting, 0)
  },
)
