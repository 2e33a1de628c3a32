import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { silentLogger } from '@yibiao/telemetry'
import Database from 'better-sqlite3'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { type Exchange, startExchange } from '../src/exchange.ts'
import { type Captured, type Setting, yibiao } from './support/captured-io.ts'

/**
 * Every command against a real exchange: first one that runs with its departments in this process, then its data folder
 * asleep. The tests stand in order and go on from one another, as a day at the counter does.
 */
t.setTimeout(120_000)
const cwd = t.testdir({ deep: { below: {} } })
const data = join(cwd, '.yibiao')
const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const restaurant = join(examples, 'restaurant.json')
const consulting = join(examples, 'consulting.json')

const start = (settings: Readonly<Record<string, unknown>> = {}): Promise<Exchange> =>
  startExchange({
    configuration: configure({
      data,
      port: 0,
      departmentDelay: 40,
      quiet: true,
      logLevel: 'silent',
      ...settings,
    }),
    logger: silentLogger(),
  })

const cli = (args: readonly string[], setting: Setting = {}): Promise<Captured> =>
  yibiao(args, { cwd: join(cwd, 'deep', 'below'), ...setting })

async function json<Body>(args: readonly string[], setting: Setting = {}): Promise<Body> {
  const { out } = await cli([...args, '--json'], setting)
  return JSON.parse(out) as Body
}

let exchange: Exchange | undefined
t.teardown(() => exchange?.stop())
mkdirSync(data, { recursive: true })
exchange = await start()

let filing = ''
let record = ''

t.test('submit --wait shows the approvals landing and ends with the whole record', async (t) => {
  const { code, out } = await cli(['submit', restaurant, '--wait', '--lang', 'zh', '--key', 'first'])
  t.equal(code, 0)
  ;[, filing = '', record = ''] = /办件 (F\w{14}) {2}档案 (R\w{14})/.exec(out) ?? []
  for (const participant of ['AMR', 'TAX', 'PSB', 'HRSS', 'HSA', 'HPF', 'STATS', 'BANK-ICBC', 'AMR-FOOD'])
    t.match(out, new RegExp(`^ {2}\\+[\\d.]+ m?s +✓ ${participant} `, 'm'), participant)
  t.match(out, /✔ 平台 +办件已办结/)
  t.match(out, /统一社会信用代码 +91220202PDY\w{7} +登记 +AMR/)
  t.match(out, /税务信息 +主管税务机关代码 \d+；纳税人识别号 \w+ +登记 +TAX/)
  t.match(out, new RegExp(`办件 ${filing} 已办结，自受理起 [\\d.]+ m?s\n$`))
})

t.test('the same key and form give the same filing again', async (t) => {
  const again = await json<{ filing: string }>(['submit', restaurant, '--key', 'first'])
  t.equal(again.filing, filing)
  const other = await cli(['submit', consulting, '--key', 'first'])
  t.equal(other.code, 1)
  t.match(other.err, 'YB_IDEMPOTENCY_KEY_REUSED')
})

t.test('submit --wait --json is one document', async (t) => {
  const { code, out } = await cli(['submit', consulting, '--wait', '--json'])
  t.equal(code, 0)
  t.equal(out.trim().split('\n').length, 1)
  const body = JSON.parse(out)
  t.match(body, { filing: { state: 'COMPLETED' }, record: { status: 'REGISTERED' } })
  t.type(body.milliseconds, 'number')
})

t.test('submit --wait rewrites one line an approval on a terminal', async (t) => {
  const form = JSON.parse(readFileSync(consulting, 'utf8')) as { name: { full: string; tradeName: string } }
  form.name.full = form.name.full.replace('北辰策', '南星谋')
  form.name.tradeName = '南星谋'
  const { code, out } = await cli(['submit', '-', '--wait'], {
    stdin: JSON.stringify(form),
    terminal: true,
    columns: 80,
    env: { NO_COLOR: '1' },
  })
  t.equal(code, 0)
  t.ok(out.includes('\x1b[5A\x1b[J'), 'the six lines are drawn over')
  t.match(out, /✓ {2}Registration of a new company +AMR +granted +\+[\d.]+ m?s/)
})

