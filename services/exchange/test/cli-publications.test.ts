import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CalendarYear, CatalogueItem, DelegationsContent } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { type Exchange, startExchange } from '../src/exchange.ts'
import { type Captured, type Setting, yibiao } from './support/captured-io.ts'

/**
 * What an operator publishes, from the command line against a real sandbox with its departments. The tests stand in order
 * and go on from one another.
 */
t.setTimeout(300_000)
const cwd = t.testdir({})
const data = join(cwd, '.yibiao')
const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const calendar2027 = join(examples, 'calendar-2027-sandbox.json')

mkdirSync(data, { recursive: true })
let exchange: Exchange | undefined = await startExchange({
  configuration: configure({ data, port: 0, departmentDelay: 20, quiet: true, logLevel: 'silent' }),
  logger: silentLogger(),
})
t.teardown(() => exchange?.stop())

const cli = (args: readonly string[], setting: Setting = {}): Promise<Captured> =>
  yibiao(args, { cwd, ...setting })
const publish = (command: string, content: object, more: readonly string[] = []): Promise<Captured> =>
  cli([command, 'publish', '-', ...more], { stdin: JSON.stringify(content) })
async function json<Body>(args: readonly string[]): Promise<Body> {
  const { out } = await cli([...args, '--json'])
  return JSON.parse(out) as Body
}
const item = (code: string) => json<CatalogueItem>(['catalogue', code])

t.test('the catalogue in force, with its three figures and whose it is', async (t) => {
  const { code, out } = await cli(['catalogue'])
  t.equal(code, 0)
  t.match(
    out,
    /food-business-licence +Food business licence +AMR-FOOD .* 20 working days +10 working days +1$/m,
  )
  t.match(out, /^✗ instant items 25 of 66 \(37.8 %; 80 % is aimed at\)$/m)
  t.match(out, /^✓ promised items 41, faster than the law by [\d.]+ % together, 50 % at least/m)
  t.match(out, /^✓ both lists of eight complete 66 of 66; facts read in their source \d+ of \d+$/m)
  t.match(out, new RegExp(`In force at ${exchange?.address}, as of position \\d+`))
  const zh = await cli(['catalogue', '--lang', 'zh'])
  t.match(zh.out, /✗ 即办件 25\/66（37.8 %，目标 80 %）/)
})

t.test('an item shows both lists of eight whole, in both languages', async (t) => {
  const { code, out } = await cli(['catalogue', 'food-business-licence', '--lang', 'zh'])
  t.equal(code, 0)
  const titles = [
    '一、名称',
    '二、依据',
    '三、条件',
    '四、程序',
    '五、数量',
    '六、时限',
    '七、所需材料',
    '八、收费依据及标准',
  ]
  const places = titles.map((title) => out.indexOf(`  ${title}`))
  t.ok(places.every((place) => place > 0))
  t.same(
    places,
    places.toSorted((a, b) => a - b),
  )
  for (const title of ['三、许可证', '四、对象', '五、范围', '六、标准', '七、频次', '八、期限'])
    t.match(out, title)
  t.match(out, '食品安全法第三十五条 （样例，未经查证）')
  t.match(out, /亮牌 +黄 50 %，红 90 %/)
  t.match(out, /可延长 +10 个工作日/)
  const en = await cli(['catalogue', 'food-business-licence'])
  for (const title of ['1 Name', '5 Quota', '7 Materials', '3 Licence to charge']) t.match(en.out, title)
  const unknown = await cli(['catalogue', 'nothing-like-it'])
  t.equal(unknown.code, 1)
  t.match(unknown.err, /YB_NOT_FOUND[\s\S]*There are: bank-account-closure/)
})

