import { type ChildProcess, spawn } from 'node:child_process'
import type { ForeignTool } from './foreign-tools.ts'

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly said: string
}

/** A department's program in a process of its own, with all that it starts; it does not outlive this one. */
export class ForeignProgram {
  readonly #child: ChildProcess
  readonly ended: Promise<Ended>
  #said = ''

  constructor({ command, args, env }: ForeignTool, own: readonly string[]) {
    const child = spawn(command, [...args, ...own], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
      // A group of its own, so that a signal reaches what it has started.
      detached: true,
    })
    this.#child = child
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text
    })
    const watcher = child.pid === undefined ? undefined : watch(child.pid)
    this.ended = new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => {
        watcher?.kill('SIGKILL')
        resolve({ code, said: this.#said })
      })
    })
  }

  /** What it has written on its standard error. */
  get said(): string {
    return this.#said
  }

  /** Resolves when it has ended by the signal, or had before. */
  async end(signal: NodeJS.Signals): Promise<Ended> {
    const { pid, exitCode, signalCode } = this.#child
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, signal)
    return await this.ended
  }
}

/** Ends the group when the pipe closes, which it does when this process is gone, however it ended. */
function watch(pid: number): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', `cat >/dev/null; kill -9 -${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.once('error', () => {})
  return watcher
}
