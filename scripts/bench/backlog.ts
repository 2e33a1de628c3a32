import type { Filing, PreparedMessage } from './workload.ts'

/** One to ten. */
const decisionsOfAFiling = 5.5

/** When each message was due, on every feed, and visible, in the order of becoming visible. */
export interface Times {
  readonly due: readonly number[]
  readonly onFeeds: readonly number[]
  readonly visible: readonly number[]
}

export interface Sent {
  readonly message: PreparedMessage
  readonly due: number
}

interface Visible {
  readonly ids: readonly string[]
  readonly at: readonly number[]
  readonly onFeedsAt: readonly number[]
}

interface Progress {
  readonly filing: Filing
  readonly ids: readonly (readonly string[])[]
  wave: number
  /** Of the wave under way, how many are not visible yet. */
  left: number
}

interface Ready {
  readonly message: PreparedMessage
  readonly id: string
  readonly progress: Progress
}

/** Prepared filings, what of them may go out now, and what is on its way. */
export class Backlog {
  readonly #fresh: Progress[] = []
  readonly #ready: Ready[] = []
  readonly #onTheWay = new Map<string, { readonly due: number; readonly progress: Progress }>()
  #prepared = 0
  #begun = 0
  #decisions = 0
  #due: number[] = []
  #onFeeds: number[] = []
  #visible: number[] = []
  #changed: (() => void) | undefined

  /** Messages of the filings not begun. */
  get prepared(): number {
    return this.#prepared
  }

  get onTheWay(): number {
    return this.#onTheWay.size
  }

  add(filing: Filing, visibleAs: (id: string, participant: string, wave: number) => string): void {
    const ids = filing.waves.map((wave, at) => wave.map((one) => visibleAs(one.id, one.participant, at)))
    this.#fresh.push({ filing, ids, wave: -1, left: 0 })
    for (const wave of filing.waves) this.#prepared += wave.length
  }

  /**
   * At most so many messages that may go out now; fewer when there are none. New filings and decisions in their proportion,
   * however far behind the system is; otherwise a slow system would get more of what is dearest.
   */
  take(most: number, dueAt: (index: number) => number): readonly Sent[] {
    const taken: Sent[] = []
    while (taken.length < most) {
      const isNew = this.#begun <= this.#decisions / decisionsOfAFiling || this.#ready.length === 0
      const next = isNew ? this.#begin() : this.#ready.shift()
      if (next === undefined) break
      if (next.progress.wave === 0) this.#begun += 1
      else this.#decisions += 1
      taken.push(this.#send(next, dueAt(taken.length)))
    }
    return taken
  }

  /** Submissions alone, so that there is a stock of decisions to be made. */
  takeNew(most: number): readonly Sent[] {
    const taken: Sent[] = []
    for (let next = this.#begin(); next !== undefined; next = this.#begin()) {
      taken.push(this.#send(next, 0))
      if (taken.length === most) break
    }
    return taken
  }

  #begin(): Ready | undefined {
    const progress = this.#fresh.shift()
    if (progress === undefined) return this.#ready.shift()
    for (const wave of progress.filing.waves) this.#prepared -= wave.length
    this.#advance(progress)
    return this.#ready.pop()
  }

  #send({ message, id, progress }: Ready, due: number): Sent {
    this.#onTheWay.set(id, { due, progress })
    return { message, due }
  }

  /** Notes what is visible; a filing whose wave is visible whole may go on. */
  visible({ ids, at, onFeedsAt }: Visible): void {
    for (const [index, id] of ids.entries()) {
      const sent = this.#onTheWay.get(id)
      if (sent === undefined) continue
      this.#onTheWay.delete(id)
      this.#due.push(sent.due)
      this.#onFeeds.push(onFeedsAt[index] as number)
      this.#visible.push(at[index] as number)
      sent.progress.left -= 1
      if (sent.progress.left === 0) this.#advance(sent.progress)
    }
    this.#changed?.()
  }

  #advance(progress: Progress): void {
    progress.wave += 1
    const messages = progress.filing.waves[progress.wave] ?? []
    progress.left = messages.length
    for (const [index, message] of messages.entries())
      this.#ready.push({ message, id: progress.ids[progress.wave]?.[index] as string, progress })
  }

  /** Resolves when something has become visible, or after so many milliseconds. */
  change(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#changed = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Resolves when nothing is on the way any more. */
  async empty(): Promise<void> {
    while (this.#onTheWay.size > 0) await this.change(1_000)
  }

  /** What has become visible since the last call. */
  results(): Times {
    const results = { due: this.#due, onFeeds: this.#onFeeds, visible: this.#visible }
    this.#due = []
    this.#onFeeds = []
    this.#visible = []
    return results
  }
}
