import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { decodeEvent, inboundTopic, shippedReference } from '@yibiao/schemas'
import { createMetrics, silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { createLedger, openHistory } from '../index.ts'

const day = 86_400_000
const hour = day / 24

t.test(
  'messages that expired before the ledger took them: nothing is skipped, and it is on record',
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'yibiao-expired-'))
    let now = 1_000 * day
    const clock = { now: () => now }
    const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
    const bus = await openEmbeddedBus({ path: join(folder, 'bus'), clock: () => now, retentionInterval: 2 })
    t.teardown(async () => {
      await bus.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const { references } = await openHistory({
      store,
      clock,
      reference: shippedReference(),
      mode: 'sandbox',
      division: '220200',
    })
    const topics = [...references.current().participants.byCode.keys()].map(inboundTopic)
    await bus.provision(topics.map((name) => ({ name, partitions: 1, retention: day })))
    const start = async () => {
      const ledger = createLedger({
        ...{ store, bus, references, clock, mode: 'sandbox', registry: '2202' },
        logger: silentLogger(),
        metrics: createMetrics(),
      })
      await ledger.start()
      return ledger
    }
    const offsetsOf = async (topic: string) => (await bus.offsets('ledger', [topic]))[0]
    const until = async (holds: () => Promise<boolean> | boolean) => {
      while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const tax = inboundTopic('TAX')
    const publish = (topic: string) => bus.publish([{ topic, key: 'k', value: Buffer.from('not JSON') }])

    const first = await start()
    await publish(tax)
    await until(async () => (await offsetsOf(tax))?.committed === 1)
    await first.stop()

    await publish(tax)
    await publish(tax)
    now += day + hour
    await publish(tax)
    await until(async () => (await offsetsOf(tax))?.earliest === 3)

    for (const round of [1, 2]) {
      const ledger = await start()
      await until(() => ledger.health() !== undefined)
      const psb = inboundTopic('PSB')
      await publish(psb)
      await until(async () => (await offsetsOf(psb))?.committed === round)
      t.match(ledger.health()?.error, /registration\.inbound\.TAX\/0/, 'it stays unwell though others go on')
      t.equal((await offsetsOf(tax))?.committed, 1, 'nothing is skipped')
      await until(async () => (await store.readStream(`inbound-${tax}-0`)).length > 0)
      await ledger.stop()
    }
    const events = await store.readStream(`inbound-${tax}-0`)
    t.equal(events.length, 1, 'once, however often it is found')
    t.match(
      events.map((one) => decodeEvent(one).data),
      [{ topic: tax, partition: 0, committed: 1, earliest: 3, latest: 4 }],
    )
  },
)
