import { readFileSync } from 'node:fs'
import { problem, YibiaoError } from '@yibiao/schemas'
import { type Configuration, configure, defaultConfiguration, roleNames } from '../../configuration.ts'
import { type Exchange, startExchange } from '../../exchange.ts'
import { followLive } from '../../live-lines.ts'
import type { Command } from '../command.ts'
import { exitCodes, type Output } from '../output.ts'
import { startOneRole } from '../start-one-role.ts'
import { text } from '../text.ts'
import { stopInTime, untilSignal } from '../until-signal.ts'

/** Ports behind the default one that are tried where neighbours listen. */
const portsTried = 20

const texts = {
  next: text('接下来可在另一终端：', 'Next, in a second terminal:'),
  api: text('接口文档：', 'API pages: '),
}

const { data, host, port, division, departmentDelay, materialBytes, materialTypes } = defaultConfiguration

export const command: Command = {
  options: [
    { flags: '--data <dir>', text: text(`数据目录（缺省 ${data}）`, `data folder (default ${data})`) },
    {
      flags: '--host <host>',
      text: text(`监听地址（缺省 ${host}）`, `address to listen on (default ${host})`),
    },
    {
      flags: '--port <port>',
      text: text(
        `监听端口，0 为任意（缺省 ${port}，被占用则取下一个）`,
        `port to listen on, 0 for any (default ${port}, or the next that is free)`,
      ),
      number: true,
    },
    {
      flags: '--mode <mode>',
      text: text('沙箱或生产，由历史首个事件固定', 'fixed for ever by the first event of a history'),
      choices: ['sandbox', 'production'],
    },
    {
      flags: '--division <code>',
      text: text(
        `登记机关行政区划（缺省 ${division}）`,
        `division of the registry, GB/T 2260 (default ${division})`,
      ),
    },
    {
      flags: '--no-departments',
      text: text('不启动参考部门系统', 'without the reference department systems'),
    },
    {
      flags: '--department-delay <ms>',
      text: text(
        `参考部门办理时长上限，毫秒（缺省 ${departmentDelay}）`,
        `most time a reference department takes, in milliseconds (default ${departmentDelay})`,
      ),
      number: true,
    },
    {
      flags: '--supplement-every <n>',
      text: text(
        '参考部门每 n 件要求一次补正，0 为从不',
        'reference departments ask for a supplement every n filings, 0 for never',
      ),
      number: true,
    },
    {
      flags: '--refuse-every <n>',
      text: text(
        '参考部门每 n 件不予办理一件，0 为从不',
        'reference departments refuse every n-th, 0 for none',
      ),
      number: true,
    },
    {
      flags: '--store <url>',
      text: text(
        '事件库：sqlite:（缺省）、postgres://、esdb://、kurrentdb://',
        'event store: sqlite: (default), postgres://, esdb://, kurrentdb://',
      ),
    },
    {
      flags: '--bus <url>',
      text: text('消息总线：embedded:（缺省）、kafka://', 'message bus: embedded: (default), kafka://'),
    },
    {
      flags: '--database <url>',
      text: text('查询库：sqlite:（缺省）、postgres://', 'read database: sqlite: (default), postgres://'),
    },
    {
      flags: '--role <role>',
      text: text(
        '本进程只运行一个角色；引擎须为共享引擎（缺省 all）',
        'one role alone in this process, on engines that processes share (default all)',
      ),
      choices: roleNames,
    },
    {
      flags: '--department <code>',
      text: text(
        '与 --role department 一起：只运行此参考部门，如 TAX',
        'with --role department: only this reference department, e.g. TAX',
      ),
    },
    {
      flags: '--health-port <port>',
      text: text(
        '单独角色的健康与指标端口，0 为任意（缺省不开）',
        'port of health and metrics of a role alone, 0 for any (default none)',
      ),
      number: true,
    },
    {
      flags: '--accounts <file>',
      text: text('账号文件（JSON）', 'accounts and their tokens, from a JSON file'),
    },
    {
      flags: '--materials <dir>',
      text: text(
        '申请材料目录（缺省为数据目录下的 materials）',
        'folder of the files of filings (default materials in the data folder)',
      ),
    },
    {
      flags: '--material-bytes <n>',
      text: text(
        `单个材料文件的最大字节数（缺省 ${materialBytes}）`,
        `largest file of a filing in bytes (default ${materialBytes})`,
      ),
      number: true,
    },
    {
      flags: '--material-types <types>',
      text: text(
        `可接受的文件类型，以逗号分隔（缺省 ${materialTypes}）`,
        `types of files taken, with commas between them (default ${materialTypes})`,
      ),
    },
    { flags: '--quiet', text: text('不逐条输出动态', 'no live lines') },
    {
      flags: '--log-level <level>',
      text: text('日志级别', 'log level'),
      choices: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    },
    {
      flags: '--config <file>',
      text: text(
        '设置文件（JSON，名称同选项；命令行优先）',
        'settings from a JSON file, named as here; the command line wins',
      ),
    },
  ],
  notes: text(
    'Ctrl-C 或 SIGTERM：停止受理，办完在途，提交后退出。--json：就绪后输出一个文档 {address, history, mode, …}。',
    'Ctrl-C or SIGTERM: takes no more, finishes what is under way, commits, ends. --json: one document {address, history, mode, …} when ready.',
  ),
  examples: [
    { line: 'start', text: text('启动沙箱', 'start a sandbox') },
    {
      line: 'start --data /var/lib/yibiao --port 9000 --department-delay 2000',
      text: text(
        '指定目录、端口及参考部门的快慢',
        'in a folder of its own, on a port, with slower departments',
      ),
    },
    {
      line: 'start --role ledger --bus kafka://localhost:9092 --store postgres://… --database postgres://…',
      text: text('单独运行账本', 'the ledger alone'),
    },
  ],
  async run({ options, output, io }) {
    const { departments, ...rest } = options
    // Commander says `true` where nobody said anything about departments; a file may.
    const given = departments === false ? { ...rest, departments } : rest
    return start(given, output, io.signal)
  },
}

