import { hash } from 'node:crypto'
import type { BilingualText } from './system.ts'

/** How a reference system behaves; everything left out means: decide at once and in favour of what is in order. */
export interface ReferenceSystemOptions {
  /** Milliseconds until a case is decided, fixed or a range. Default 0. Example: `[2000, 5000]`. */
  readonly delayMs?: number | readonly [least: number, most: number]
  /** Asks for a supplement in the first round of every n-th case. Minimum 1; default: never. */
  readonly supplementEvery?: number
  /** Refuses every n-th case, where its kind can be refused. Minimum 1; default: never. */
  readonly refuseEvery?: number
  /**
   * Milliseconds after the day on which a duty began until it is said to be met. Minimum 0; default five days; example:
   * `86_400_000`.
   */
  readonly dutyAfterMs?: number
  /** The text of such supplements and refusals, in place of the system's own sample. */
  readonly reason?: BilingualText
}

/** Five days: well within the twenty working days of 企业信息公示暂行条例 10. */
export const defaultDutyAfterMs = 5 * 86_400_000

/**
 * Milliseconds until a case is decided. Within a range it follows from the case, so that it is the same whenever it is
 * worked out.
 */
export function delayOf({ delayMs = 0 }: ReferenceSystemOptions, approval: string, round: number): number {
  if (typeof delayMs === 'number') return delayMs
  const [least, most] = delayMs
  const share = Number.parseInt(hash('sha256', `${approval} ${round}`, 'hex').slice(0, 8), 16) / 0xffff_ffff
  return Math.round(least + share * (most - least))
}

/** Whether it is the turn of the `number`-th case. */
export const isTurn = (every: number | undefined, number: number): boolean =>
  every !== undefined && every > 0 && number % every === 0
