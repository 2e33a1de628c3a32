import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Outcome, RowOptions } from '../outcome.ts'
import { type ExchangeProcess, startExchangeProcess } from '../process.ts'

/** Longest wait for the views and feeds of the whole history, in milliseconds. */
const longestCatchUp = 240_000

/** Milliseconds in which a start must be ready. */
const readyWithin = 2_000

/**
 * The real process on the long history: ready the first time, when no view has been built yet; then, once all views have been
 * built, ended and started again.
 */
export async function start({ history = '', folder }: RowOptions): Promise<Outcome> {
  const data = join(folder, 'data')
  mkdirSync(data)
  for (const file of ['history.db', 'history.db-wal'])
    if (existsSync(join(history, file))) copyFileSync(join(history, file), join(data, file))
  const first = await startExchangeProcess(data)
  const began = performance.now()
  const head = await caughtUp(first, began + longestCatchUp)
  const seconds = (performance.now() - began) / 1_000
  const memory = first.peakMemory()
  await first.stop()
  const again = await startExchangeProcess(data)
  await again.stop()
  return {
    figures: [
      {
        name: 'ready, views not built yet',
        value: first.readyAfter,
        unit: 'ms',
        required: { atMost: readyWithin },
      },
      { name: 'ready again', value: again.readyAfter, unit: 'ms', required: { atMost: readyWithin } },
      { name: 'ready again, processor', value: again.processorUntilReady, unit: 'ms' },
      { name: 'all views built after', value: head === undefined ? Number.NaN : seconds, unit: 's' },
      { name: 'peak memory until then', value: memory, unit: 'MB' },
    ],
    settings: { 'given up after s': longestCatchUp / 1_000 },
  }
}

/** Waits until the read database has reached the head; undefined when that takes too long. */
async function caughtUp({ address }: ExchangeProcess, until: number): Promise<number | undefined> {
  while (performance.now() < until) {
    const text = await (await fetch(`${address}/metrics`)).text()
    const live = await (await fetch(`${address}/health/ready`)).text()
    const position = Number(/^yibiao_projector_position\{[^}]*\} (\d+)/m.exec(text)?.[1] ?? 0)
    if (/"state":"live"/.test(live)) return position
    await delay(500)
  }
  return undefined
}
