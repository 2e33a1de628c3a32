import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

export interface ProcessOptions {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  /** What it prints is appended to this file. */
  readonly log: string
}

/**
 * A process that does not outlive its parent. A watcher beside it holds the reading end of a pipe whose writing end only
 * the parent has: when the parent is gone, however it ended (kill -9 too), the pipe closes and the watcher kills.
 */
export class BrokerProcess {
  readonly #log: string
  readonly #child: ChildProcess
  readonly #watcher: ChildProcess | undefined
  /** Aborted when the process has ended. */
  readonly #ended = new AbortController()
  readonly exited: Promise<void>

  constructor({ program, args, cwd, log }: ProcessOptions) {
    this.#log = log
    const file = openSync(log, 'a')
    // A group of its own: an interrupt at the terminal reaches the parent, which stops it in good order.
    const child = spawn(program, [...args], { cwd, stdio: ['ignore', file, file], detached: true })
    closeSync(file)
    this.#child = child
    this.#watcher = child.pid === undefined ? undefined : watch(child.pid)
    this.exited = new Promise((resolve) => {
      const end = () => {
        this.#ended.abort(new Error(`the broker ended; the end of ${this.#log}:\n${this.tail()}`))
        this.#watcher?.kill('SIGKILL')
        resolve()
      }
      child.once('exit', end)
      child.once('error', end)
    })
    child.unref()
  }

  get pid(): number | undefined {
    return this.#ended.signal.aborted ? undefined : this.#child.pid
  }

  get ended(): AbortSignal {
    return this.#ended.signal
  }

  async end(signal: NodeJS.Signals, patience = 20_000): Promise<void> {
    // While somebody waits for its end, the process keeps this one alive.
    this.#child.ref()
    this.#child.kill(signal)
    const late = setTimeout(() => this.#child.kill('SIGKILL'), patience)
    await this.exited.finally(() => clearTimeout(late))
  }

  tail(): string {
    return readFileSync(this.#log, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
  }
}

function watch(pid: number): ChildProcess {
  const script = `cat >/dev/null; kill -9 ${pid}`
  const watcher = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watcher.once('error', () => {})
  watcher.unref()
  const pipe = watcher.stdin as unknown as { unref?: () => void } | null
  pipe?.unref?.()
  return watcher
}
