import t from 'tap'
import { parseKafkaUrl } from '../kafka/index.ts'
import { settingsFrom } from '../kafka/options.ts'

await t.test('hosts with and without ports', async (t) => {
  t.same(parseKafkaUrl('kafka://host1:9092,host2'), { brokers: ['host1:9092', 'host2:9092'] })
  t.same(parseKafkaUrl('kafka://[::1]:9093/'), { brokers: ['[::1]:9093'] })
})

await t.test(
  'an account is percent-decoded, and logs in by SCRAM-SHA-512 unless told otherwise',
  async (t) => {
    t.same(parseKafkaUrl('kafka://tax%40jl:p%3A%2F%E4%B8%80@host:1').sasl, {
      mechanism: 'scram-sha-512',
      username: 'tax@jl',
      password: 'p:/一',
    })
    t.match(parseKafkaUrl('kafka://a:b@host?sasl=plain&tls=true'), {
      sasl: { mechanism: 'plain' },
      tls: true,
    })
  },
)

await t.test('settings', async (t) => {
  const options = parseKafkaUrl(
    'kafka://host?clientId=ledger&replicationFactor=3&sessionTimeout=6000&tls=false',
  )
  t.match(options, { clientId: 'ledger', replicationFactor: 3, sessionTimeout: 6_000, tls: false })
  t.match(settingsFrom(options), { clientId: 'ledger', timeout: 10_000, heartbeatInterval: 1_000 })
})

await t.test('what cannot be meant is refused, without giving the password away', async (t) => {
  const wrong = [
    'http://host',
    'kafka://',
    'kafka://secretuser@host',
    'kafka://user:secret%ZZ@host',
    'kafka://host?tls=yes',
    'kafka://host?sasl=plain',
    'kafka://user:secret@host?sasl=gssapi',
    'kafka://host?sesionTimeout=1',
    'kafka://host?replicationFactor=three',
  ]
  for (const url of wrong) {
    t.throws(() => parseKafkaUrl(url), { code: 'YB_BUS_USAGE' }, url)
    try {
      parseKafkaUrl(url)
    } catch (error) {
      t.notMatch((error as Error).message, 'secret')
    }
  }
})

await t.test('options that cannot be meant are refused', async (t) => {
  const usage = { code: 'YB_BUS_USAGE' }
  t.throws(() => settingsFrom({ brokers: [] }), usage)
  t.throws(() => settingsFrom({ brokers: ['host'] }), usage)
  t.throws(() => settingsFrom({ brokers: ['host:1'], timeout: 0 }), usage)
  t.throws(() => settingsFrom({ brokers: ['host:1'], heartbeatInterval: 10_000 }), usage)
})
