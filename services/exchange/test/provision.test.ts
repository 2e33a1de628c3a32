import { ownKafkaForTest } from '@yibiao/engines/kafka'
import { postgresForTest } from '@yibiao/engines/postgres'
import { openPostgresEventStore } from '@yibiao/event-store/postgres'
import { openHistory } from '@yibiao/ledger'
import type { MessageBus } from '@yibiao/message-bus'
import { type Grant, KafkaAdministration, openKafkaBus, parseKafkaUrl } from '@yibiao/message-bus/kafka'
import { feedTopic, inboundTopic, replayTopic, shippedReference } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import t from 'tap'
import { type Captured, yibiao } from './support/captured-io.ts'
import { participantCodes, securedKafka } from './support/secured-kafka.ts'

/** The tests stand in order and go on from one another, as an operator does on a new cluster. */
t.setTimeout(300_000)

const day = 86_400_000
const secured = await securedKafka(t)
// Of its own: the names are those of every exchange.
const open = await ownKafkaForTest(t)
const topics = 3 * participantCodes.length + 3
const rights = 9 * participantCodes.length + 7

interface Answer {
  readonly participants: number
  readonly from: string
  readonly topics: number
  readonly applied: boolean
  readonly differences: readonly { readonly kind: string }[]
  readonly left: readonly object[]
}

const answerOf = ({ out }: Captured): Answer => JSON.parse(out) as Answer

