import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import type { Account } from './programs.ts'

export interface ServerProcessOptions {
  readonly program: string
  readonly args: readonly string[]
  /** What it prints is appended to this file. */
  readonly log: string
  readonly account: Account | undefined
  /** Removed when the parent has gone without a word. */
  readonly leftover: string | undefined
}

/**
 * A server that does not outlive its parent. A watcher beside it holds the reading end of a pipe whose writing end only the
 * parent has: when the parent is gone, however it ended (kill -9 too), the pipe closes and the watcher ends the server.
 */
export class ServerProcess {
  readonly #log: string
  readonly #child: ChildProcess
  readonly #watcher: ChildProcess | undefined
  readonly #ended = new AbortController()
  readonly exited: Promise<void>

  constructor({ program, args, log, account, leftover }: ServerProcessOptions) {
    this.#log = log
    const file = openSync(log, 'a')
    // A group of its own: an interrupt at the terminal reaches the parent, which stops it in good order.
    const stdio: ['ignore', number, number] = ['ignore', file, file]
    const child = spawn(program, [...args], { stdio, detached: true, ...account })
    closeSync(file)
    this.#child = child
    this.#watcher = child.pid === undefined ? undefined : watch(child.pid, leftover)
    this.exited = new Promise((resolve) => {
      const end = () => {
        this.#ended.abort(new Error(`PostgreSQL ended; the end of ${this.#log}:\n${this.tail()}`))
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

  /** Aborted when the process has ended. */
  get ended(): AbortSignal {
    return this.#ended.signal
  }

  /** `SIGINT`: a fast and clean end. `SIGKILL` ends its children too, which no group holds together. */
  async end(signal: 'SIGINT' | 'SIGKILL', patience = 20_000): Promise<void> {
    if (this.pid === undefined) return
    // While somebody waits for its end, the process keeps this one alive.
    this.#child.ref()
    if (signal === 'SIGKILL') this.#killAll()
    else this.#child.kill(signal)
    const late = setTimeout(() => this.#killAll(), patience)
    await this.exited.finally(() => clearTimeout(late))
  }

  /** The last lines that it printed. */
  tail(): string {
    try {
      return readFileSync(this.#log, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
    } catch {
      return '(the log is gone)'
    }
  }

  #killAll(): void {
    const children = this.#child.pid === undefined ? [] : childrenOf(this.#child.pid)
    this.#child.kill('SIGKILL')
    for (const pid of children) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended by itself, as all of them do when the first process is gone.
      }
    }
  }
}

/** Processes started by this one. Where there is no /proc, none are found, and they end a moment later by themselves. */
function childrenOf(parent: number): readonly number[] {
  try {
    return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').flatMap(numbers)
  } catch {
    return scan(parent)
  }
}

function scan(parent: number): readonly number[] {
  try {
    return readdirSync('/proc')
      .flatMap(numbers)
      .filter((pid) => parentOf(pid) === parent)
  } catch {
    return []
  }
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

const numbers = (text: string): readonly number[] => (/^\d+$/.test(text.trim()) ? [Number(text)] : [])

function watch(pid: number, leftover: string | undefined): ChildProcess {
  const wait = `i=0; while kill -0 ${pid} 2>/dev/null && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done`
  const script = `cat >/dev/null; kill -INT ${pid}; ${wait}; kill -9 ${pid} 2>/dev/null; [ -z "$1" ] || rm -rf "$1"`
  const stdio: ['pipe', 'ignore', 'ignore'] = ['pipe', 'ignore', 'ignore']
  const watcher = spawn('/bin/sh', ['-c', script, 'watcher', leftover ?? ''], { stdio, detached: true })
  watcher.once('error', () => {})
  watcher.unref()
  const pipe = watcher.stdin as unknown as { unref?: () => void } | null
  pipe?.unref?.()
  return watcher
}
