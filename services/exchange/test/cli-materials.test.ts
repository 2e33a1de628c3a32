import { hash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inboundTopic, recordStream } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { type Exchange, startExchange } from '../src/exchange.ts'
import { type Captured, type Setting, yibiao } from './support/captured-io.ts'

/** A filing with files on a real exchange, as a day at the counter goes; the tests stand in order. */
t.setTimeout(120_000)
const cwd = t.testdir({})
const data = join(cwd, '.yibiao')
const restaurant = fileURLToPath(new URL('../../../examples/restaurant.json', import.meta.url))

const pdf = (name: string, size: number): { readonly digest: string; readonly bytes: Buffer } => {
  const bytes = Buffer.concat([Buffer.from(`%PDF-1.7\n${name}\n`), Buffer.alloc(size, name)])
  writeFileSync(join(cwd, name), bytes)
  return { digest: hash('sha256', bytes, 'hex'), bytes }
}
const plan = pdf('平面图.pdf', 5_000_000)
const rules = pdf('rules.pdf', 10_000)
const articles = pdf('articles.pdf', 20_000)
writeFileSync(join(cwd, 'page.html'), '<html></html>')

const start = (): Promise<Exchange> =>
  startExchange({
    configuration: configure({ data, port: 0, departments: false, quiet: true, logLevel: 'silent' }),
    logger: silentLogger(),
  })
const cli = (args: readonly string[], setting: Setting = {}): Promise<Captured> =>
  yibiao(args, { cwd, ...setting })

let exchange: Exchange | undefined
t.teardown(() => exchange?.stop())
mkdirSync(data, { recursive: true })
exchange = await start()
const { bus, store } = exchange.engines
const token = readFileSync(join(data, 'token'), 'utf8').trim()

let filing = ''
let record = ''

