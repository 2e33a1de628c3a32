import { readFileSync } from 'node:fs'
import { problem, YibiaoError } from '@yibiao/schemas'
import { type Configuration, configure } from '../configuration.ts'
import { type Exchange, startExchange } from '../exchange.ts'
import { followLive } from '../live-lines.ts'
import { exitCodes, type Output } from './output.ts'

/** Milliseconds that a stop may take before the process ends all the same; what is accepted is durable by then. */
export const stopDeadline = 10_000

/** `yibiao start`: all roles in this process until a signal. */
export async function start(given: Readonly<Record<string, unknown>>, output: Output): Promise<number> {
  const configuration = configure({ ...readFile(given.config), ...withoutConfig(given) })
  const began = performance.now()
  const exchange = await startOnFreePort(configuration, given.port !== undefined)
  welcome(exchange, configuration, output, performance.now() - began)
  const following = new AbortController()
  const live = configuration.quiet
    ? Promise.resolve()
    : followLive(exchange.engines.store, {
        after: await exchange.engines.store.head(),
        lang: output.lang,
        signal: following.signal,
        write: (line) => output.line(line),
      })
  await untilSignal()
  output.line(output.lang === 'zh' ? '正在停止 …' : 'stopping …')
  const deadline = setTimeout(() => process.exit(exitCodes.refused), stopDeadline)
  deadline.unref()
  following.abort()
  await live
  await exchange.stop()
  clearTimeout(deadline)
  output.line(output.lang === 'zh' ? '已停止。' : 'stopped.')
  return exitCodes.done
}

/** On the default port a neighbour may already listen; then the next free one is taken and said. */
async function startOnFreePort(configuration: Configuration, chosen: boolean): Promise<Exchange> {
  for (let port = configuration.port; ; port += 1) {
    try {
      return await startExchange({ configuration: { ...configuration, port } })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
      if (chosen || port >= configuration.port + 20) {
        const reason = `port ${port} is in use; give another --port / 端口 ${port} 已被占用，请用 --port 指定其他端口`
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

function withoutConfig({
  config: _file,
  ...rest
}: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return rest
}

function welcome(
  exchange: Exchange,
  configuration: Configuration,
  output: Output,
  milliseconds: number,
): void {
  const { address, identity } = exchange
  if (output.json) {
    output.line(JSON.stringify({ address, ...identity, data: configuration.data }))
    return
  }
  const zh = output.lang === 'zh'
  const took = `${(milliseconds / 1000).toFixed(1)} s`
  output.line(`一表 Yibiao · ${identity.mode} · ${address}`)
  output.line(
    zh
      ? `就绪（${took}）。历史 ${identity.history}，数据目录 ${configuration.data}。`
      : `ready in ${took}. History ${identity.history}, data in ${configuration.data}.`,
  )
  output.line()
  output.line(zh ? '接下来可在另一终端：' : 'Next, in a second terminal:')
  output.line('  npx yibiao submit examples/restaurant.json --wait')
  output.line('  npx yibiao --help')
  output.line(zh ? `接口文档：${address}/docs` : `API pages: ${address}/docs`)
  output.line()
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const once = () => {
      for (const signal of signals) process.off(signal, once)
      resolve()
    }
    for (const signal of signals) process.on(signal, once)
  })
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
