import type { Filing, PreparedMessage } from './workload.ts'

export interface Sent {
  readonly message: PreparedMessage
  readonly due: number
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
  #due: number[] = []
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

  /** At most so many messages that may go out now, decisions before new filings; fewer when there are none. */
  take(most: number, dueAt: (index: number) => number): readonly Sent[] {
    const taken: Sent[] = []
    while (taken.length < most) {
      if (this.#ready.length === 0) {
        const next = this.#fresh.shift()
        if (next === undefined) break
        for (const wave of next.filing.waves) this.#prepared -= wave.length
        this.#advance(next)
      }
      const { message, id, progress } = this.#ready.shift() as Ready
      const due = dueAt(taken.length)
      this.#onTheWay.set(id, { due, progress })
      taken.push({ message, due })
    }
    return taken
  }

  /** Notes what is visible; a filing whose wave is visible whole may go on. */
  visible(ids: readonly string[], at: readonly number[]): void {
    for (const [index, id] of ids.entries()) {
      const sent = this.#onTheWay.get(id)
      if (sent === undefined) continue
      this.#onTheWay.delete(id)
      this.#due.push(sent.due)
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

  /** What has become visible since the last call. Filings half way are forgotten. */
  results(): { readonly due: readonly number[]; readonly visible: readonly number[] } {
    const results = { due: this.#due, visible: this.#visible }
    this.#due = []
    this.#visible = []
    this.#ready.length = 0
    return results
  }
}
