import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Session } from '@yibiao/database'
import type { Logger } from '@yibiao/telemetry'

/** Milliseconds without a sign of life of the holder after which another takes over. */
export const defaultLease = 5_000

/** Signs of life within the patience of the others. */
const beatsInPatience = 5

export interface LeaseOptions {
  readonly database: Database
  readonly logger: Logger
  /** Milliseconds. */
  readonly patience: number
}

interface Row {
  readonly holder: string
  readonly beat: number
}

/**
 * Who of several projectors keeps one read database. The holder's beat grows while he lives; whoever sees it stand still for
 * the patience takes over by compare-and-set, so no two clocks are compared. Correctness does not rest on it: checkpoints
 * are moved by compare-and-set as well. It keeps two from doing the same work, and from clearing away each other's copies.
 */
export class Lease {
  readonly #options: LeaseOptions
  readonly #me = randomUUID()
  #held = false
  #lost = new AbortController()
  #beating: NodeJS.Timeout | undefined

  constructor(options: LeaseOptions) {
    this.#options = options
  }

  get held(): boolean {
    return this.#held
  }

  /** Aborts when the lease that is held goes to another. */
  get lost(): AbortSignal {
    return this.#lost.signal
  }

  /** Takes it if nobody has it. Whether it is held now. */
  async take(): Promise<boolean> {
    if (this.#held) return true
    const row = await this.#read()
    return row.holder === '' && (await this.#takeFrom(row))
  }

  /** Waits until it is held. Rejects when the signal aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    const { patience, logger } = this.#options
    let seen = await this.#read()
    let since = performance.now()
    while (!(await this.take())) {
      await pause(patience / beatsInPatience, undefined, { signal })
      const row = await this.#read()
      if (row.holder !== seen.holder || row.beat !== seen.beat) {
        seen = row
        since = performance.now()
      } else if (performance.now() - since >= patience && (await this.#takeFrom(row))) {
        logger.warn({}, 'projector: takes over the read database from one that gives no sign of life')
        return
      }
    }
  }

  /** Lets another take it at once. */
  async giveUp(): Promise<void> {
    this.#end()
    await this.#change(`UPDATE projector_lease SET holder = '' WHERE one = 1 AND holder = ?`, [this.#me])
  }

  async #takeFrom({ holder, beat }: Row): Promise<boolean> {
    const taken = await this.#change(
      'UPDATE projector_lease SET holder = ?, beat = beat + 1 WHERE one = 1 AND holder = ? AND beat = ?',
      [this.#me, holder, beat],
    )
    if (!taken) return false
    this.#held = true
    this.#lost = new AbortController()
    this.#beating = setInterval(() => void this.#beat(), this.#options.patience / beatsInPatience)
    this.#beating.unref()
    return true
  }

  async #beat(): Promise<void> {
    try {
      const mine = await this.#change(
        'UPDATE projector_lease SET beat = beat + 1 WHERE one = 1 AND holder = ?',
        [this.#me],
      )
      if (!mine && this.#held) this.#end()
    } catch (error) {
      // Whether it is still held shows at the next beat that gets through.
      this.#options.logger.warn({ err: error }, 'projector: no sign of life could be given')
    }
  }

  #end(): void {
    clearInterval(this.#beating)
    this.#held = false
    this.#lost.abort()
  }

  async #read(): Promise<Row> {
    const row = await this.#options.database.snapshot((session: Session) =>
      session.get<Row>('SELECT holder, beat FROM projector_lease WHERE one = 1'),
    )
    return row ?? { holder: '', beat: 0 }
  }

  async #change(sql: string, parameters: readonly (string | number)[]): Promise<boolean> {
    const changed = await this.#options.database.transaction((session) => session.run(sql, parameters))
    return changed === 1
  }
}
