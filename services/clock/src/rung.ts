import type { Alarm } from '@yibiao/projections'

/** What was rung lately, so that an alarm on its way to the views is not rung at every look. */
export class Rung {
  readonly #patience: number
  readonly #last = new Map<string, { readonly due: number | null; readonly at: number }>()

  /** Milliseconds until the same is rung again. */
  constructor(patience: number) {
    this.#patience = patience
  }

  /** Whether an alarm was not rung within the patience; it is from now on. */
  isNew({ filing, due }: Alarm, now: number): boolean {
    const last = this.#last.get(filing)
    if (last?.due === due && now - last.at < this.#patience) return false
    if (this.#last.size > 10_000) this.#forget(now)
    this.#last.set(filing, { due, at: now })
    return true
  }

  #forget(now: number): void {
    for (const [filing, { at }] of this.#last) if (now - at >= this.#patience) this.#last.delete(filing)
  }
}
