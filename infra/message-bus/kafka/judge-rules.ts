import { type Grant, type NamePattern, type Rule, ruleOf } from './acls.ts'

/** Who shall be allowed what on topics and groups of ours. */
export interface AccessPlan {
  readonly grants: readonly Grant[]
  /** Principals that may do on our topics and groups what `grants` says and nothing else; of all others only notes are made. */
  readonly closed: readonly string[]
  /** How the names of our topics begin, e.g. `registration.`. Our groups are those of the grants. */
  readonly topicPrefix: string
}

/** What catches the eye and is for people to judge; `apply` leaves it alone. */
export interface RuleNote {
  readonly kind: /** Somebody who is not in the plan may read, write or change a topic or group of ours. */
    | 'stranger'
    /** Something is forbidden to a principal of the plan; that goes before any grant. */
    | 'denied'
    /** A closed principal has rights on the cluster as a whole. */
    | 'cluster'
  readonly rule: Rule
}

export interface Judgement {
  readonly missing: readonly Grant[]
  /** Allowed to a closed principal, or to everybody (`User:*`), beyond the plan. */
  readonly foreign: readonly Rule[]
  readonly notes: readonly RuleNote[]
}

const everybody = 'User:*'

/** What the brokers' authorizer takes an operation to include: to read, write, delete or alter is to describe. */
const implied: Readonly<Record<string, readonly string[]>> = {
  READ: ['DESCRIBE'],
  WRITE: ['DESCRIBE'],
  DELETE: ['DESCRIBE'],
  ALTER: ['DESCRIBE'],
  ALTER_CONFIGS: ['DESCRIBE_CONFIGS'],
}

/** To look at names and settings does no harm; whoever watches a cluster may do so. */
const harmless: ReadonlySet<string> = new Set(['DESCRIBE', 'DESCRIBE_CONFIGS'])

/** On the cluster as a whole: what every account may have, and older clients need. */
const common: ReadonlySet<string> = new Set(['DESCRIBE', 'DESCRIBE_CONFIGS', 'IDEMPOTENT_WRITE'])

/** Holds the rules of a cluster against the plan. Pure. */
export function judgeRules({ grants, closed, topicPrefix }: AccessPlan, rules: readonly Rule[]): Judgement {
  const present = new Set(rules.map(keyOf))
  const missing = grants.filter((grant) => !present.has(keyOf(ruleOf(grant))))
  const groups = grants.filter(({ resource }) => resource === 'GROUP')
  const planned = new Set(grants.map(({ principal }) => principal))
  const isClosed = new Set([...closed, everybody])
  const isOurs = (rule: Rule): boolean =>
    rule.resource === 'TOPIC'
      ? overlap(rule, { name: topicPrefix, pattern: 'PREFIXED' })
      : rule.resource === 'GROUP' && groups.some((group) => overlap(rule, group))

  const foreign: Rule[] = []
  const notes: RuleNote[] = []
  for (const rule of rules) {
    const { principal, permission, operation } = rule
    const closes = isClosed.has(principal)
    if (permission === 'DENY') {
      if (isOurs(rule) && (closes || planned.has(principal))) notes.push({ kind: 'denied', rule })
    } else if (rule.resource === 'CLUSTER') {
      if (closes && !common.has(operation)) notes.push({ kind: 'cluster', rule })
    } else if (!isOurs(rule)) continue
    else if (closes) {
      if (!grants.some((grant) => covers(grant, rule))) foreign.push(rule)
    } else if (!planned.has(principal) && !harmless.has(operation)) notes.push({ kind: 'stranger', rule })
  }
  return { missing, foreign, notes }
}

const keyOf = ({ principal, host, permission, operation, resource, name, pattern }: Rule): string =>
  JSON.stringify([principal, host, permission, operation, resource, name, pattern])

/** Whether there may be a name that both are about. */
function overlap(one: NamePattern, other: NamePattern): boolean {
  if (isAll(one) || isAll(other)) return true
  if (one.pattern === 'LITERAL' && other.pattern === 'LITERAL') return one.name === other.name
  if (one.pattern === 'LITERAL') return one.name.startsWith(other.name)
  if (other.pattern === 'LITERAL') return other.name.startsWith(one.name)
  return one.name.startsWith(other.name) || other.name.startsWith(one.name)
}

const isAll = ({ name, pattern }: NamePattern): boolean => pattern === 'LITERAL' && name === '*'

/** Whether a rule allows nothing that the grant does not. */
function covers(grant: Grant, rule: Rule): boolean {
  if (grant.principal !== rule.principal || grant.resource !== rule.resource) return false
  const { operation } = grant
  const allows =
    operation === 'ALL' || operation === rule.operation || implied[operation]?.includes(rule.operation)
  if (!allows || isAll(rule)) return false
  return grant.pattern === 'PREFIXED'
    ? rule.name.startsWith(grant.name)
    : rule.pattern === 'LITERAL' && rule.name === grant.name
}
