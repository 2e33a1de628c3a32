import {
  checkAicRegNo,
  checkCnaps,
  checkOrgCode,
  checkResidentId,
  checkUscc,
  type IdentifierCheck,
} from '@yibiao/schemas'
import { argumentOf, type Command } from '../command.ts'
import { standardInput } from '../files.ts'
import { exitCodes, type Output } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { printable } from '../width.ts'

const checks: Readonly<Record<string, (value: string) => IdentifierCheck<object>>> = {
  uscc: checkUscc,
  'org-code': checkOrgCode,
  'resident-id': checkResidentId,
  'aic-reg-no': checkAicRegNo,
  cnaps: checkCnaps,
}

/** Numbers of people come on standard input alone: a command line stays in the shell's history and in process lists. */
const personal: ReadonlySet<string> = new Set(['resident-id'])

const texts = {
  valid: text('有效', 'valid'),
  invalid: text('无效', 'not valid'),
  nonConforming: text(
    '结构正确，仅校验位不符：早期赋码中有此情形。',
    'The layout is right and only a check character is wrong: some early codes are like that.',
  ),
  kinds: text('可校验的标识码：', 'Identifiers that can be checked:'),
  stdin: text(
    '居民身份证号码请由标准输入给出：npx yibiao check resident-id -',
    'Give a number of a person on standard input: npx yibiao check resident-id -',
  ),
}

/** The names of an identifier's parts. */
const parts: Readonly<Record<string, ReturnType<typeof text>>> = {
  registeringDepartment: text('登记管理部门', 'registering department'),
  category: text('机构类别', 'category'),
  division: text('行政区划', 'division'),
  organisationCode: text('主体标识码', 'organisation code'),
  checkCharacter: text('校验码', 'check character'),
  fixture: text('测试标识', 'test identifier'),
  body: text('本体代码', 'body'),
  birthDate: text('出生日期', 'date of birth'),
  sequence: text('顺序码', 'sequence'),
  sex: text('性别', 'sex'),
  legacy: text('15 位旧号', 'of 15 digits'),
  kind: text('类别', 'kind'),
  registry: text('登记机关', 'registry'),
  bank: text('行别', 'bank'),
  city: text('城市', 'city'),
  branch: text('分支机构', 'branch'),
}

export const command: Command = {
  arguments: [
    {
      name: '<kind>',
      text: text(
        'uscc、org-code、resident-id、aic-reg-no、cnaps',
        'uscc, org-code, resident-id, aic-reg-no or cnaps',
      ),
    },
    { name: '<value>', text: text('标识码，- 为标准输入', 'the identifier, - for standard input') },
  ],
  notes: text(
    '无需平台运行。退出码：0 有效，1 无效。身份证号码只从标准输入读取。',
    'Needs no exchange. Exit code 0 when valid, 1 when not. Numbers of people are read from standard input only.',
  ),
  examples: [
    {
      line: 'check uscc 91220200MA0000001X',
      text: text('统一社会信用代码，GB 32100', 'unified social credit code, GB 32100'),
    },
    {
      line: 'check resident-id - < number.txt',
      text: text('公民身份号码，GB 11643', 'resident id, GB 11643'),
    },
  ],
  async run(call) {
    const { output, io } = call
    const kind = argumentOf(call, 0)
    const given = argumentOf(call, 1)
    const check = checks[kind]
    if (check === undefined) {
      output.error(`${output.say(texts.kinds)} ${Object.keys(checks).join(', ')}`)
      return exitCodes.usage
    }
    if (personal.has(kind) && given !== standardInput) {
      output.error(output.say(texts.stdin))
      return exitCodes.usage
    }
    const value = (given === standardInput ? (await io.stdin()).toString('utf8') : given).trim()
    const result = check(value)
    if (output.json) output.data({ kind, ...(personal.has(kind) ? {} : { value }), ...result })
    else show(output, personal.has(kind) ? undefined : value, result)
    return result.valid ? exitCodes.done : exitCodes.refused
  },
}

/** `value` is left out where it must not be repeated. */
function show(output: Output, value: string | undefined, result: IdentifierCheck<object>): void {
  const { lang } = output
  if (result.valid) output.line(output.paint('green', `✓ ${output.say(texts.valid)}`))
  else {
    output.line(output.paint('red', `✗ ${output.say(texts.invalid)}`))
    if (value !== undefined) pointAt(output, value, result.problems)
    for (const one of result.problems) output.line(`  ${lang === 'zh' ? one.messageZh : one.messageEn}`)
    if (result.checkDigitNonConforming) output.line(`  ${output.say(texts.nonConforming)}`)
  }
  const shown = Object.entries(result.parts ?? {}).filter(([, part]) => part !== undefined && part !== false)
  showTable(output, {
    columns: [{}, {}],
    rows: shown.map(([name, part]) => [
      parts[name]?.[lang] ?? name,
      part === true ? (lang === 'zh' ? '是' : 'yes') : String(part),
    ]),
  })
}

/** The value with a mark below every character that is wrong. */
function pointAt(output: Output, value: string, problems: readonly { readonly at: number }[]): void {
  const wrong = new Set(problems.map(({ at }) => at))
  output.line(`  ${printable(value)}`)
  output.line(`  ${[...value].map((_, at) => (wrong.has(at) ? '^' : ' ')).join('')}`.trimEnd())
}
