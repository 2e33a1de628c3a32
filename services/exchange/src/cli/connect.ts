import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem, YibiaoError } from '@yibiao/schemas'
import type { Configuration } from '../configuration.ts'
import type { Exchange } from '../exchange.ts'
import type { Answers } from './answers.ts'
import { Client, pause } from './client.ts'
import { type Call, optionOf } from './command.ts'
import { findExchange } from './find-exchange.ts'
import type { Output } from './output.ts'

export interface Connection {
  readonly client: Client
  /** The exchange runs in this process, for this command alone and without departments. */
  readonly asleep: boolean
}

/** Longest wait for the views of a data folder that was just opened, in milliseconds. */
const readyTimeout = 60_000

/**
 * Runs something against the exchange that the command line means. Where nobody runs on a folder with data, the exchange is
 * started here, without departments, on any free port, and stopped afterwards: so every command speaks HTTP. Throws
 * `YB_UNREACHABLE` where there is neither.
 */
export async function withExchange(
  call: Call,
  act: (connection: Connection) => Promise<number>,
): Promise<number> {
  const { output, io } = call
  const found = findExchange({
    gateway: optionOf(call, 'gateway'),
    data: optionOf(call, 'data'),
    env: io.env,
    cwd: io.cwd,
  })
  switch (found.kind) {
    case 'running':
      return act({ client: new Client({ ...found, lang: output.lang }), asleep: false })
    case 'asleep':
      return awake(found.folder, output, act)
    case 'none':
      throw new YibiaoError(problem('YB_UNREACHABLE', '', { where: found.where }))
  }
}

async function awake(
  folder: string,
  output: Output,
  act: (connection: Connection) => Promise<number>,
): Promise<number> {
  const exchange = await open(folder)
  try {
    const token = readFileSync(join(folder, 'token'), 'utf8').trim()
    const client = new Client({ address: exchange.address, token, lang: output.lang })
    await viewsReady(client)
    return await act({ client, asleep: true })
  } finally {
    await exchange.stop()
  }
}

/** Opens the folder in the mode of its history, which only the history knows. */
async function open(folder: string): Promise<Exchange> {
  try {
    return await startQuietly(folder, 'sandbox')
  } catch (error) {
    if ((error as { code?: string }).code !== 'YB_CONFIGURATION') throw error
    return startQuietly(folder, 'production')
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
