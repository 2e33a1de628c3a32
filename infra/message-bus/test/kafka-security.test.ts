import { randomUUID } from 'node:crypto'
import { ownKafkaForTest } from '@yibiao/engines/kafka'
import kafkajs from 'kafkajs'
import t from 'tap'
import { Inbox, textMessage, textOf } from '../contract/lab.ts'
import { KafkaAdministration, type KafkaSasl, openKafkaBus, parseKafkaUrl } from '../kafka/index.ts'
import { mendRequestQueue } from '../kafka/mend.ts'

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, Kafka, logLevel, ResourcePatternTypes } =
  kafkajs

t.setTimeout(180_000)
mendRequestQueue()

const users = [{ name: 'tax', password: 'p@ss:一' }]
const own = await ownKafkaForTest(t, { secure: { tls: true, users, acls: true } })

await t.test(
  'a broker with TLS, accounts and ACLs',
  { skip: 'skip' in own ? own.skip : false },
  async (t) => {
    if ('skip' in own) return
    const { brokers, secure } = own.kafka
    const ca = secure!.ca!
    const login = { username: 'tax', password: users[0]!.password }
    const sealed = { brokers: [secure!.brokers], tls: { ca: [ca] }, timeout: 5_000, heartbeatInterval: 100 }
    const [inbound, feed, other] = [
      `inbound-${randomUUID()}`,
      `feed-${randomUUID()}`,
      `other-${randomUUID()}`,
    ]
    const operator = await openKafkaBus({ brokers: [brokers] })
    t.teardown(() => operator.close())
    await operator.provision([inbound, feed, other].map((name) => ({ name, partitions: 2 })))
    await allow(brokers, inbound, feed)

    await t.test('lets accounts in by every mechanism', async (t) => {
      const ways: KafkaSasl[] = [
        { mechanism: 'plain', ...login },
        { mechanism: 'scram-sha-256', ...login },
        { mechanism: 'scram-sha-512', ...login },
        { mechanism: 'oauthbearer', token: async () => unsignedToken('tax') },
      ]
      for (const sasl of ways) {
        const bus = await openKafkaBus({ ...sealed, sasl })
        const [receipt] = await bus.publish([textMessage(inbound, 'a', sasl.mechanism)])
        t.ok(receipt!.offset >= 0, sasl.mechanism)
        await bus.close()
      }
      const url = `kafka://tax:${encodeURIComponent(login.password)}@${secure!.brokers}?sasl=scram-sha-256`
      const bus = await openKafkaBus({ ...parseKafkaUrl(url), tls: { ca: [ca] } })
      await bus.close()
    })

    await t.test('keeps out who has no account, or no trust in it', async (t) => {
      const wrong = { ...sealed, sasl: { mechanism: 'scram-sha-512', ...login, password: 'wrong' } } as const
      await t.rejects(openKafkaBus(wrong), { code: 'YB_BUS_FORBIDDEN' })
      const sasl = { mechanism: 'scram-sha-512', ...login } as const
      await t.rejects(openKafkaBus({ ...sealed, sasl, tls: true, timeout: 500 }), {
        code: 'YB_BUS_UNAVAILABLE',
      })
    })

    await t.test(
      'lets a participant write its inbound topic and read its feed, and nothing else',
      async (t) => {
        const bus = await openKafkaBus({ ...sealed, sasl: { mechanism: 'scram-sha-512', ...login } })
        const forbidden = { code: 'YB_BUS_FORBIDDEN', retryable: false }
        const calls = await Promise.allSettled([
          bus.publish([textMessage(inbound, 'a', 'allowed')]),
          bus.publish([textMessage(feed, 'a', 'not mine to write')]),
          bus.publish([textMessage(inbound, 'a', 'allowed, too')]),
        ])
        t.match(calls, [
          { status: 'fulfilled' },
          { status: 'rejected', reason: forbidden },
          { status: 'fulfilled' },
        ])
        await t.rejects(bus.publish([textMessage(other, 'a', 'x')]), forbidden)
        await t.rejects(bus.read(other, 0, 0, 1), forbidden)
        await t.rejects(bus.provision([{ name: `new-${randomUUID()}`, partitions: 1 }]), forbidden)
        await operator.publish([textMessage(feed, 'a', 'for the participant')])
        const inbox = new Inbox(30_000)
        const consumer = await bus.consume({ group: 'tax.feed', topics: [feed], ...inbox })
        await inbox.untilDistinct(1)
        t.same(inbox.accepted.map(textOf), ['for the participant'])
        await consumer.stop()
        await bus.close()
      },
    )

    await t.test('says of a group that it is forbidden, not that Kafka is away', async (t) => {
      const bus = await openKafkaBus({ ...sealed, sasl: { mechanism: 'scram-sha-512', ...login } })
      const forbidden = { code: 'YB_BUS_FORBIDDEN', retryable: false }
      await t.rejects(bus.offsets('other.feed', [feed]), forbidden)
      const { promise, resolve } = Promise.withResolvers<unknown>()
      const consuming = bus.consume({
        ...{ group: 'other.feed', topics: [feed] },
        onBatch: async () => {},
        onError: resolve,
      })
      t.match(await promise, forbidden)
      await bus.close()
      await consuming.catch(() => {})
    })

    await t.test('closes a topic to an account without closing the others', async (t) => {
      const bus = await openKafkaBus({ ...sealed, sasl: { mechanism: 'scram-sha-512', ...login } })
      const [closed, stays] = [`closed-${randomUUID()}`, `stays-${randomUUID()}`]
      await operator.provision([closed, stays].map((name) => ({ name, partitions: 1 })))
      await allow(brokers, stays, closed)
      await operator.publish([textMessage(closed, 'a', 'x')])
      t.equal((await bus.read(closed, 0, 0, 1)).length, 1)

      const administration = new KafkaAdministration({ brokers: [brokers] })
      const plan = { topics: [], access: { grants: [], closed: ['User:tax'], topicPrefix: closed } }
      await administration.apply(plan, await administration.compare(plan), { revoke: true })
      await t.rejects(bus.read(closed, 0, 0, 1), { code: 'YB_BUS_FORBIDDEN' })
      const [receipt] = await bus.publish([textMessage(stays, 'a', 'x')])
      t.equal(receipt!.offset, 0)
      t.equal((await bus.offsets('tax.feed', [feed])).length, 2)
      await bus.close()
    })
  },
)

/** What a participant may do: write its inbound topic, read its feed as a group of its own. */
async function allow(brokers: string, inbound: string, feed: string): Promise<void> {
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const rule = (resourceType: number, resourceName: string, operation: number) => ({
    resourceType,
    resourceName,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: 'User:tax',
    host: '*',
    operation,
    permissionType: AclPermissionTypes.ALLOW,
  })
  await admin.createAcls({
    acl: [
      rule(AclResourceTypes.TOPIC, inbound, AclOperationTypes.WRITE),
      rule(AclResourceTypes.TOPIC, feed, AclOperationTypes.READ),
      rule(AclResourceTypes.GROUP, 'tax.feed', AclOperationTypes.READ),
    ],
  })
  await admin.disconnect()
}

function unsignedToken(subject: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1_000)
  return `${part({ alg: 'none' })}.${part({ sub: subject, iat: now, exp: now + 3_600 })}.`
}