await t.test(
  'a cluster with accounts and rights',
  { skip: 'skip' in secured ? secured.skip : false },
  async (t) => {
    if ('skip' in secured) return
    const { admin, urlOf } = secured
    const env = { YIBIAO_BUS: admin }
    const provision = (...args: readonly string[]) => yibiao(['provision', '--acls', ...args], { env })

    /** A bus with an account of its own. */
    const busOf = async (account: string): Promise<MessageBus> => {
      const bus = await openKafkaBus({ ...parseKafkaUrl(urlOf(account)), heartbeatInterval: 100 })
      t.teardown(() => bus.close())
      return bus
    }
    const message = (topic: string) => ({ topic, key: 'R', value: Buffer.from('{}') })
    const forbidden = { code: 'YB_BUS_FORBIDDEN' }

    await t.test('a dry run names everything that is missing and changes nothing', async (t) => {
      for (let time = 0; time < 2; time += 1) {
        const run = await provision('--dry-run', '--json')
        t.equal(run.code, 3)
        const { differences, ...rest } = answerOf(run)
        t.match(rest, { participants: participantCodes.length + 3, from: 'shipped', topics, applied: false })
        const count = (kind: string) => differences.filter((one) => one.kind === kind).length
        t.same([count('topic-missing'), count('grant-missing')], [topics, rights])
      }
      const { code, out } = await provision('--dry-run', '--lang', 'zh')
      t.equal(code, 3)
      t.match(out, /缺主题 +registration\.inbound\.TAX +— +8 个分区, 保留 30 天/)
      t.match(out, /缺权限 +User:TAX · 主题 registration\.feed\.TAX +— +READ, DESCRIBE/)
      t.match(out, `差异 ${topics + rights} 处，未作任何变更。`)
    })

    await t.test('a run makes it all, and a second has nothing to do', async (t) => {
      const first = await provision()
      t.equal(first.code, 0)
      t.match(first.out, 'Done: as planned.')
      const second = await provision('--json')
      t.equal(second.code, 0)
      t.match(answerOf(second), { applied: false, differences: [], left: [] })
      t.match((await provision('--dry-run')).out, 'As planned: nothing to do.')
      t.equal((await provision('--dry-run')).code, 0)
    })

    await t.test('a participant writes its inbound topic and no other', async (t) => {
      const tax = await busOf('TAX')
      const [receipt] = await tax.publish([message(inboundTopic('TAX'))])
      t.equal(receipt?.offset, 0)
      for (const topic of [inboundTopic('HPF'), inboundTopic('PAB'), feedTopic('TAX'), replayTopic('TAX')])
        await t.rejects(tax.publish([message(topic)]), forbidden, topic)
    })

    await t.test('a participant reads its feed and replays and no other, as groups of its own', async (t) => {
      const exchange = await busOf('yibiao')
      await exchange.publish([message(feedTopic('TAX')), message(replayTopic('TAX'))])
      const tax = await busOf('TAX')
      const taken = async (topic: string, group: string) => {
        const { promise, resolve } = Promise.withResolvers<string | undefined>()
        const consumer = await tax.consume({
          ...{ group, topics: [topic] },
          onBatch: async ([first]) => resolve(first?.topic),
        })
        const found = await promise
        await consumer.stop()
        return found
      }
      for (const group of ['connector.TAX', 'TAX.archive'])
        t.equal(await taken(feedTopic('TAX'), group), feedTopic('TAX'), group)
      t.equal(await taken(replayTopic('TAX'), 'connector.TAX.replay'), replayTopic('TAX'))
      for (const topic of [feedTopic('HPF'), replayTopic('HPF'), inboundTopic('TAX'), inboundTopic('PAB')])
        await t.rejects(tax.read(topic, 0, 0, 1), forbidden, topic)
      for (const group of ['ledger', 'connector.HPF', 'TAXI', 'HPF.archive'])
        await t.rejects(tax.offsets(group, [feedTopic('TAX')]), forbidden, group)
    })

    await t.test('a foreign grant is shown, stays until it is revoked, and then opens nothing', async (t) => {
      const grant: Grant = {
        ...{ principal: 'User:TAX', operation: 'READ', resource: 'TOPIC' },
        ...{ name: feedTopic('HPF'), pattern: 'LITERAL' },
      }
      const plan = { topics: [], access: { grants: [grant], closed: [], topicPrefix: 'registration.' } }
      const administration = new KafkaAdministration(parseKafkaUrl(admin))
      await administration.apply(plan, await administration.compare(plan))
      const tax = await busOf('TAX')
      t.same(await tax.read(feedTopic('HPF'), 0, 0, 1), [])

      const shown = await provision('--dry-run')
      t.equal(shown.code, 3)
      t.match(shown.out, /foreign grant +User:TAX · topic registration\.feed\.HPF +READ +—/)
      const kept = await provision()
      t.equal(kept.code, 3)
      t.match(kept.out, '--revoke takes them away')
      t.same(await tax.read(feedTopic('HPF'), 0, 0, 1), [])

      t.equal((await provision('--revoke')).code, 0)
      await t.rejects(tax.read(feedTopic('HPF'), 0, 0, 1), forbidden)
      t.same(await tax.read(feedTopic('TAX'), 0, 1, 1), [], 'what is planned stays')
      t.equal((await provision('--dry-run')).code, 0)
    })

    await t.test('a topic that is kept for a shorter time is mended', async (t) => {
      const bus = await openKafkaBus(parseKafkaUrl(admin))
      const name = inboundTopic('STATS')
      await bus.provision([{ name, partitions: 8, retention: 7 * day }])
      await bus.close()
      const shown = await provision('--dry-run')
      t.match(
        shown.out,
        /other setting +registration\.inbound\.STATS {2}retention\.ms +kept 7 days +kept 30 days/,
      )
      t.equal((await provision()).code, 0)
      t.equal((await provision('--dry-run')).code, 0)
    })

    await t.test('an account that may not administer is told what it needs', async (t) => {
      const { code, err } = await yibiao(['provision', '--acls', '--bus', urlOf('TAX')])
      t.equal(code, 2)
      t.match(err, 'may not administer topics and rights')
      t.notMatch(err, 'secret')
    })

    await t.test('participants come from the history that is named', async (t) => {
      const postgres = await postgresForTest(t)
      if (postgres.skip !== undefined) return t.comment(postgres.skip)
      const args = ['--store', postgres.url, '--dry-run']
      const store = await openPostgresEventStore({ url: postgres.url, logger: silentLogger() })
      t.teardown(() => store.close())
      const early = await provision(...args)
      t.equal(early.code, 2)
      t.match(early.err, 'no participants are on record')

      const reference = shippedReference()
      const { content } = reference.participants
      const bank = { ...content.participants[6], code: 'BANK-ABC' } as (typeof content.participants)[number]
      const participants = {
        ...{ version: 2, digest: '0' },
        content: { version: 2, participants: [...content.participants, bank] },
      }
      await openHistory({
        ...{ store, clock: systemClock, mode: 'sandbox', division: '220200' },
        reference: { ...reference, participants },
      })
      const found = answerOf(await provision(...args, '--json'))
      t.equal(found.from, 'history')
      t.match(found.differences.slice(0, 3), [
        { kind: 'topic-missing', topic: { name: inboundTopic('BANK-ABC') } },
        { kind: 'topic-missing', topic: { name: replayTopic('BANK-ABC') } },
        { kind: 'topic-missing', topic: { name: feedTopic('BANK-ABC') } },
      ])
      t.equal(found.differences.length, 3 + 9)
    })
  },
)

await t.test('a cluster without rights', { skip: 'skip' in open ? open.skip : false }, async (t) => {
  if ('skip' in open) return
  const { url } = open.kafka
  const provision = (...args: readonly string[]) =>
    yibiao(['provision', '--bus', url, ...args], { env: { LANG: 'zh_CN.UTF-8' } })

  await t.test('gives none, and is told', async (t) => {
    const { code, out } = await provision('--acls')
    t.equal(code, 1)
    t.match(out, '集群未启用权限控制')
  })

  await t.test('a topic with other partitions is told and refused, and nothing is changed', async (t) => {
    const bus = await openKafkaBus(parseKafkaUrl(url))
    await bus.provision([{ name: inboundTopic('CUSTOMS'), partitions: 3, retention: 30 * day }])
    await bus.close()
    const before = answerOf(await provision('--dry-run', '--json'))
    const { code, out } = await provision()
    t.equal(code, 1)
    t.match(out, /分区数不符 +registration\.inbound\.CUSTOMS +3 个分区 +8 个分区/)
    t.match(out, '未作任何变更')
    t.same(answerOf(await provision('--dry-run', '--json')), before)
  })
})
