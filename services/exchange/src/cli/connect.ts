import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem, YibiaoError } from '@yibiao/schemas'
import type { Configuration } from '../configuration.ts'
import type { Exchange } from '../exchange.ts'
import type { Answers } from './answers.ts'
import { Client, pause } from './client.ts'
import { type Call, optionOf } from './command.ts'
import { findExchange } from './find-exchange.ts'
import type { Lang } from './text.ts'

export interface Connection {
  readonly client: Client
  /** The exchange runs in this process, for this command alone and without departments. */
  readonly asleep: boolean
}

/** Longest wait for the views of a data folder that was just opened, in milliseconds. */
const readyTimeout = 60_000

/** Longest wait for a data folder that another process has just taken, in milliseconds. */
const takenTimeout = 30_000

/**
 * Runs something against the exchange that the command line means. Where nobody runs on a folder with data, the exchange is
 * started here, without departments, on any free port, and stopped afterwards: so every command speaks HTTP. Throws
 * `YB_UNREACHABLE` where there is neither, unless something else is to be done then.
 */
export async function withExchange(
  call: Call,
  act: (connection: Connection) => Promise<number>,
  nobody?: () => Promise<number>,
): Promise<number> {
  const { io } = call
  const { lang } = call.output
  const until = performance.now() + takenTimeout
  for (;;) {
    const found = findExchange({
      gateway: optionOf(call, 'gateway'),
      data: optionOf(call, 'data'),
      env: io.env,
      cwd: io.cwd,
    })
    if (found.kind === 'running') return act({ client: new Client({ ...found, lang }), asleep: false })
    if (found.kind === 'none' && nobody) return nobody()
    if (found.kind === 'none') throw new YibiaoError(problem('YB_UNREACHABLE', '', { where: found.where }))
    const exchange = await open(found.folder, performance.now() < until)
    if (exchange) return awake(exchange, found.folder, lang, act)
    // Somebody is just starting there, or another command is at work: it will announce itself or be done soon.
    await pause(200)
  }
}

async function awake(
  exchange: Exchange,
  folder: string,
  lang: Lang,
  act: (connection: Connection) => Promise<number>,
): Promise<number> {
  try {
    const token = readFileSync(join(folder, 'token'), 'utf8').trim()
    const client = new Client({ address: exchange.address, token, lang })
    await viewsReady(client)
    return await act({ client, asleep: true })
  } finally {
    await exchange.stop()
  }
}

/** Opens the folder in the mode of its history, which only the history knows; undefined while another process has it. */
async function open(folder: string, mayWait: boolean): Promise<Exchange | undefined> {
  try {
    return await startQuietly(folder, 'sandbox')
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'YB_DATA_FOLDER_IN_USE' && mayWait) return undefined
    if (code === 'YB_CONFIGURATION') return startQuietly(folder, 'production')
    throw error
  }
}

async function startQuietly(data: string, mode: Configuration['mode']): Promise<Exchange> {
  // Loaded only here: commands that find an exchange need nothing of it.
  const { configure } = await import('../configuration.ts')
  const { startExchange } = await import('../exchange.ts')
  const configuration = configure({
    data,
    mode,
    port: 0,
    departments: false,
    // One question does not need them.
    threads: false,
    quiet: true,
    logLevel: 'fatal',
  })
  return startExchange({ configuration, announce: false })
}

async function viewsReady(client: Client): Promise<void> {
  const until = performance.now() + readyTimeout
  for (;;) {
    const { head, projections } = await client.get<Answers['status']>('/v1/status')
    const live = projections.filter((one) => one.state === 'live')
    if (live.length > 0 && live.every((one) => one.position >= head)) return
    if (performance.now() > until) return
    await pause(50)
  }
}
