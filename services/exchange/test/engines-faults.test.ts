import { setTimeout as pause } from 'node:timers/promises'
import { Rejection } from '@yibiao/department'
import type { Append, EventStore } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import { inboundTopic } from '@yibiao/schemas'
import t from 'tap'
import type { RunningRole } from '../src/roles/roles.ts'
import { EngineTown } from './fixtures/engine-town.ts'
import { replacing } from './fixtures/replacing.ts'

/** Faults that come from between a role and its engine, on a real Kafka and a real PostgreSQL. Each ends with everything proved. */
t.setTimeout(500_000)

const opened = await EngineTown.open(t)
const skip = 'skip' in opened ? opened.skip : false
const town = 'skip' in opened ? undefined! : opened

/** Appends that take so long, the first `count` of them. */
const slowly =
  (milliseconds: number, count: number) =>
  (store: EventStore): EventStore => {
    let left = count
    return replacing(store, {
      append: async (appends: readonly Append[]) => {
        left -= 1
        if (left >= 0) await pause(milliseconds)
        return store.append(appends)
      },
    })
  }

/** Whatever is published is published twice, and the second time beside what comes after it. */
const twice = (bus: MessageBus): MessageBus =>
  replacing(bus, {
    publish: async (messages) => {
      const receipts = await bus.publish(messages)
      await bus.publish(messages)
      return receipts
    },
  })

t.test('faults on engines', { skip }, async (t) => {
  await t.test('every message is delivered twice', async (t) => {
    await town.startAll({ bus: twice })
    await town.file(2)
    await town.untilDone()
    await town.stop()
    const { findings, repeated } = await town.audit()
    t.same(findings, [])
    t.ok(repeated > 50, `${repeated} messages came twice to departments`)
  })

  await t.test('two ledgers believe that they own the same partitions', async (t) => {
    await town.startAll()
    // In a group of its own it is given every partition, and hears every message that the first one hears.
    await town.start('ledger', {
      bus: (bus) => replacing(bus, { consume: (options) => bus.consume({ ...options, group: 'other' }) }),
    })
    await town.file(3)
    await town.untilDone()
    await town.stop()
    t.same((await town.audit()).findings, [])
  })

  await t.test('the group of the ledgers changes in the middle of a batch', async (t) => {
    const begun = Promise.withResolvers<void>()
    const slow = slowly(1_000, 6)
    await town.startAll({
      store: (store) => {
        const behind = slow(store)
        return replacing(store, {
          append: (appends) => {
            begun.resolve()
            return behind.append(appends)
          },
        })
      },
    })
    const filing = town.file(3)
    await begun.promise
    const second = await town.start('ledger')
    await filing
    await second.stop()
    await town.untilDone()
    await town.stop()
    t.same((await town.audit()).findings, [])
  })

  await t.test('the store takes two seconds for an append', async (t) => {
    await town.start('relay')
    await town.start('projector')
    await town.startGateway()
    await town.startDepartments()
    const ledger = await town.start('ledger', { store: slowly(2_000, 6) })
    await town.file(3)
    t.equal(ledger.health(), undefined, 'slow is not broken')
    await town.untilDone()
    await town.stop()
    t.same((await town.audit()).findings, [])
  })

  await t.test('the clock jumps back an hour', async (t) => {
    let back = 0
    const clock = { now: () => Date.now() - back }
    for (const role of ['ledger', 'relay', 'projector'] as const) await town.start(role, { clock })
    await town.startGateway({ clock })
    await town.startDepartments()
    await town.file(2)
    back = 3_600_000
    await town.file(2)
    await town.untilDone()
    await town.stop()
    t.same((await town.audit()).findings, [])
  })

  await t.test('what no ledger can read is put on record, and what comes behind it goes on', async (t) => {
    const poison = [Buffer.of(0xff, 0xfe), Buffer.from(`${'['.repeat(50_000)}`), Buffer.from('{"id":1}')]
    await town.startAll({
      bus: (bus) =>
        replacing(bus, {
          publish: async (messages) => {
            await bus.publish(
              poison.map((value) => ({ topic: inboundTopic('TAX'), key: messages[0]?.key ?? 'k', value })),
            )
            return bus.publish(messages)
          },
        }),
    })
    await town.file(1)
    await town.untilDone()
    await town.stop()
    const { findings, refusals } = await town.audit()
    t.same(findings, [])
    t.equal(
      Object.values(refusals).reduce((sum, count) => sum + count, 0),
      poison.length,
      'each once',
    )
  })

  await t.test(
    'a message on which a department’s parser breaks is rejected, and the feed goes on',
    async (t) => {
      await town.startAll()
      const rejected: number[] = []
      const taken = await town.follow('TAX', ({ sequence, event }) => {
        if (event.type !== 'yibiao.filing.routed.v1') return
        try {
          JSON.parse('{"what the old system makes of it')
        } catch (cause) {
          rejected.push(sequence)
          throw new Rejection('The old system cannot read it.', { cause })
        }
      })
      await town.file(1)
      await town.untilDone()
      const end = await town.feedLength('TAX')
      while (taken() < end) await pause(50)
      t.ok(rejected.length > 0)
      const onRecord = await town.rejections('TAX')
      await town.stop()
      t.same(onRecord, rejected, 'the exchange knows which, once each')
      t.same((await town.audit()).findings, [])
    },
  )

  await t.test(
    'the store is restored from a copy of yesterday: what would contradict it stops',
    async (t) => {
      await town.copyHistory()
      await town.startAll()
      await town.file(1)
      await town.untilDone()
      await town.stop()
      await town.restoreHistory()
      const started = await town.start('projector').catch((error: unknown) => error)
      const fault = started instanceof Error ? started : (started as RunningRole).health()
      t.match(JSON.stringify(fault) + String(fault), 'YB_HISTORY_RESTORED')
      const relay = await town.start('relay')
      await town.start('ledger')
      await town.startDepartments()
      const until = performance.now() + 20_000
      while (relay.health() === undefined && performance.now() < until) await pause(100)
      t.match(relay.health(), { error: /YB_HISTORY_RESTORED/ })
      await town.stop()
    },
  )
})