t.test('an item is taken, edited and published; the past keeps the version before', async (t) => {
  const before = (await json<{ head: number }>(['status'])).head
  const food = await item('food-business-licence')
  const next = { ...food, version: 2, cards: { warning: 40, red: 80 } }
  const { code, out } = await publish('catalogue', next)
  t.equal(code, 0, out)
  t.match(out, /^Published food-business-licence version 2, in force from position \d+\.$/m)
  t.match(out, '  /cards/warning  —  →  40')
  t.equal((await item('food-business-licence')).version, 2)
  const past = await json<CatalogueItem>(['catalogue', 'food-business-licence', '--as-of', String(before)])
  t.equal(past.version, 1)
  const first = await cli(['catalogue', 'food-business-licence', '--version', '1'])
  t.match(first.out, /version 1, from position \d+/)
  const again = await publish('catalogue', next)
  t.equal(again.code, 0, 'the same content again has the first outcome')
})

t.test('what an item lacks is told with its place and the way out, exit code 1', async (t) => {
  const food = await item('food-business-licence')
  const { timeLimit, quota } = food.disclosure
  const wrong = {
    ...food,
    version: 3,
    disclosure: {
      ...food.disclosure,
      quota: { ...quota, zh: '待定' },
      timeLimit: { ...timeLimit, promised: { ...timeLimit.promised, value: 11 } },
    },
  }
  const { code, err } = await publish('catalogue', wrong, ['--lang', 'zh'])
  t.equal(code, 1)
  t.match(err, '/disclosure/quota/zh 没有内容；事项与收费“八公开”须逐项填写')
  t.match(err, '法定 20 个工作日、承诺 11 个工作日，超过一半')
  const { quota: _none, ...unsaid } = food.disclosure
  const blank = await publish('catalogue', { ...food, version: 3, disclosure: unsaid })
  t.equal(blank.code, 1)
  t.match(blank.err, '/disclosure/quota')
  const skipped = await publish('catalogue', { ...food, version: 4 })
  t.match(skipped.err, /YB_PUBLICATION_VERSION[\s\S]*publish version 3, not 4/)
  const unnamed = await publish('catalogue', { version: 1 })
  t.equal(unnamed.code, 2)
  t.match(unnamed.err, '/code')
  for (const args of [
    ['catalogue', 'publish'],
    ['catalogue', 'food-business-licence', 'item.json'],
  ])
    t.equal((await cli(args)).code, 2, args.join(' '))
})

t.test('a year is imported; from then on terms are counted by it', async (t) => {
  const undetermined = await cli(['due', '2026-12-30', '5wd'])
  t.equal(undetermined.code, 4)
  t.match(undetermined.out, /calendar 2025\.1\+2026\.1\. In force at http/)
  const { code, out } = await cli(['calendar', 'import', calendar2027, '--lang', 'zh'])
  t.equal(code, 0, out)
  t.match(out, /已发布 2027 第 1 版/)
  t.match(out, '  + 2027-02-08  放假')
  t.match(out, '  + 2027-01-30  调休上班')
  t.match(out, '2027 年工作日 248 天（此前未公布）')
  const due = await json<{ date: string; calendarFrom: string }>(['due', '2026-12-30', '5wd'])
  t.match(due, { date: '2027-01-07', calendarFrom: 'exchange', calendar: '2025.1+2026.1+2027.1' })
  const years = await cli(['calendar'])
  t.match(years.out, /2027 +1 +248 +18 +5 +2026-11-29 +沙箱虚构/)
  t.match((await cli(['calendar', '2027'])).out, 'Made up for the sandbox')
})

t.test('a correction says what it changes; a wrong day is named and nothing is published', async (t) => {
  const year = await json<CalendarYear>(['calendar', '2027'])
  const wrong = { ...year, version: 2, off: [...year.off, '2027-10-09'] }
  const refused = await cli(['calendar', 'import', '-'], { stdin: JSON.stringify(wrong) })
  t.equal(refused.code, 1)
  t.match(refused.err, /YB_CALENDAR[\s\S]*\/off\/18 {2}2027-10-09: it is a weekend day/)
  const right = { ...year, version: 2, off: [...year.off, '2027-10-08'] }
  const { out } = await cli(['calendar', 'import', '-'], { stdin: JSON.stringify(right) })
  t.match(out, '  + 2027-10-08  weekdays off')
  t.match(out, 'Working days of 2027: 248 → 247.')
  t.equal((await json<CalendarYear>(['calendar', '2027'])).version, 2)
})

