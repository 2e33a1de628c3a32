import type { SecureOptions } from './options.ts'

export interface Layout {
  readonly data: string
  readonly port: number
  readonly controllerPort: number
  readonly secure?: SecureOptions & {
    readonly port: number
    readonly keystore?: string
    readonly secret: string
  }
  readonly settings: Readonly<Record<string, string>>
}

/** server.properties of one node that is broker and controller. */
export function serverProperties(layout: Layout): string {
  const { data, port, controllerPort, secure } = layout
  const listeners = [`PLAIN://localhost:${port}`, `CONTROLLER://localhost:${controllerPort}`]
  const advertised = [`PLAIN://localhost:${port}`]
  if (secure !== undefined) {
    listeners.push(`SECURE://localhost:${secure.port}`)
    advertised.push(`SECURE://localhost:${secure.port}`)
  }
  const all: Record<string, string> = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.bootstrap.servers': `localhost:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAIN',
    listeners: listeners.join(','),
    'advertised.listeners': advertised.join(','),
    'listener.security.protocol.map': `PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:${protocolOf(secure)}`,
    'log.dirs': data,
    'auto.create.topics.enable': 'false',
    'log.message.timestamp.type': 'LogAppendTime',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '2',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    // A killed broker may register again only when its last session is over; the default is 9 s.
    'broker.session.timeout.ms': '3000',
    'broker.heartbeat.interval.ms': '500',
    // Index files are made at their full size; many small topics shall not cost gigabytes.
    'log.index.size.max.bytes': '1048576',
    ...secureSettings(layout),
    ...layout.settings,
  }
  return `${Object.entries(all)
    .map(([name, value]) => `${name}=${escaped(value)}`)
    .join('\n')}\n`
}

/** Java reads properties as Latin-1, with escapes. */
function escaped(value: string): string {
  return value.replace(
    /[\\\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function protocolOf(secure: Layout['secure']): string {
  const accounts = (secure?.users ?? []).length > 0
  if (secure?.tls) return accounts ? 'SASL_SSL' : 'SSL'
  return accounts ? 'SASL_PLAINTEXT' : 'PLAINTEXT'
}

function secureSettings({ secure }: Layout): Record<string, string> {
  if (secure === undefined) return {}
  const { users = [], keystore, secret, acls = false } = secure
  const own: Record<string, string> = {}
  if (users.length > 0) {
    const accounts = users.map(({ name, password }) => `user_${name}="${password}"`).join(' ')
    const login = 'org.apache.kafka.common.security'
    own['sasl.enabled.mechanisms'] = 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER'
    own['listener.name.secure.plain.sasl.jaas.config'] =
      `${login}.plain.PlainLoginModule required ${accounts};`
    // For tests: without a handler of its own the broker takes unsigned tokens (RFC 7515, "alg": "none") as they are.
    own['listener.name.secure.oauthbearer.sasl.jaas.config'] =
      `${login}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";`
    for (const mechanism of ['scram-sha-256', 'scram-sha-512']) {
      own[`listener.name.secure.${mechanism}.sasl.jaas.config`] = `${login}.scram.ScramLoginModule required;`
    }
  }
  if (keystore !== undefined) {
    own['listener.name.secure.ssl.keystore.location'] = keystore
    own['listener.name.secure.ssl.keystore.type'] = 'PKCS12'
    own['listener.name.secure.ssl.keystore.password'] = secret
    own['listener.name.secure.ssl.key.password'] = secret
  }
  if (acls) {
    own['authorizer.class.name'] = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer'
    own['super.users'] = 'User:ANONYMOUS'
    own['allow.everyone.if.no.acl.found'] = 'false'
  }
  return own
}
