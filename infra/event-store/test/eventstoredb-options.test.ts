import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { openEventStoreDb } from '../eventstoredb/index.ts'
import { type EventStoreDbOptions, resolveOptions } from '../eventstoredb/options.ts'
import { openOnDouble } from './fixtures/eventstoredb.ts'

const url = 'esdb://127.0.0.1:2113?tls=false'

t.test('connection strings of both names of the server are passed on to the client', (t) => {
  const strings: Record<string, string> = {
    [url]: url,
    'kurrentdb://yibiao:secret@node1:2113?tls=true': 'esdb://yibiao:secret@node1:2113?tls=true',
    'kurrentdb+discover://cluster.gov.example:2113': 'esdb+discover://cluster.gov.example:2113',
    'esdb://a:1,b:2,c:3?nodePreference=leader&tlsCAFile=%2Fetc%2Fca.crt':
      'esdb://a:1,b:2,c:3?nodePreference=leader&tlsCAFile=%2Fetc%2Fca.crt',
  }
  for (const [given, passedOn] of Object.entries(strings)) {
    t.equal(resolveOptions({ url: given }).connectionString, passedOn)
  }
  t.end()
})

t.test('the deadline of the URL is the default of ours', (t) => {
  const slow = `${url}&defaultDeadline=30000`
  t.match(resolveOptions({ url: slow }), { deadline: 30_000, connectionString: url })
  t.match(resolveOptions({ url: slow, deadline: 500 }), { deadline: 500 })
  t.match(resolveOptions({ url }), { deadline: 10_000, streamPrefix: 'yibiao.', concurrency: 64 })
  t.end()
})

t.test('what the client would only warn of, or print with the password, is refused', async (t) => {
  const refused: Record<string, EventStoreDbOptions> = {
    'no URL': { url: undefined as unknown as string },
    'another scheme': { url: 'postgres://yibiao:t0psecret@host/db' },
    'no host': { url: 'esdb://?tls=false' },
    'a host that is none': { url: 'esdb://yibiao:t0psecret@host:port' },
    'an unknown setting': { url: `${url}&t0psecret=1` },
    'a setting without a value': { url: `${url}&tls=` },
    'a setting of the client without effect': { url: `${url}&tlsVerifyCert=false` },
    'a keep-alive too short': { url: `${url}&keepAliveInterval=500` },
    'a deadline that is none': { url: `${url}&defaultDeadline=soon` },
    'a value the client does not know': { url: 'esdb://yibiao:t0psecret@host?tls=maybe' },
    'a certificate that is not there': { url: 'esdb://host?tlsCAFile=/nowhere/t0psecret.crt' },
    'an empty prefix': { url, streamPrefix: '' },
    'a prefix of the server': { url, streamPrefix: '$yibiao' },
    'no deadline': { url, deadline: 0 },
    'no concurrency': { url, concurrency: 0 },
    'no checkpoints': { url, checkpointInterval: 0 },
    'no idle interval': { url, idleInterval: 1.5 },
  }
  for (const [what, options] of Object.entries(refused)) {
    const error = await openEventStoreDb(options).catch((thrown: unknown) => thrown)
    t.match(error, { code: 'YB_STORE_USAGE', retryable: false, message: /^options\./ }, what)
    if (what !== 'an unknown setting')
      t.notMatch(String(error), /t0psecret/, `${what}: nothing is given away`)
  }
})

t.test('neither an idle store nor a closed one keeps the process from ending', async (t) => {
  const { double } = await openOnDouble(t)
  const fixture = fileURLToPath(new URL('./fixtures/idle-eventstoredb.ts', import.meta.url))
  for (const how of ['close', 'leave', 'subscribe']) {
    const child = spawn(process.execPath, [fixture, double.url, how], { stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (text: Buffer) => {
        printed += text
      })
    }
    t.strictSame(await once(child, 'exit'), [0, null], how)
    t.equal(printed, '', `${how}: nothing is printed`)
  }
})
