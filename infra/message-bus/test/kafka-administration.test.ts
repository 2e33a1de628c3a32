import { randomUUID } from 'node:crypto'
import { ownKafkaForTest } from '@yibiao/engines/kafka'
import { Kafka, logLevel } from 'kafkajs'
import t from 'tap'
import { textMessage } from '../contract/lab.ts'
import {
  type ClusterPlan,
  type Grant,
  KafkaAdministration,
  type KafkaBusOptions,
  openKafkaBus,
  type Rule,
} from '../kafka/index.ts'
import { mendRequestQueue } from '../kafka/mend.ts'

t.setTimeout(180_000)
mendRequestQueue()

const day = 86_400_000
const password = 'secret'
const users = [{ name: 'tax', password }]
const secured = await ownKafkaForTest(t, { secure: { users, acls: true } })
const open = await ownKafkaForTest(t)

await t.test('administration of Kafka', { skip: 'skip' in secured ? secured.skip : false }, async (t) => {
  if ('skip' in secured) return
  const { brokers, secure } = secured.kafka
  const administration = new KafkaAdministration({ brokers: [brokers] })
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  t.teardown(() => admin.disconnect())

  /** Two topics and a few rights under a name of the test's own. */
  function town() {
    const prefix = `t${randomUUID()}.`
    const principal = `User:${prefix}tax`
    const [inbound, feed] = [`${prefix}inbound`, `${prefix}feed`]
    const right = (operation: Grant['operation'], name: string): Grant => ({
      ...{ principal, operation, resource: 'TOPIC', name, pattern: 'LITERAL' },
    })
    const grants: Grant[] = [
      right('WRITE', inbound),
      right('READ', feed),
      { ...right('READ', `${prefix}group.`), resource: 'GROUP', pattern: 'PREFIXED' },
    ]
    const topics = [
      { name: inbound, partitions: 4, retention: 30 * day },
      { name: feed, partitions: 1, retention: 30 * day },
    ]
    const plan: ClusterPlan = { topics, access: { grants, closed: [principal], topicPrefix: prefix } }
    return { plan, topics, grants, principal, inbound, feed }
  }

  async function settingOf(topic: string, name: string): Promise<string | undefined> {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: 2, name: topic }],
    })
    return resources[0]!.configEntries.find(({ configName }) => configName === name)?.configValue
  }

  /** Provisions a plan, with settings of its own on new topics. */
  async function provide(plan: ClusterPlan, topicSettings: Record<string, string> = {}): Promise<void> {
    const own = new KafkaAdministration({ brokers: [brokers], topicSettings })
    t.same((await own.apply(plan, await own.compare(plan))).differences, [])
  }

  await t.test('a comparison names everything that is missing and changes nothing', async (t) => {
    const { plan, topics, grants } = town()
    const found = await administration.compare(plan)
    t.same(found, {
      differences: [
        ...topics.map((topic) => ({ kind: 'topic-missing', topic })),
        ...grants.map((grant) => ({ kind: 'grant-missing', grant })),
      ],
      notes: [],
      authorizer: true,
    })
    t.same(await administration.compare(plan), found)
  })

  await t.test('what was applied is there at once, and to apply it again changes nothing', async (t) => {
    const { plan, inbound } = town()
    const found = await administration.compare(plan)
    const left = await administration.apply(plan, found)
    t.same(left, { differences: [], notes: [], authorizer: true })
    t.same(await administration.compare(plan), left)
    t.same(await administration.apply(plan, found), left, 'an old comparison does no harm')
    t.equal(await settingOf(inbound, 'retention.ms'), String(30 * day))
    t.equal(await settingOf(inbound, 'message.timestamp.type'), 'LogAppendTime')
  })

  await t.test('settings that differ are told and mended, those of others stay', async (t) => {
    const { plan, inbound, feed } = town()
    await provide(
      { topics: [{ name: inbound, partitions: 4 }] },
      {
        'retention.ms': String(7 * day),
        'retention.bytes': '1000000',
        'cleanup.policy': 'compact',
        'max.message.bytes': '1048588',
        'flush.messages': '17',
      },
    )
    const found = await administration.compare(plan)
    t.same(
      found.differences.filter(({ kind }) => kind === 'setting-differs'),
      [
        { setting: 'cleanup.policy', actual: 'compact', wanted: 'delete' },
        { setting: 'retention.ms', actual: String(7 * day), wanted: String(30 * day) },
        { setting: 'retention.bytes', actual: '1000000', wanted: '-1' },
        { setting: 'max.message.bytes', actual: '1048588', wanted: '2097152' },
      ].map((one) => ({ kind: 'setting-differs', topic: inbound, ...one })),
    )
    t.same((await administration.apply(plan, found)).differences, [])
    t.equal(await settingOf(inbound, 'retention.ms'), String(30 * day))
    t.equal(await settingOf(inbound, 'cleanup.policy'), 'delete')
    t.equal(await settingOf(inbound, 'flush.messages'), '17')
    t.equal(await settingOf(feed, 'retention.ms'), String(30 * day), 'the missing topic was made as well')
  })

  await t.test('what is kept longer than planned is never shortened', async (t) => {
    const { plan, inbound, feed } = town()
    await provide({
      topics: [
        { name: inbound, partitions: 4, retention: 90 * day },
        { name: feed, partitions: 1 },
      ],
    })
    await provide(plan)
    t.same((await administration.compare(plan)).differences, [])
    t.equal(await settingOf(inbound, 'retention.ms'), String(90 * day))
    t.equal(await settingOf(feed, 'retention.ms'), '-1')
  })

  await t.test('another number of partitions is told and refused, and nothing is changed', async (t) => {
    const { plan, inbound, grants } = town()
    await provide({ topics: [{ name: inbound, partitions: 2 }] })
    const found = await administration.compare(plan)
    t.match(found.differences[1], { kind: 'partitions-differ', topic: inbound, actual: 2, wanted: 4 })
    await t.rejects(administration.apply(plan, found), { code: 'YB_BUS_USAGE', message: inbound })
    const after = await administration.compare(plan)
    t.same(after, found)
    t.equal(after.differences.filter(({ kind }) => kind === 'grant-missing').length, grants.length)
  })

  await t.test(
    'a foreign grant is told, stays when not asked for, and is taken away when asked',
    async (t) => {
      const { plan, principal, inbound } = town()
      await provide(plan)
      const more: Grant = {
        ...{ principal, operation: 'READ', resource: 'TOPIC', name: inbound, pattern: 'LITERAL' },
      }
      await provide({ topics: [], access: { grants: [more], closed: [], topicPrefix: inbound } })
      const rule: Rule = { ...more, host: '*', permission: 'ALLOW' }
      const foreign = [{ kind: 'grant-foreign', rule }]
      const found = await administration.compare(plan)
      t.same(found.differences, foreign)
      t.same((await administration.apply(plan, found)).differences, foreign)
      t.same((await administration.apply(plan, found, { revoke: true })).differences, [])
      t.same((await administration.compare(plan)).differences, [])
    },
  )

  await t.test('without a plan for rights nobody needs the right to look at them', async (t) => {
    const { plan, topics } = town()
    const look = (operation: Grant['operation'], name: string): Grant => ({
      ...{ principal: 'User:tax', operation, resource: 'TOPIC', name, pattern: 'LITERAL' },
    })
    const grants = topics.map(({ name }) => look('DESCRIBE_CONFIGS', name))
    grants.push(...topics.map(({ name }) => look('DESCRIBE', name)))
    await provide({ topics, access: { grants, closed: [], topicPrefix: 'x' } })
    const sasl = { mechanism: 'scram-sha-512', username: 'tax', password } as const
    const options: KafkaBusOptions = { brokers: [secure!.brokers], sasl }
    const account = new KafkaAdministration(options)
    await t.rejects(account.compare(plan), { code: 'YB_BUS_FORBIDDEN' })
    t.same((await account.compare({ topics })).differences, [])
  })

  await t.test('another number of copies is noted, and more are not asked for than there are', async (t) => {
    const { plan } = town()
    await provide(plan)
    const topicSettings = { 'min.insync.replicas': '2' }
    const wants = new KafkaAdministration({ brokers: [brokers], replicationFactor: 3, topicSettings })
    const { differences, notes } = await wants.compare(plan)
    t.same(differences, [])
    t.match(notes[0], { kind: 'replicas-differ', actual: 1, wanted: 3 })
  })

  await t.test('a topic that was made is one that the bus can use', async (t) => {
    const { plan, inbound } = town()
    await provide(plan)
    const bus = await openKafkaBus({ brokers: [brokers] })
    const [receipt] = await bus.publish([textMessage(inbound, 'a', 'x')])
    t.equal(receipt!.offset, 0)
    await bus.close()
  })
})

await t.test('rights on brokers that keep none', { skip: 'skip' in open ? open.skip : false }, async (t) => {
  if ('skip' in open) return
  const administration = new KafkaAdministration({ brokers: [open.kafka.brokers] })
  const topics = [{ name: 'inbound', partitions: 1 }]
  const plan: ClusterPlan = { topics, access: { grants: [], closed: [], topicPrefix: 'in' } }
  const found = await administration.compare(plan)
  t.equal(found.authorizer, false)
  await t.rejects(administration.apply(plan, found), { code: 'YB_BUS_USAGE' })
  t.match((await administration.compare(plan)).differences, [{ kind: 'topic-missing' }], 'nothing was made')
})
