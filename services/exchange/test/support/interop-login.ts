/** How a program of a department logs in to Kafka, and what it may do there. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SecureListener } from '@yibiao/engines/kafka'
import { feedTopic, inboundTopic } from '@yibiao/schemas'
import kafkajs from 'kafkajs'

export const participant = 'STATS'
export const account = { name: participant, password: 'one-form-2026' }

export interface Login {
  /** Which client library reads the settings. */
  readonly library: 'librdkafka' | 'java'
  readonly mechanism: 'SCRAM-SHA-512' | 'PLAIN'
}

/** Gives the account the rights that docs/departments.md names, and no others. */
export async function allow(brokers: string): Promise<void> {
  const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs
  const admin = new kafkajs.Kafka({ brokers: [brokers], logLevel: kafkajs.logLevel.NOTHING }).admin()
  const rule = (resourceType: number, resourceName: string, operation: number) => ({
    resourceType,
    resourceName,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: `User:${account.name}`,
    host: '*',
    operation,
    permissionType: AclPermissionTypes.ALLOW,
  })
  await admin.connect()
  const acl = [
    rule(AclResourceTypes.TOPIC, inboundTopic(participant), AclOperationTypes.WRITE),
    rule(AclResourceTypes.TOPIC, feedTopic(participant), AclOperationTypes.READ),
    rule(AclResourceTypes.GROUP, `connector.${participant}`, AclOperationTypes.READ),
  ]
  await admin.createAcls({ acl })
  await admin.disconnect()
}

/** The settings as docs/departments.md shows them, and the certificate beside them. */
export function writeSettings(
  folder: string,
  { library, mechanism }: Login,
  { brokers, ca = '' }: SecureListener,
): string {
  const { name, password } = account
  const own = {
    librdkafka: [`sasl.username=${name}`, `sasl.password=${password}`, `ssl.ca.location=${folder}/ca.pem`],
    java: [
      `sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="${name}" password="${password}";`,
      'ssl.truststore.type=PEM',
      `ssl.truststore.location=${folder}/ca.pem`,
    ],
  }[library]
  const common = [`bootstrap.servers=${brokers}`, 'security.protocol=SASL_SSL', `sasl.mechanism=${mechanism}`]
  const settings = join(folder, 'kafka.properties')
  writeFileSync(settings, `${[...common, ...own].join('\n')}\n`)
  writeFileSync(join(folder, 'ca.pem'), ca)
  return settings
}
