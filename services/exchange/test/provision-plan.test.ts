import { kafkaBusCapabilities, type Rule } from '@yibiao/message-bus/kafka'
import { feedTopic, inboundTopic, replayTopic } from '@yibiao/schemas'
import t from 'tap'
import { shippedParticipants } from '../src/provision/participants.ts'
import { clusterPlan, topicPrefix } from '../src/provision/plan.ts'
import { defaultPrincipals, principalsOf } from '../src/provision/principals.ts'
import { participantCodes } from './support/secured-kafka.ts'

const participants = shippedParticipants()
const options = { ...defaultPrincipals, named: {} }
const kafka = { capabilities: kafkaBusCapabilities }
const plan = clusterPlan(kafka, participants, principalsOf(participants, options))
const grants = plan.access?.grants ?? []

/** What an account may do, as words. */
const rightsOf = (principal: string) =>
  grants
    .filter((one) => one.principal === principal)
    .map(({ operation, resource, name, pattern }: Omit<Rule, 'host' | 'permission'>) =>
      [operation, resource, `${name}${pattern === 'PREFIXED' ? '*' : ''}`].join(' '),
    )

t.test(
  'everybody has an inbound topic that is kept for 30 days; who is not ours a feed and replays',
  async (t) => {
    const expected = [...participants.byCode.values()].flatMap(({ code, ours }) => [
      inboundTopic(code),
      ...(ours ? [] : [replayTopic(code), feedTopic(code)]),
    ])
    t.same(plan.topics.map(({ name }) => name).sort(), expected.sort())
    for (const { name, partitions, retention = 0 } of plan.topics) {
      t.ok(name.startsWith(topicPrefix), name)
      t.ok(retention >= 30 * 86_400_000, name)
      t.equal(partitions, name.includes('.inbound.') ? 8 : 1, name)
    }
  },
)

t.test(
  'a participant may write its inbound topic, read its feed and replays, and nothing else',
  async (t) => {
    for (const code of participantCodes)
      t.same(rightsOf(`User:${code}`), [
        `WRITE TOPIC registration.inbound.${code}`,
        `DESCRIBE TOPIC registration.inbound.${code}`,
        `READ TOPIC registration.feed.${code}`,
        `DESCRIBE TOPIC registration.feed.${code}`,
        `READ TOPIC registration.replay.${code}`,
        `DESCRIBE TOPIC registration.replay.${code}`,
        `READ GROUP ${code}.*`,
        `READ GROUP connector.${code}`,
        `READ GROUP connector.${code}.*`,
      ])
    t.same(
      plan.access?.closed,
      participantCodes.map((code) => `User:${code}`),
    )
  },
)

t.test('the exchange has its topics and the group of its ledger', async (t) => {
  t.same(rightsOf('User:yibiao'), [
    ...['READ', 'WRITE', 'DESCRIBE', 'CREATE', 'DESCRIBE_CONFIGS', 'ALTER_CONFIGS'].map(
      (operation) => `${operation} TOPIC registration.*`,
    ),
    'READ GROUP ledger',
  ])
  t.equal(grants.length, 7 + 9 * participantCodes.length, 'and nobody else has anything')
})

t.test('without principals no rights are planned', async (t) => {
  t.notOk('access' in clusterPlan(kafka, participants, undefined))
})

t.test('accounts follow a prefix, and a file where they are named otherwise', async (t) => {
  const named = { TAX: 'User:CN=tax bureau,O=Jilin' }
  const { byCode } = principalsOf(participants, { ...options, prefix: 'User:yb-', named })
  t.equal(byCode.get('TAX'), 'User:CN=tax bureau,O=Jilin')
  t.equal(byCode.get('HPF'), 'User:yb-HPF')
  t.notOk(byCode.has('PAB'), 'who is ours speaks through the exchange')
})

t.test(
  'accounts that would open somebody else’s topics, or nobody’s, are refused, all at once',
  async (t) => {
    const wrong: [object, ...RegExp[]][] = [
      [{ named: { TAX: 'User:one', HPF: 'User:one' } }, /TAX and HPF have the same account User:one/],
      [{ named: { TAX: 'User:yibiao' } }, /yibiao and TAX have the same account/],
      [{ named: { TAX: 'User:HPF' } }, /TAX and HPF/],
      [{ named: { TAX: 'User:*', HPF: 'hpf' } }, /account of TAX, "User:\*"/, /account of HPF, "hpf"/],
      [{ named: { PAB: 'User:pab' } }, /PAB is no participant/],
      [{ named: { TXA: 'User:tax' } }, /TXA is no participant; there are AMR, TAX/],
      [{ named: ['User:tax'] }, /must be an object/],
      [{ named: { TAX: 7 } }, /must be an object/],
      [{ prefix: '' }, /account of AMR, "AMR"/, /account of TAX, "TAX"/],
      [{ exchange: 'yibiao' }, /account of yibiao/],
    ]
    for (const [given, ...patterns] of wrong)
      try {
        principalsOf(participants, { ...options, ...given })
        t.fail(JSON.stringify(given))
      } catch (error) {
        const { code, problem } = error as { code: string; problem: { issues: { en: string }[] } }
        t.equal(code, 'YB_CONFIGURATION')
        for (const pattern of patterns)
          t.ok(
            problem.issues.some(({ en }) => pattern.test(en)),
            `${pattern}`,
          )
      }
  },
)
