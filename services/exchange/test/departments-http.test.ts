import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeEvent, type RecordedEvent, recordIdOf, recordStream } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { configure, startExchange } from '../index.ts'

const page = readFileSync(new URL('../../../docs/departments-http.md', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'yibiao-page-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))
symlinkSync(fileURLToPath(new URL('../../../examples', import.meta.url)), join(folder, 'examples'))

/** Every `sh` block of the page as one script, with the accounts that the page shows. */
const script = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('\n')
const [, accounts = ''] = /^\$ cat accounts\.json\n(.*)$/m.exec(page) ?? []
writeFileSync(join(folder, 'accounts.json'), accounts)

const configuration = configure({
  data: join(folder, 'data'),
  port: 0,
  departments: false,
  threads: false,
  accounts: join(folder, 'accounts.json'),
})
const exchange = await startExchange({ configuration, logger: silentLogger() })
t.teardown(() => exchange.stop())

const run = (commands: string): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn('sh', ['-eu'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], timeout: 60_000 })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)))
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.end(commands)
  })

const events = async (stream: string): Promise<RecordedEvent<Record<string, unknown>>[]> =>
  (await exchange.engines.store.readStream(stream)).map((one) => decodeEvent(one))
const json = <Shape>(name: string): Shape => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Shape

t.test('the page’s own lines register an enterprise with curl alone', async (t) => {
  const { code, output } = await run(script.replace('http://127.0.0.1:8080', exchange.address))
  t.equal(code, 0, output)
  t.match(output, 'the digest agrees')
  t.match(output, '"outcome":"recorded"', 'the receipt')

  const record = recordIdOf('unauthenticated', 'over-http-1')
  const registered = (await events(recordStream(record)))[3]
  t.match(registered, {
    type: 'yibiao.enterprise.registered.v1',
    authid: 'AMR-07',
    source: '/participants/AMR',
  })
  t.match(await events('receipts-AMR'), [
    { type: 'yibiao.feed.acknowledged.v1', data: { sequence: 1, stage: 'applied' } },
  ])

  const outcome = { status: 200, event: registered?.id, revision: 4 }
  t.match(json('outcomes.json'), { outcomes: [{ outcome: 'recorded', ...outcome }] })
  t.match(json('again.json'), { outcomes: [{ outcome: 'repeated', ...outcome }] })
  t.match(json('record.json'), { record, participant: 'AMR', form: { name: { full: /公司$/ } } })
  t.match(json('page.json'), { messages: [{ sequence: 2 }] }, 'and the feed goes on')
})