t.test('a form that is refused is told with every problem, exit code 1', async (t) => {
  const { code, err } = await cli([
    'submit',
    join(examples, 'invalid', 'sums-and-shareholders.json'),
    '--lang',
    'zh',
  ])
  t.equal(code, 1)
  t.match(err, 'YB_FORM_RULE')
  for (const pointer of ['/name/full', '/capital/amountFen', '/enterpriseType', '/shareholders/1/forms/0'])
    t.match(err, `  ${pointer}  `)
  const taken = await cli(['submit', restaurant])
  t.equal(taken.code, 1)
  t.match(taken.err, 'YB_IDENTIFIER_TAKEN')
})

t.test('status of a filing: every department, and what is outstanding', async (t) => {
  const { code, out } = await cli(['status', filing.toLowerCase(), '--lang', 'zh'])
  t.equal(code, 0)
  t.match(out, /✓ +公司设立登记 +AMR 吉林市市场监督管理局 +准予 +1 +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}/)
  t.match(out, '无尚待办理的事项')
  const unknown = await cli(['status', 'F2G28T6V4MQTVSJ'])
  t.equal(unknown.code, 1)
  t.match(unknown.err, 'YB_FILING_UNKNOWN')
})

t.test('status of the exchange, filings, search', async (t) => {
  const status = await cli(['status'])
  t.equal(status.code, 0)
  t.match(status.out, /ledger +well/)
  t.match(status.out, /one-form +2 +\d+ +live/)
  t.match((await cli(['filings'])).out, new RegExp(`${filing} +吉林市昌邑区松江岸餐饮有限公司 +completed`))
  t.match((await cli(['filings', '--state', 'REFUSED'])).out, 'There are no filings.')
  const page = await json<{ filings: object[]; next: string }>(['filings', '--limit', '1'])
  t.equal(page.filings.length, 1)
  const rest = await json<{ filings: object[] }>(['filings', '--after', page.next])
  t.equal(rest.filings.length, 2)
  t.match((await cli(['search', '松江'])).out, new RegExp(`${record} +91220202PDY\\w{7} +registered`))
  t.match((await cli(['search', '没有的名字'])).out, 'No record fits.')
})