t.test('a process is shown and published', async (t) => {
  const { out } = await cli(['process', 'company-setup', '--lang', 'zh'])
  t.match(out, /并联总时限 +45 个工作日/)
  t.match(out, /办公时间 +08:30–11:30 {2}13:00–17:00/)
  const process = await json<{ version: number }>(['process', 'company-setup'])
  const published = await publish('process', { ...process, version: 2, en: 'Setting up a company' })
  t.equal(published.code, 0, published.err)
  t.match(published.out, '  /en  "Setting up a limited company"  →  "Setting up a company"')
  t.match((await cli(['process'])).out, /company-setup +Setting up a company .* 2$/m)
})

t.test('an officer without the item is refused, and everything stays sound', async (t) => {
  t.match((await cli(['delegations', '--lang', 'zh'])).out, '没有授权清单')
  const list: DelegationsContent = {
    participant: 'STATS',
    version: 1,
    officers: [
      { officer: 'STATS-99', items: ['statistical-unit-listing'], from: '2026-01-01', window: 'W7' },
    ],
  }
  const { code, err } = await publish('delegations', list)
  t.equal(code, 0, err)
  t.match(
    (await cli(['delegations', 'STATS'])).out,
    /STATS .* STATS-99 +W7 +2026-01-01 +— +Listing as a statistical unit/,
  )
  const { out } = await cli(['submit', join(examples, 'consulting.json')])
  const [, filing = '', record = ''] = /filing (F\w{14}) {2}record (R\w{14})/.exec(out) ?? []
  const refusal = async (): Promise<boolean> =>
    (await cli(['history', record, '--json'])).out.includes('YB_NOT_DELEGATED')
  while (!(await refusal())) await new Promise((resolve) => setTimeout(resolve, 50))
  const trace = await cli(['trace', filing, '--lang', 'zh'])
  t.match(trace.out, 'YB_NOT_DELEGATED')
  t.match((await cli(['status', filing])).out, /Listing as a statistical unit +STATS .* open/)
  const check = await cli(['fsck'])
  t.match(check.out, 'Sound')
  t.equal(check.code, 0)
})

t.test(
  'with nobody running the folder is asked; without one it is what is shipped, and says so',
  async (t) => {
    await exchange?.stop()
    exchange = undefined
    const asleep = await cli(['catalogue', 'food-business-licence'])
    t.match(asleep.out, 'version 2')
    t.match(asleep.out, 'In force at the data folder, which nobody runs on')
    t.match((await cli(['delegations'])).out, 'STATS-99', 'found again by a new start')
    const elsewhere: Setting = { env: { YIBIAO_DATA: join(cwd, 'nothing-here') } }
    const shipped = await cli(['catalogue'], elsewhere)
    t.equal(shipped.code, 0)
    t.match(shipped.out, 'Shipped with this version; there is no exchange here.')
    t.match((await cli(['calendar', '2026', '--lang', 'zh'], elsewhere)).out, '随本版本发布的内容')
    t.match((await cli(['due', '2026-12-30', '5wd'], elsewhere)).out, 'Calendars shipped with this version')
    t.equal((await cli(['catalogue', '--as-of', '2026-01-01'], elsewhere)).code, 2)
    const nobody = await cli(['calendar', 'import', calendar2027], elsewhere)
    t.equal(nobody.code, 5)
    t.match(nobody.err, 'YB_UNREACHABLE')
  },
)

t.test('the sample of a year that is not published says so of itself', async (t) => {
  const year = JSON.parse(readFileSync(calendar2027, 'utf8')) as CalendarYear
  for (const words of [year.documentNo, year.titleZh, year.source]) t.match(words, '虚构')
  for (const words of [year.documentNo, year.titleEn, year.source]) t.match(words, /made up for the sandbox/i)
})
