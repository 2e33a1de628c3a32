import { usage } from '../usage.ts'
import type { KafkaBusOptions } from './options.ts'
import { type KafkaSasl, passwordMechanisms } from './sasl.ts'

const known: ReadonlySet<string> = new Set(['tls', 'sasl', 'clientId', 'replicationFactor', 'sessionTimeout'])

/**
 * The options that a URL says: `kafka://user:password@host1:9092,host2:9092?tls=true&sasl=scram-sha-512`.
 *
 * The port may be left out (9092). User and password are percent-decoded; with them and without `sasl` it is
 * `scram-sha-512`. Also `clientId`, `replicationFactor`, `sessionTimeout`. Throws `YB_BUS_USAGE` naming what is wrong,
 * never with the password.
 */
export function parseKafkaUrl(url: string): KafkaBusOptions {
  const match = /^kafka:\/\/(?:([^@/?#]*)@)?([^@/?#]+)\/?(?:\?([^#]*))?$/.exec(url)
  if (match === null) throw usage('the Kafka URL', 'must be like kafka://host1:9092,host2:9092')
  const [, login, hosts = '', query = ''] = match
  const brokers = hosts.split(',').map((host) => (/:\d+$/.test(host) ? host : `${host}:9092`))
  const settings = new URLSearchParams(query)
  for (const name of settings.keys()) {
    if (!known.has(name)) throw usage('the Kafka URL', `has the unknown setting "${name}"`)
  }
  const sasl = saslOf(login, settings.get('sasl') ?? undefined)
  const tls = settings.get('tls')
  if (tls !== null && tls !== 'true' && tls !== 'false')
    throw usage('tls in the Kafka URL', 'must be true or false')
  return {
    brokers,
    ...(tls === null ? {} : { tls: tls === 'true' }),
    ...(sasl === undefined ? {} : { sasl }),
    ...(settings.has('clientId') ? { clientId: settings.get('clientId') as string } : {}),
    ...numberOf(settings, 'replicationFactor'),
    ...numberOf(settings, 'sessionTimeout'),
  }
}

function saslOf(login: string | undefined, named: string | undefined): KafkaSasl | undefined {
  if (login === undefined || login === '') {
    if (named !== undefined) throw usage('sasl in the Kafka URL', 'needs user:password@ before the hosts')
    return undefined
  }
  const mechanism = passwordMechanisms.find((each) => each === (named ?? 'scram-sha-512'))
  if (mechanism === undefined) {
    throw usage('sasl in the Kafka URL', `must be one of ${passwordMechanisms.join(', ')}`)
  }
  const colon = login.indexOf(':')
  if (colon < 1) throw usage('the Kafka URL', 'must have user:password before the @')
  try {
    const username = decodeURIComponent(login.slice(0, colon))
    return { mechanism, username, password: decodeURIComponent(login.slice(colon + 1)) }
  } catch {
    throw usage('the Kafka URL', 'has a user or password that is not percent-encoded UTF-8')
  }
}

function numberOf<Name extends string>(settings: URLSearchParams, name: Name): { [Key in Name]?: number } {
  const text = settings.get(name)
  if (text === null) return {}
  if (!/^\d{1,9}$/.test(text)) throw usage(`${name} in the Kafka URL`, 'must be a whole number')
  return { [name]: Number(text) } as { [Key in Name]?: number }
}