t.test('show: sections in the order of the form, each value with standing and provenance', async (t) => {
  const { code, out } = await cli(['show', record, '--lang', 'zh'])
  t.equal(code, 0)
  t.match(out, /^ {2}企业名称 +吉林市昌邑区松江岸餐饮有限公司 +登记 +申请人 +办件已提交 #1$/m)
  t.match(out, /^ {2}登记机关 · 代码 +220202 +登记 +AMR +已登记设立 #4$/m)
  t.match(out, /^ {2}股东 S2 · 认缴出资额（分） +40000000 \(¥400000\.00\) +登记/m)
  const sections = [
    '主体身份',
    '住所',
    '注册资本',
    '人员',
    '经营',
    '股东',
    '备案',
    '税务',
    '印章',
    '社会保险',
  ]
  const places = sections.map((one) => out.indexOf(`\n${one}\n`))
  t.ok(places.every((place) => place > 0))
  t.same(
    places,
    places.toSorted((a, b) => a - b),
  )
})

t.test('show --as-of: what the exchange knew then', async (t) => {
  const { events } = await eventsOf()
  const { out } = await cli(['show', record, '--as-of', String(events[0]?.position)])
  t.match(out, 'revision 1')
  t.notMatch(out, '91220202PDY')
  t.match(out, /Trade name +松江岸 +declared +applicant/)
  const wrong = await cli(['show', record, '--as-of', 'yesterday'])
  t.equal(wrong.code, 2)
  t.match(wrong.err, '/query/asOf')
  t.equal((await cli(['show', 'RT3D3GPSP7EQ0KY'])).code, 1)
})

interface Event {
  readonly position: number
  readonly type: string
  readonly data: object
}

async function eventsOf(): Promise<{ events: Event[] }> {
  const { out } = await cli(['history', record, '--json'])
  return {
    events: out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Event),
  }
}

t.test('history: one event on a line', async (t) => {
  const { events } = await eventsOf()
  t.equal(events[0]?.type, 'yibiao.filing.submitted.v1')
  t.equal(events.at(-1)?.type, 'yibiao.filing.completed.v1')
  const { out } = await cli(['history', record, '--lang', 'zh'])
  t.match(out, /^ +1 +\d+ +\d{4}-\d\d-\d\d [\d:.]+ +PAB +办件已提交 +152$/m)
  const raw = await cli(['history', record, '--raw'])
  t.match(raw.out, '\n  "type": "yibiao.enterprise.registered.v1",\n')
})

t.test('feeds: what each participant was sent, received and applied', async (t) => {
  const { code, out } = await cli(['feeds', '--lang', 'zh'])
  t.equal(code, 0)
  t.match(out, /^ {2}TAX 国家税务总局吉林市税务局 +\d+ +\d+ +\d+ /m)
})

t.test('replay: first the plan with the command to run, then the replay', async (t) => {
  const args = ['replay', '--department', 'TAX', '--record', record, '--reason', "it's lost"]
  const plan = await cli(args)
  t.equal(plan.code, 0)
  t.match(plan.out, /events +\d+/)
  t.match(plan.out, /it acknowledged: received \/ applied +\d+ \/ \d+/)
  const command = /npx yibiao (replay .*)/.exec(plan.out)?.[1] ?? ''
  t.match(command, "--reason 'it'\\''s lost'")
  const confirm = /--confirm ([0-9a-f]{64})/.exec(command)?.[1] ?? ''
  const done = await cli([...args, '--confirm', confirm, '--lang', 'zh'])
  t.equal(done.code, 0)
  t.match(done.out, /已重放 +\d+/)
  const stale = await cli([...args, '--confirm', '0'.repeat(64)])
  t.equal(stale.code, 1)
  t.match(stale.err, 'YB_PLAN_STALE')
  t.equal((await cli(['replay', '--reason', 'x'])).code, 2)
  t.equal((await cli(['replay', '--department', 'BANK', '--reason', 'x'])).code, 2, 'two banks')
})

t.test('what cannot be done any more is refused, and is on record', async (t) => {
  const late = await cli(['withdraw', filing, '--reason', '另行选址'])
  t.equal(late.code, 1)
  t.match(late.err, 'YB_FILING_CLOSED')
  const wrong = await cli(['supplement', filing, 'no-such-item', '-'], { stdin: '{}' })
  t.equal(wrong.code, 2)
  t.match(wrong.err, 'no-such-item')
  const unasked = await cli(['supplement', filing, 'invoice-supply', '-'], { stdin: '{}' })
  t.equal(unasked.code, 1)
  const unreadable = await cli(['supplement', filing, 'invoice-supply', '-'], { stdin: '{"nothing":1}' })
  t.equal(unreadable.code, 1)
  t.match(unreadable.err, 'YB_SCHEMA')
})

t.test(
  'trace: who, when, before and after, cause, receipts, refusals, acts of operators, readings',
  async (t) => {
    const { code, out } = await cli(['trace', filing, '--lang', 'zh'])
    t.equal(code, 0)
    t.match(out, /^#1 {2}办件已提交 .* PAB .*操作员 local/m)
    t.match(out, /^#3 {2}时限已起算 {2}× 3 {2}— {2}平台$/m, 'how many clocks, and no list of them')
    t.match(out, /^#4 {2}已登记设立 {2}公司设立登记 .* AMR .*经办人/m)
    t.match(out, /统一社会信用代码 +— +→ +91220202PDY/)
    t.match(out, /发生 \d{4}-\d\d-\d\d [\d:.]+ {2}接收 [\d:.]+ {2}记录 [\d:.]+ {2}起因 #2/)
    t.match(out, /^ {4}TAX +#1 +推送 [\d:.]+ +接收 [\d:.]+ +应用 [\d:.]+$/m)
    t.match(out, /消息被拒 +YB_FILING_CLOSED/)
    t.match(out, /另有被拒的消息：\n.* PAB +YB_SCHEMA +yibiao\.supplement\.provided\.v1/)
    t.match(out, /操作员的操作：\n.* local +重放 +完成 +it's lost/)
    t.match(out, /个人信息的查阅：\n.*operator:local/)
  },
)

t.test('rebuild: builds, compares, switches; and back', async (t) => {
  const { code, out } = await cli(['rebuild', 'one-form'])
  t.equal(code, 0)
  t.match(out, /one-form version 2, 3 rows, up to position \d+, digest [0-9a-f]{64}/)
  t.match(out, 'Equal to the live copy')
  const back = await cli(['rebuild', 'one-form', '--rollback', '--lang', 'zh'])
  t.equal(back.code, 0)
  t.match(back.out, '已换回前一副本')
  t.equal((await cli(['rebuild', 'nothing-like-it'])).code, 1)
})

t.test('fsck: a report, exit code 0 when sound', async (t) => {
  const { code, out } = await cli(['fsck'])
  t.match(out, 'Sound')
  t.equal(code, 0)
  t.match(out, /records +3/)
})

t.test('a job can be looked at afterwards', async (t) => {
  const { job } = await json<{ job: { job: string } }>(['rebuild', 'search', '--reason', 'because'])
  const { code, out } = await cli(['jobs', job.job, '--wait'])
  t.equal(code, 0)
  t.match(out, /rebuild {2}done/)
  t.match(out, 'because')
  t.equal((await cli(['jobs', 'nothing'])).code, 1)
})

t.test('a second exchange on the same folder is refused with the way out', async (t) => {
  const { code, err } = await cli(['start', '--data', data, '--port', '0', '--lang', 'zh'])
  t.equal(code, 1)
  t.match(err, 'YB_DATA_FOLDER_IN_USE')
  t.match(err, `进程 ${process.pid}`)
  t.match(err, '--data')
})

t.test('with the exchange stopped, commands open the folder themselves', async (t) => {
  await exchange?.stop()
  exchange = undefined
  const { code, out } = await cli(['search', '松江'])
  t.equal(code, 0)
  t.match(out, record)
})

t.test('without departments a filing is on record and waits; it can be withdrawn', async (t) => {
  const form = readFileSync(join(examples, 'trading.json'), 'utf8')
  const { code, out, err } = await cli(['submit', '-', '--wait'], { stdin: form })
  t.equal(code, 4)
  t.match(err, 'npm start')
  const open = /filing (F\w{14})/.exec(out)?.[1] ?? ''
  const withdrawn = await cli(['withdraw', open, '--reason', '另行选址'])
  t.equal(withdrawn.code, 0)
  t.match(withdrawn.out, 'Withdrawn.')
  t.match((await cli(['status', open, '--json'])).out, '"state":"WITHDRAWN"')
})

t.test('a view that was tampered with is found, named, and does not go live: exit code 3', async (t) => {
  const views = new Database(join(data, 'views.db'))
  const { build } = views
    .prepare(`SELECT build FROM projection_builds WHERE name = 'one-form' AND state = 'live'`)
    .get() as { build: number }
  const table = (views
    .prepare(`SELECT name FROM sqlite_master WHERE name LIKE ? AND type = 'table'`)
    .pluck()
    .all(`%one_form%${build}`)[0] ?? '') as string
  views
    .prepare(`UPDATE "${table}" SET view = json_set(view, '$.status', 'REFUSED') WHERE "key" = ?`)
    .run(record)
  views.close()
  const check = await cli(['fsck', '--lang', 'zh'])
  t.equal(check.code, 3)
  t.match(check.out, new RegExp(`视图 +one-form ${record} `))
  const rebuild = await cli(['rebuild', 'one-form'])
  t.equal(rebuild.code, 3)
  t.match(rebuild.out, new RegExp(`${record} +/status`))
  t.match(rebuild.out, /npx yibiao rebuild one-form --accept [0-9a-f]{64}/)
})
