import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ascending, figure, percentile } from '../numbers.ts'
import { type Figure, type Outcome, type RowOptions, scaled } from '../outcome.ts'
import { installPeers, peersFolder } from '../peers/install.ts'
import { callOurs } from '../peers/ours.ts'
import { type Work, workOf } from '../peers/work.ts'

/** At scale 1, messages of each number of callers; a tenth of them before the clock runs. */
export const peersSizes = { messages: 10_000, callers: [16, 64] } as const

export interface Called {
  readonly callers: number
  readonly seconds: number
  /** Milliseconds of every message counted. */
  readonly times: readonly number[]
}

/**
 * The same messages by 16 and by 64 callers, each waiting for its message to be visible in the filing board: on Yibiao, and on
 * Emmett with PostgreSQL, whose events are those that our ledger decided.
 */
export async function peers({ folder, scale, seed }: RowOptions): Promise<Outcome> {
  installPeers()
  const messages = scaled(peersSizes.messages, scale, 200)
  const work = await workOf(folder, { messages, seed, callers: peersSizes.callers })
  const theirs = await callEmmett(work)
  const figures: Figure[] = []
  for (const [index, set] of work.sets.entries()) {
    const ours = await callOurs(join(folder, `ours-${set.callers}`), set)
    const [us, them] = [rateOf(ours), rateOf(theirs[index])]
    figures.push(
      { name: `${set.callers} callers: Yibiao`, value: us.rate, unit: 'messages/s' },
      { name: `${set.callers} callers: Emmett on PostgreSQL`, value: them.rate, unit: 'messages/s' },
      { name: `${set.callers} callers: Yibiao ÷ Emmett`, value: us.rate / them.rate, unit: '×' },
      { name: `${set.callers} callers: Yibiao p50`, value: us.p50, unit: 'ms' },
      { name: `${set.callers} callers: Emmett p50`, value: them.p50, unit: 'ms' },
      { name: `${set.callers} callers: Yibiao p99`, value: us.p99, unit: 'ms' },
      { name: `${set.callers} callers: Emmett p99`, value: them.p99, unit: 'ms' },
    )
  }
  return { figures, settings: { 'messages of each': figure(messages), emmett: 'see peers/package.json' } }
}

function rateOf(called: Called | undefined) {
  const times = ascending(called?.times ?? [])
  return {
    rate: times.length / (called?.seconds ?? Number.NaN),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

/** Runs Emmett in a process of its own. PostgreSQL runs as another user, who must be able to reach its folder. */
async function callEmmett(work: Work): Promise<readonly Called[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-peers-'))
  try {
    chmodSync(folder, 0o777)
    const file = join(folder, 'work.json')
    const sets = work.sets.map(({ callers, warmUp, filings }) => ({
      callers,
      warmUp,
      filings: filings.map(({ stream, decided }) => ({ stream, messages: decided })),
    }))
    writeFileSync(file, JSON.stringify({ types: work.types, sets }))
    const output = await outputOf([join(peersFolder, 'emmett.js'), file, folder, String(await freePort())])
    const line = output.split('\n').find((one) => one.startsWith('{"results"')) ?? '{"results":[]}'
    return (JSON.parse(line) as { results: readonly Called[] }).results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function outputOf(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: peersFolder, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += String(chunk)
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`the peer ended with ${code}`)),
    )
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