t.test('an upload that broke off is gone on with, and the filing names the files', async (t) => {
  const begun = await fetch(`${exchange?.address}/v1/materials/${plan.digest}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/partial-upload',
      'upload-offset': '0',
      'upload-complete': '?0',
    },
    body: plan.bytes.subarray(0, 1_234_567),
  })
  t.equal(begun.status, 204)
  const { code, out, err } = await cli([
    'submit',
    restaurant,
    '--material',
    'premises-plan=平面图.pdf',
    '--material',
    'food-safety-rules=rules.pdf',
    '--key',
    'with-files',
  ])
  t.equal(code, 0, err)
  ;[, filing = '', record = ''] = /filing (F\w{14}) {2}record (R\w{14})/.exec(out) ?? []
})

t.test('the same command again uploads nothing and files nothing twice', async (t) => {
  const { code, out } = await cli([
    'submit',
    restaurant,
    '--material=premises-plan=平面图.pdf',
    '--material=food-safety-rules=rules.pdf',
    '--key',
    'with-files',
    '--json',
  ])
  t.equal(code, 0)
  t.match(JSON.parse(out), { filing, record })
})

t.test('status and trace show the files with the address to read them at', async (t) => {
  const { out } = await cli(['status', filing, '--lang', 'zh'])
  t.match(out, '材料：')
  t.match(
    out,
    new RegExp(`premises-plan +场所平面布局图 +平面图.pdf +application/pdf +5\\.0 MB +${plan.digest}`),
  )
  const trace = await cli(['trace', filing])
  t.match(trace.out, new RegExp(`food-safety-rules +Rules of food safety +rules.pdf.*${rules.digest}`))
  t.equal(trace.out.split(plan.digest).length, 2, 'each once')
})

t.test('what is wrong with a file is told before anything is filed', async (t) => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['premises-plan', /write <code>=<file>/],
    ['premises-plan=nowhere.pdf', /nowhere\.pdf cannot be read \(ENOENT\)/],
    ['premises-plan=page.html', /YB_MATERIAL_TYPE/],
    ['medical-staff-list=rules.pdf', /YB_MATERIAL_NOT_TAKEN/],
  ]
  for (const [given, told] of wrong) {
    const { code, err, out } = await cli(['submit', restaurant, '--material', given])
    t.not(code, 0, given)
    t.equal(out, '')
    t.match(err, told)
  }
})

t.test('a supplement hands in what a notice asks for by code', async (t) => {
  const message = {
    specversion: '1.0',
    id: 'ask-articles',
    source: '/participants/AMR',
    type: 'yibiao.supplement.requested.v1',
    subject: record,
    time: new Date().toISOString(),
    filing,
    authtype: 'officer',
    authid: 'AMR-01',
    data: {
      approval: `${filing}/company-setup-registration`,
      round: 1,
      defects: [
        {
          material: 'articles-of-association',
          code: 'MISSING',
          zh: '请补交章程',
          en: 'hand in the articles',
        },
      ],
    },
  }
  await bus.publish([
    { topic: inboundTopic('AMR'), key: record, value: Buffer.from(JSON.stringify(message)) },
  ])
  for await (const { events } of store.subscribe({ after: 0 }))
    if (events.some((one) => one.stream === recordStream(record) && one.type === message.type)) break
  const asked = await cli(['status', filing])
  t.match(asked.out, /articles-of-association {2}hand in the articles/)
  const nothing = await cli(['supplement', filing, 'company-setup-registration'])
  t.not(nothing.code, 0)
  t.match(nothing.err, '--material')
  const { code, out, err } = await cli([
    'supplement',
    filing,
    'company-setup-registration',
    '--material',
    'articles-of-association=articles.pdf',
  ])
  t.equal(code, 0, err)
  t.match(out, 'The supplement is on record.')
  t.match((await cli(['status', filing])).out, articles.digest)
})

t.test('a file is read back, byte for byte', async (t) => {
  const { code, out, err } = await cli(['material', plan.digest, '--out', 'back.pdf'])
  t.equal(code, 0, err)
  t.match(out, /^back\.pdf {2}application\/pdf {2}5\.0 MB\n$/)
  t.strictSame(readFileSync(join(cwd, 'back.pdf')), plan.bytes)
  const named = await cli(['material', rules.digest, '--json'])
  const file = `${rules.digest.slice(0, 12)}.pdf`
  t.strictSame(JSON.parse(named.out), {
    digest: rules.digest,
    size: rules.bytes.length,
    mediaType: 'application/pdf',
    file,
  })
  t.strictSame(readFileSync(join(cwd, file)), rules.bytes)
})

t.test('what is no digest, or of no filing, is told so', async (t) => {
  const none = await cli(['material', 'abc'])
  t.not(none.code, 0)
  t.match(none.err, /64 lower-case/)
  const unknown = await cli(['material', 'f'.repeat(64)])
  t.equal(unknown.code, 1)
  t.match(unknown.err, 'YB_MATERIAL_UNKNOWN')
})

t.test('the files are in the data folder, also when nobody runs there', async (t) => {
  await exchange?.stop()
  exchange = undefined
  rmSync(join(cwd, 'back.pdf'))
  const { code, err } = await cli(['material', plan.digest, '--out', 'back.pdf'])
  t.equal(code, 0, err)
  t.strictSame(readFileSync(join(cwd, 'back.pdf')), plan.bytes)
})

const fileOf = (digest: string): string => join(data, 'materials', 'files', digest.slice(0, 2), digest)

t.test('fsck reads every file, and finds one that is gone and one that was changed', async (t) => {
  const sound = await cli(['fsck'])
  t.equal(sound.code, 0, sound.out)
  t.match(sound.out, /files +3\n/)
  rmSync(fileOf(rules.digest))
  chmodSync(fileOf(plan.digest), 0o600)
  writeFileSync(fileOf(plan.digest), Buffer.from(plan.bytes).fill('x', 1_000, 1_001))
  const { code, out } = await cli(['fsck', '--json'])
  t.equal(code, 3)
  const where = `registration-${record}/1`
  t.strictSame(JSON.parse(out).faults, [
    { check: 'material', where, problem: `the file ${plan.digest} is not what was handed in` },
    { check: 'material', where, problem: `the file ${rules.digest} is not there` },
  ])
})

t.test('a file that was changed in the folder is not saved as the one that was asked for', async (t) => {
  const { code, err } = await cli(['material', plan.digest, '--out', 'changed.pdf'])
  t.equal(code, 1)
  t.match(err, 'YB_MATERIAL_DIGEST')
  t.notOk(existsSync(join(cwd, 'changed.pdf')))
})
