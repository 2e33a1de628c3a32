import t from 'tap'
import type { Grant, Rule } from '../kafka/acls.ts'
import { ruleOf } from '../kafka/acls.ts'
import { type AccessPlan, judgeRules } from '../kafka/judge-rules.ts'

const grant = (principal: string, operation: Grant['operation'], name: string, more = {}): Grant => ({
  ...{ principal: `User:${principal}`, operation, resource: 'TOPIC', name, pattern: 'LITERAL' },
  ...more,
})
const group = { resource: 'GROUP' } as const
const prefixed = { pattern: 'PREFIXED' } as const

/** A tax bureau with a feed and groups of its own, and the exchange. */
const grants = [
  grant('tax', 'WRITE', 'ours.inbound.TAX'),
  grant('tax', 'READ', 'ours.feed.TAX'),
  grant('tax', 'READ', 'TAX.', { ...group, ...prefixed }),
  grant('exchange', 'READ', 'ours.', prefixed),
  grant('exchange', 'READ', 'ledger', group),
]
const plan: AccessPlan = { grants, closed: ['User:tax'], topicPrefix: 'ours.' }
const asPlanned = grants.map(ruleOf)

const judge = (...more: Rule[]) => judgeRules(plan, [...asPlanned, ...more])
const rule = (...given: Parameters<typeof grant>): Rule => ruleOf(grant(...given))

t.test('a cluster as planned has nothing missing, nothing foreign and nothing to note', async (t) => {
  t.same(judge(), { missing: [], foreign: [], notes: [] })
})

t.test('every grant that is not there exactly so is missing', async (t) => {
  t.same(judgeRules(plan, []).missing, grants)
  const fromOneHost = asPlanned.map((one) => ({ ...one, host: '10.0.0.7' }))
  t.same(judgeRules(plan, fromOneHost).missing, grants, 'a rule for one host does not do for all')
  const forbidden = asPlanned.map((one) => ({ ...one, permission: 'DENY' }))
  t.same(judgeRules(plan, forbidden).missing, grants)
})

t.test('what opens more to a participant than planned is foreign, however it is written', async (t) => {
  const foreign = [
    rule('tax', 'READ', 'ours.feed.HPF'),
    rule('tax', 'WRITE', 'ours.feed.TAX'),
    rule('tax', 'ALL', 'ours.inbound.TAX'),
    rule('tax', 'DESCRIBE', 'ours.inbound.HPF'),
    rule('tax', 'READ', '*'),
    rule('tax', 'READ', 'ours.feed.TAX', prefixed),
    rule('tax', 'READ', 'ours.', prefixed),
    rule('tax', 'READ', 'o', prefixed),
    rule('tax', 'READ', 'ledger', group),
    rule('tax', 'READ', '*', group),
    rule('tax', 'READ', 'TAX', { ...group, ...prefixed }),
    rule('*', 'READ', 'ours.feed.TAX'),
  ]
  for (const one of foreign) t.same(judge(one).foreign, [one], JSON.stringify(one))
})

t.test('what the plan includes already, or what is not of ours, is not foreign', async (t) => {
  const harmless = [
    rule('tax', 'DESCRIBE', 'ours.inbound.TAX'),
    rule('tax', 'READ', 'TAX.feed', group),
    rule('tax', 'READ', 'TAX.feed.', { ...group, ...prefixed }),
    { ...rule('tax', 'WRITE', 'ours.inbound.TAX'), host: '10.0.0.7' },
    rule('tax', 'ALL', 'other.topic'),
    rule('tax', 'ALL', 'other.', prefixed),
    rule('tax', 'READ', 'other', group),
    rule('exchange', 'ALL', 'ours.', prefixed),
    { ...rule('tax', 'ALL', 'ours.x'), resource: 'TRANSACTIONAL_ID' },
  ]
  for (const one of harmless) t.same(judge(one), { missing: [], foreign: [], notes: [] }, JSON.stringify(one))
})

t.test('strangers, denials and rights on the whole cluster are noted and are no differences', async (t) => {
  const cluster = { ...rule('tax', 'ALTER', 'kafka-cluster'), resource: 'CLUSTER' }
  const noted = [
    ['stranger', rule('mirror', 'READ', 'ours.', prefixed)],
    ['stranger', rule('mirror', 'READ', 'ledger', group)],
    ['denied', { ...rule('tax', 'WRITE', 'ours.inbound.TAX'), permission: 'DENY' }],
    ['cluster', cluster],
  ] as const
  for (const [kind, one] of noted)
    t.same(judge(one), { missing: [], foreign: [], notes: [{ kind, rule: one }] }, JSON.stringify(one))
  for (const one of [
    rule('monitor', 'DESCRIBE', '*'),
    rule('mirror', 'READ', 'other'),
    { ...cluster, operation: 'IDEMPOTENT_WRITE' },
    { ...cluster, principal: 'User:exchange' },
  ])
    t.same(judge(one).notes, [], JSON.stringify(one))
})
