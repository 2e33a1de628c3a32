import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { filingIdOf, fixtureResidentId, formSchema, schemaLeaves } from '@yibiao/schemas'
import t from 'tap'
import { codedLeaves } from '../src/cli/code-names.ts'
import type { Command } from '../src/cli/command.ts'
import { onlineOptions, programExamples } from '../src/cli/program.ts'
import { registry } from '../src/cli/registry.ts'
import type { Text } from '../src/cli/text.ts'
import { words } from '../src/cli/words.ts'
import { yibiao } from './support/captured-io.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const commands = await Promise.all(
  registry.map(async (entry) => ({ ...entry, command: (await entry.load()).command })),
)

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** Every text within a value. */
function textsIn(value: unknown): Text[] {
  if (isText(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

t.test('every text that help shows is there in both languages', async (t) => {
  const all = textsIn([commands.map(({ text, command }) => [text, command]), onlineOptions, programExamples])
  t.ok(all.length > 100)
  // A law is cited by its name in either language, in brackets.
  for (const { zh, en } of all) {
    t.ok(en.trim() !== '' && !/\p{Script=Han}{6}/u.test(en.replaceAll(/\([^)]*\)/g, '')), en)
    t.ok(zh.trim() !== '' && (/\p{Script=Han}/u.test(zh) || zh === en || /^[\w\s、，-]+$/.test(zh)), zh)
  }
})

t.test('every word has both languages', async (t) => {
  for (const [key, { zh, en }] of Object.entries(words)) t.ok(zh !== '' && en !== '', key)
})

t.test('no command lacks an example, and every example names its command', async (t) => {
  for (const { name, command } of commands) {
    t.ok(command.examples.length > 0, name)
    for (const { line } of command.examples) t.ok(line.split(' ')[0] === name, line)
  }
})

t.test('every example is a command line that is understood', async (t) => {
  const optionsOf = (command: Command) => [
    ...(command.options ?? []),
    ...(command.online ? onlineOptions : []),
    { flags: '--json' },
    { flags: '--lang <lang>' },
  ]
  for (const { name, command } of commands)
    for (const { line } of command.examples)
      for (const given of line.split(' ').filter((one) => one.startsWith('--')))
        t.ok(
          optionsOf(command).some(({ flags }) => flags.split(' ')[0] === given),
          `${name}: ${given}`,
        )
})

t.test('help is shown in both languages for every command', async (t) => {
  for (const { name, text, command } of commands) {
    const zh = await yibiao([name, '--help', '--lang', 'zh'])
    const en = await yibiao([name, '--help'], { env: { LANG: 'en_US.UTF-8' } })
    t.equal(zh.code, 0)
    t.equal(en.code, 0)
    t.match(zh.out, text.zh)
    t.match(en.out, text.en)
    t.match(zh.out, '示例：')
    t.match(en.out, 'Examples:')
    for (const { flags } of command.options ?? []) t.ok(en.out.includes(flags), `${name} ${flags}`)
  }
})

t.test('the help of the whole names every command', async (t) => {
  const { code, out } = await yibiao(['--help', '--lang', 'zh'])
  t.equal(code, 0)
  for (const { name, text } of registry) t.match(out, new RegExp(`${name}\\s+${text.zh}`))
  const bare = await yibiao([])
  t.equal(bare.code, 2)
  t.match(bare.err, 'submit examples/restaurant.json --wait')
})

t.test('a wrong command line is told in the language asked for, exit code 2', async (t) => {
  const wrong: readonly (readonly [args: readonly string[], zh: RegExp, en: RegExp])[] = [
    [['nonsense'], /没有命令 nonsense/, /no command nonsense/],
    [['submit'], /缺少参数 form/, /argument form is missing/],
    [['status', '--frob'], /没有选项 --frob/, /no option --frob/],
    [['start', '--port', 'x'], /--port <port> 的值有误/, /value of --port <port> is wrong/],
    [['start', '--mode', 'play'], /--mode <mode> 的值有误/, /value of --mode <mode> is wrong/],
    [['filings', '--state', 'LOST'], /的值有误/, /is wrong/],
    [['replay', '--department', 'TAX'], /必须给出选项 --reason/, /--reason <text> must be given/],
    [['withdraw', 'F1'], /必须给出选项 --reason/, /must be given/],
    [['show', '--as-of'], /缺少值/, /needs a value/],
    [['check', 'uscc', '1', '2'], /参数过多/, /too many arguments/],
    [['--lang', 'fr', 'status'], /的值有误/, /is wrong/],
  ]
  for (const [args, zh, en] of wrong) {
    const chinese = await yibiao(args, { env: { LANG: 'zh_CN.UTF-8' } })
    const english = await yibiao(args)
    t.equal(chinese.code, 2, args.join(' '))
    t.equal(english.code, 2)
    t.equal(english.out, '')
    if (!args.includes('--lang')) t.match(chinese.err, zh)
    t.match(english.err, en)
    t.match(english.err, 'Help: npx yibiao')
  }
})

t.test('a setting that cannot be is refused before anything starts, exit code 2', async (t) => {
  const { code, err } = await yibiao([
    'start',
    '--data',
    t.testdir({}),
    '--division',
    '22',
    '--mode',
    'production',
  ])
  t.equal(code, 2)
  t.match(err, '/division')
  t.match(err, '/departments')
})

t.test('no exchange and no data: exit code 5, and how to start one', async (t) => {
  const cwd = t.testdir({})
  for (const args of [['status'], ['filings'], ['show', 'RT3D3GPSP7EQ0KY'], ['fsck']]) {
    const { code, err } = await yibiao([...args, '--data', 'none'], { cwd })
    t.equal(code, 5)
    t.match(err, 'YB_UNREACHABLE')
    t.match(err, 'npm start')
  }
  const json = await yibiao(['status', '--data', 'none', '--json'], { cwd })
  t.equal(JSON.parse(json.out).code, 'YB_UNREACHABLE')
})

t.test('check says which part is wrong, and the parts when valid', async (t) => {
  const good = await yibiao(['check', 'uscc', '91220202PDY00001X5'])
  t.equal(good.code, 0)
  t.match(good.out, /division\s+220202/)
  const bad = await yibiao(['check', 'uscc', '91220202PDY00001X6', '--lang', 'zh'])
  t.equal(bad.code, 1)
  t.match(bad.out, '✗ 无效')
  t.match(bad.out, /^ {2}91220202PDY00001X6\n {19}\^$/m)
  const json = await yibiao(['check', 'uscc', '-', '--json'], { stdin: '91220202PDY00001X6\n' })
  t.equal(json.code, 1)
  t.match(JSON.parse(json.out), {
    kind: 'uscc',
    valid: false,
    problems: [{ part: 'checkCharacter', at: 17 }],
  })
  t.equal((await yibiao(['check', 'phone', '1'])).code, 2)
})

t.test('a number of a person is read from standard input only and never repeated', async (t) => {
  const number = fixtureResidentId({ division: '220202', day: 0, sequence: 1 })
  const given = await yibiao(['check', 'resident-id', number])
  t.equal(given.code, 2)
  t.notMatch(given.err, number)
  const piped = await yibiao(['check', 'resident-id', '-'], { stdin: `${number}\n` })
  t.equal(piped.code, 0)
  const wrong = `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`
  const refused = await yibiao(['check', 'resident-id', '-'], { stdin: wrong })
  t.equal(refused.code, 1)
  t.notMatch(refused.out, wrong)
  t.notMatch((await yibiao(['check', 'resident-id', '-', '--json'], { stdin: wrong })).out, wrong)
})

t.test('validate tells a form from a message, and who would serve the items', async (t) => {
  const { code, out } = await yibiao(['validate', 'restaurant.json', '--lang', 'zh'], { cwd: examples })
  t.equal(code, 0)
  t.match(out, '✓ 一表')
  t.match(out, /food-business-licence\s+食品经营许可\s+AMR-FOOD/)
  t.match(out, /basic-account-opening\s+开立基本存款账户\s+BANK-ICBC/)
})

t.test('validate says every problem at once', async (t) => {
  const { code, out } = await yibiao(['validate', 'invalid/people-and-roles.json', '--json'], {
    cwd: examples,
  })
  t.equal(code, 1)
  const verdict = JSON.parse(out) as { issues: { pointer: string }[]; kind: string }
  t.equal(verdict.kind, 'form')
  t.ok(verdict.issues.length >= 5)
  t.ok(verdict.issues.some(({ pointer }) => pointer === '/directors/1/person'))
})

t.test('validate reads messages, with the form within one', async (t) => {
  const form = JSON.parse(readFileSync(`${examples}/consulting.json`, 'utf8')) as Record<string, unknown>
  const message = {
    specversion: '1.0',
    id: 'm1',
    source: '/participants/PAB',
    type: 'yibiao.filing.submitted.v1',
    subject: 'RT3D3GPSP7EQ0KY',
    filing: filingIdOf('example', '1'),
    time: '2026-09-24T10:00:00+08:00',
    authtype: 'applicant',
    authid: 'a1',
    data: { process: 'company-setup', form },
  }
  const good = await yibiao(['validate', '-'], { stdin: JSON.stringify(message) })
  t.equal(good.code, 0)
  t.match(good.out, 'message')
  t.match(good.out, 'tax-information-confirmation')
  form.enterpriseType = '1130'
  const bad = await yibiao(['validate', '-', '--json'], { stdin: JSON.stringify(message) })
  t.equal(bad.code, 1)
  t.match(bad.out, '/data/form/enterpriseType')
  const stranger = JSON.stringify({
    ...message,
    source: '/participants/NOBODY',
    type: 'yibiao.value.confirmed.v1',
  })
  t.equal((await yibiao(['validate', '-'], { stdin: stranger })).code, 1)
})

t.test('a file that is no JSON is told by line and column; one that is not there, by name', async (t) => {
  const bad = await yibiao(['validate', '-'], { stdin: '{\n  "name": oops\n}' })
  t.equal(bad.code, 1)
  t.match(bad.err, /YB_MESSAGE_JSON[\s\S]*line 2, column 11/)
  t.notMatch(bad.err, 'oops')
  const gbk = await yibiao(['validate', '-'], { stdin: Buffer.from([0x7b, 0xb1, 0xed, 0x7d]) })
  t.match(gbk.err, 'YB_MESSAGE_ENCODING')
  const twice = await yibiao(['validate', '-'], { stdin: '{"term":{},"term":{}}' })
  t.match(twice.err, '/term is given twice')
  const missing = await yibiao(['submit', 'nowhere.json', '--lang', 'zh'], { cwd: t.testdir({}) })
  t.equal(missing.code, 2)
  t.match(missing.err, '无法读取 nowhere.json')
})

t.test('schemas and catalogue need no exchange', async (t) => {
  const nobody = { env: { YIBIAO_DATA: t.testdir({}) } }
  const list = await yibiao(['schemas', '--lang', 'zh'])
  t.match(list.out, /urn:yibiao:form:company-setup:v1\s+一表/)
  const one = await yibiao(['schemas', 'urn:yibiao:form:company-setup:v1', '--json'])
  t.equal(JSON.parse(one.out).$id, 'urn:yibiao:form:company-setup:v1')
  t.equal((await yibiao(['schemas', 'urn:none'])).code, 1)
  const lines = (await yibiao(['catalogue', '--json'], nobody)).out.trim().split('\n')
  t.ok(lines.length > 20)
  for (const line of lines) t.ok((JSON.parse(line) as { code?: string }).code)
  t.match(
    (await yibiao(['catalogue'], nobody)).out,
    /food-business-licence\s+Food business licence\s+AMR-FOOD/,
  )
})

t.test('every leaf that is said to hold codes is a leaf of the form', async (t) => {
  const patterns = new Set(schemaLeaves(formSchema).map(({ pattern }) => pattern))
  for (const pattern of Object.keys(codedLeaves)) t.ok(patterns.has(pattern), pattern)
})
