import { Command, CommanderError } from 'commander'
import { createOutput, exitCodes, langOf, type Output, showError } from './output.ts'
import { start } from './start.ts'

/** Runs one command. Resolves with the exit code; writes all it has to say. */
export async function run(args: readonly string[]): Promise<number> {
  const at = args.findIndex((one) => one === '--lang' || one.startsWith('--lang='))
  const given = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  const output = createOutput(langOf(given, process.env), args.includes('--json'))
  let code: number = exitCodes.done
  const program = build(output, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    return showError(output, error)
  }
}

function build(output: Output, done: (code: number) => void): Command {
  const say = (zh: string, en: string) => (output.lang === 'zh' ? zh : en)
  const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : text)
  const program = new Command('yibiao')
    .exitOverride()
    .description(
      say(
        '一表：一表申请、并联审批、统一视图。',
        'One form in, every department at once, one authoritative history out.',
      ),
    )
    .option('--lang <zh|en>', say('语言', 'language'))
    .option('--json', say('输出 JSON', 'answer in JSON'))
  program
    .command('start')
    .description(say('启动交换平台（全部角色）', 'start the exchange, all roles in one process'))
    .option('--data <dir>', say('数据目录（默认 .yibiao）', 'data folder (default .yibiao)'))
    .option('--host <host>', say('监听地址', 'address to listen on'))
    .option('--port <port>', say('监听端口，0 为任意', 'port to listen on, 0 for any'), number)
    .option('--mode <mode>', 'sandbox | production')
    .option('--division <code>', say('登记机关行政区划', 'division of the registry (GB/T 2260)'))
    .option('--no-departments', say('不启动参考部门系统', 'without the reference department systems'))
    .option(
      '--department-delay <ms>',
      say('参考部门办理时长上限', 'most time a reference department takes'),
      number,
    )
    .option('--supplement-every <n>', say('每 n 件要求补正', 'ask for a supplement every n filings'), number)
    .option('--refuse-every <n>', say('每 n 件不予办理', 'refuse every n-th'), number)
    .option('--quiet', say('不逐条输出', 'no live lines'))
    .option('--log-level <level>', say('日志级别', 'log level'))
    .option('--config <file>', say('配置文件（JSON）', 'settings from a JSON file'))
    .action(async (options: Record<string, unknown>) => {
      const { departments, ...rest } = options
      done(await start(departments === false ? { ...rest, departments } : rest, output))
    })
  return program
}
