import { fork } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Outcome, RowOptions } from './outcome.ts'

const script = fileURLToPath(new URL('row.ts', import.meta.url))

/** A row that has not ended by then is ended and has failed. */
export const longestRow = 20 * 60_000

export interface RunOptions extends Omit<RowOptions, 'folder'> {
  /** A folder is made in it for the row and removed afterwards. */
  readonly parent: string
  readonly profile?: string
}

export type RowResult =
  | { readonly row: string; readonly seconds: number; readonly outcome: Outcome }
  | { readonly row: string; readonly seconds: number; readonly failed: string }

/** Runs a row in a process of its own, so that neither memory nor compiled code is another row's. */
export async function runRow(row: string, options: RunOptions): Promise<RowResult> {
  const { parent, profile, ...rest } = options
  const folder = join(parent, row)
  mkdirSync(folder)
  const began = performance.now()
  const execArgv = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profile, row)}`]
  const child = fork(script, [row, JSON.stringify({ ...rest, folder } satisfies RowOptions)], { execArgv })
  const timer = setTimeout(() => child.kill('SIGKILL'), longestRow)
  const kill = () => child.kill('SIGTERM')
  process.once('exit', kill)
  let outcome: Outcome | undefined
  child.on('message', (message) => {
    outcome = message as Outcome
  })
  const code = await new Promise<number | string>((resolve) => {
    child.once('exit', (exit, signal) => resolve(exit ?? signal ?? 'unknown'))
  })
  clearTimeout(timer)
  process.off('exit', kill)
  rmSync(folder, { recursive: true, force: true })
  const seconds = (performance.now() - began) / 1_000
  return outcome === undefined
    ? { row, seconds, failed: `ended with ${code}, without a result` }
    : { row, seconds, outcome }
}