/** All roles in this process until a signal. */
async function start(
  given: Readonly<Record<string, unknown>>,
  output: Output,
  ended: AbortSignal,
): Promise<number> {
  const { config, ...settings } = given
  const configuration = configure({ ...readFile(config), ...settings })
  if (configuration.role !== 'all') return startOneRole(configuration, output, ended)
  const began = performance.now()
  const exchange = await startOnFreePort(configuration, given.port !== undefined)
  welcome(exchange, configuration, output, performance.now() - began)
  const following = new AbortController()
  const live =
    configuration.quiet || output.json
      ? Promise.resolve()
      : followLive(exchange.engines.store, {
          after: await exchange.engines.store.head(),
          lang: output.lang,
          signal: following.signal,
          write: (line) => output.line(line),
        })
  await untilSignal(ended)
  await stopInTime(output, async () => {
    following.abort()
    await live
    await exchange.stop()
  })
  return exitCodes.done
}

/** On the default port a neighbour may already listen; then the next free one is taken and said. */
async function startOnFreePort(configuration: Configuration, chosen: boolean): Promise<Exchange> {
  for (let at = configuration.port; ; at += 1) {
    try {
      return await startExchange({ configuration: { ...configuration, port: at } })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
      if (chosen || at >= configuration.port + portsTried) {
        const reason = `port ${at} is in use; give another --port / 端口 ${at} 已被占用，请用 --port 指定其他端口`
        throw new YibiaoError(problem('YB_CONFIGURATION', '/port', { reason }), { cause: error })
      }
    }
  }
}

function readFile(path: unknown): Record<string, unknown> {
  if (typeof path !== 'string') return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch (error) {
    const reason = `--config ${path}: ${error instanceof Error ? error.message : String(error)}`
    throw new YibiaoError(problem('YB_CONFIGURATION', '', { reason }), { cause: error })
  }
}

function welcome(
  exchange: Exchange,
  configuration: Configuration,
  output: Output,
  milliseconds: number,
): void {
  const { address, identity } = exchange
  if (output.json) {
    output.data({ address, ...identity, data: configuration.data })
    return
  }
  const zh = output.lang === 'zh'
  const took = `${(milliseconds / 1000).toFixed(1)} s`
  output.line(`${output.paint('bold', '一表 Yibiao')} · ${identity.mode} · ${address}`)
  output.line(
    zh
      ? `就绪（${took}）。历史 ${identity.history}，数据目录 ${configuration.data}。`
      : `ready in ${took}. History ${identity.history}, data in ${configuration.data}.`,
  )
  output.line()
  output.line(output.say(texts.next))
  output.line('  npx yibiao submit examples/restaurant.json --wait')
  output.line('  npx yibiao --help')
  output.line(`${output.say(texts.api)}${address}/docs`)
  output.line()
}
