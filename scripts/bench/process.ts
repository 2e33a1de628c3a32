import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../services/exchange/bin/yibiao.js', import.meta.url))

/** Milliseconds until an exchange that does not become ready, or does not end, is given up. */
const patience = 60_000

/** The real program, in a process of its own. */
export interface ExchangeProcess {
  readonly address: string
  /** From starting the process until it said that it is ready, in milliseconds. */
  readonly readyAfter: number
  /** Processor time until then in milliseconds, where the system tells (Linux); else NaN. */
  readonly processorUntilReady: number
  /** Peak of its resident set so far in MB, where the system tells (Linux); else NaN. */
  peakMemory(): number
  stop(): Promise<void>
}

/** Starts `yibiao start` without departments on a data folder and any free port; resolves when it is ready. */
export async function startExchangeProcess(data: string): Promise<ExchangeProcess> {
  const began = performance.now()
  const options = ['--data', data, '--port', '0', '--no-departments', '--quiet', '--json']
  // What this process was started with, a profiler perhaps, goes for that one as well.
  const child = spawn(process.execPath, [...process.execArgv, bin, 'start', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await ready(child)
  const readyAfter = performance.now() - began
  const processorUntilReady = processorOf(child.pid ?? 0)
  return {
    address,
    readyAfter,
    processorUntilReady,
    peakMemory: () => peakOf(child.pid ?? 0),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(timer)
    },
  }
}

/** The program says it is ready with one JSON document that has its address. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the exchange was not ready after ${patience} ms`))
    }, patience)
    child.once('exit', (code) => reject(new Error(`the exchange ended with ${code} before it was ready`)))
    if (child.stdout === null) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /"address":\s*"([^"]+)"/.exec(line)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

function peakOf(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return Number.NaN
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]
  return (Number(kilobytes) * 1_024) / 1e6
}

/** Fields of `/proc/<pid>/stat` behind the name, counted from 0, and their unit. */
const [userField, systemField, tick] = [11, 12, 10]

function processorOf(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const text = readFileSync(file, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[userField]) + Number(fields[systemField])) * tick
}
