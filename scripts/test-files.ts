import { spawn } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Seconds that a file may take that does not say another limit itself with `t.setTimeout`. */
const defaultLimit = 420
/** Milliseconds: who allows himself so much starts engines or a whole exchange, of which two at once only hinder each other. */
const heavyLimit = 300_000
/** Milliseconds beyond its own limit after which a file that does not come to its end is killed. */
const grace = 30_000

interface TestFile {
  readonly path: string
  /** Milliseconds that it allows itself. */
  readonly limit: number
}

/**
 * Runs the test files of the paths, each in a process of its own and one more at once than there are processors, for many
 * wait for an engine. Those that allow themselves the most time begin, so that none of them is left alone at the end; of
 * those that start engines of their own one runs at a time. Writes a line a file and every failure whole.
 */
export async function runTestFiles(
  paths: readonly string[],
  env: Readonly<Record<string, string>>,
  write: (text: string) => void,
): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  const waiting = paths.flatMap(filesOf).sort((a, b) => b.limit - a.limit)
  if (waiting.length === 0) {
    write(`no test file in ${paths.join(' ')}`)
    counts.failed += 1
  }
  let heavy = 0
  const next = (): TestFile | undefined => {
    const index = waiting.findIndex(({ limit }) => heavy === 0 || limit < heavyLimit)
    return index < 0 ? undefined : waiting.splice(index, 1)[0]
  }
  const lane = async () => {
    for (let file = next(); file !== undefined; file = next()) {
      const isHeavy = file.limit >= heavyLimit
      if (isHeavy) heavy += 1
      await runFile(file, env, write, counts)
      if (isHeavy) heavy -= 1
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, lane))
  return counts
}

function filesOf(path: string): readonly TestFile[] {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true
  return globSync(isFile ? path : `${path}/*.test.ts`).map((file) => {
    const limits = [...readFileSync(file, 'utf8').matchAll(/(?:\bt\.setTimeout\(|\btimeout: )([\d_]+)/g)]
    return {
      path: file,
      limit: Math.max(0, ...limits.map(([, limit = '']) => Number(limit.replaceAll('_', '')))),
    }
  })
}

function runFile(
  { path, limit }: TestFile,
  env: Readonly<Record<string, string>>,
  write: (text: string) => void,
  counts: Counts,
): Promise<void> {
  const began = performance.now()
  const child = spawn(process.execPath, [path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TAP_TIMEOUT: String(defaultLimit), ...env },
  })
  const hardLimit = Math.max(limit, defaultLimit * 1_000) + grace
  const killer = setTimeout(() => child.kill('SIGKILL'), hardLimit)
  const lines: string[] = []
  let failed = 0
  let planned = false
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (/^1\.\.\d+/.test(line)) planned = true
    const point = /^\s*(not )?ok \d+ - /.exec(line)
    // A subtest's own line stands for its assertions, which were counted; only leaves count.
    if (!point || /# time=/.test(line)) return
    if (/# SKIP/i.test(line)) counts.skipped += 1
    else if (point[1]) failed += 1
    else counts.passed += 1
  })
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(killer)
      const isWell = code === 0 && planned && failed === 0
      if (!isWell) counts.failed += Math.max(1, failed)
      write(`${isWell ? 'ok    ' : 'FAILED'} ${path} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
      if (!isWell)
        write(`${lines.join('\n')}\nended with ${signal ?? code}${planned ? '' : ' before its end'}`)
      resolve()
    })
  })
}
