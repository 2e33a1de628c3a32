import { ledgerGroup } from '@yibiao/ledger'
import type { ClusterPlan, Grant, KafkaAdministration } from '@yibiao/message-bus/kafka'
import { feedTopic, inboundTopic, type Participants, replayTopic } from '@yibiao/schemas'
import { topicsOf } from '../topics.ts'
import type { Principals } from './principals.ts'

/** How the names of all our topics begin. */
export const topicPrefix = 'registration.'

/**
 * How the consumer groups of a participant's own systems begin. The dot keeps `TAX` out of those of `TAX-2`; no group of
 * the exchange's has such a name.
 */
export const groupPrefix = (participant: string): string => `${participant}.`

/** The consumer group of the connector of `@yibiao/department`; it makes others below it. */
const connectorGroup = (participant: string): string => `connector.${participant}`

/** What the exchange does on topics: it makes and sets those of a participant that is published while it runs. */
const exchangeOperations = [
  ...(['READ', 'WRITE', 'DESCRIBE', 'CREATE'] as const),
  ...(['DESCRIBE_CONFIGS', 'ALTER_CONFIGS'] as const),
] as const

/** What a cluster has to be like for these participants; without principals its rights are nobody's concern. */
export function clusterPlan(
  { capabilities }: Pick<KafkaAdministration, 'capabilities'>,
  participants: Participants,
  principals: Principals | undefined,
): ClusterPlan {
  const topics = topicsOf(capabilities, participants)
  if (principals === undefined) return { topics }
  const grants = [
    ...grantsOfExchange(principals.exchange),
    ...[...principals.byCode].flatMap(([code, principal]) => grantsOfParticipant(code, principal)),
  ]
  return { topics, access: { grants, closed: [...principals.byCode.values()], topicPrefix } }
}

function grantsOfExchange(principal: string): Grant[] {
  const own = { principal, resource: 'TOPIC', name: topicPrefix, pattern: 'PREFIXED' } as const
  return [
    ...exchangeOperations.map((operation): Grant => ({ ...own, operation })),
    { principal, operation: 'READ', resource: 'GROUP', name: ledgerGroup, pattern: 'LITERAL' },
  ]
}

/** Its inbound topic to write, its feed and its replays to read, groups of its own to read them with; nothing else. */
function grantsOfParticipant(code: string, principal: string): Grant[] {
  const topic = (operation: Grant['operation'], name: string): Grant => ({
    ...{ principal, operation, resource: 'TOPIC', name, pattern: 'LITERAL' },
  })
  const group = (name: string, pattern: Grant['pattern']): Grant => ({
    ...{ principal, operation: 'READ', resource: 'GROUP', name, pattern },
  })
  return [
    topic('WRITE', inboundTopic(code)),
    topic('DESCRIBE', inboundTopic(code)),
    topic('READ', feedTopic(code)),
    topic('DESCRIBE', feedTopic(code)),
    topic('READ', replayTopic(code)),
    topic('DESCRIBE', replayTopic(code)),
    group(groupPrefix(code), 'PREFIXED'),
    group(connectorGroup(code), 'LITERAL'),
    group(`${connectorGroup(code)}.`, 'PREFIXED'),
  ]
}
