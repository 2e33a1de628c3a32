import type { Feed } from './feed.ts'

/** The end of a subscription: may come at any moment, and must reach a consumer that waits. */
export class Ended {
  reached = false
  #wakeUp: (() => void) | undefined

  reach(): void {
    this.reached = true
    this.#wakeUp?.()
  }

  /** Waits so many milliseconds, or to the end. */
  async within(milliseconds: number): Promise<void> {
    await this.#race(milliseconds, () => {})
  }

  /** Waits for the feed to have something; returns false when it had nothing for so long, or the end came. */
  whileWaiting(feed: Feed, milliseconds: number): Promise<boolean> {
    return this.#race(milliseconds, (heard) => feed.wait(heard))
  }

  /** Gives the feed the rest of this turn, or some milliseconds; returns whether it has something. */
  async turn(feed: Feed, milliseconds: number): Promise<boolean> {
    if (milliseconds > 0) return this.whileWaiting(feed, milliseconds)
    await new Promise(setImmediate)
    return feed.hasMore
  }

  #race(milliseconds: number, listen: (heard: () => void) => void): Promise<boolean> {
    if (this.reached) return Promise.resolve(false)
    return new Promise((resolve) => {
      const done = (heard: boolean) => {
        clearTimeout(timer)
        this.#wakeUp = undefined
        resolve(heard)
      }
      const timer = setTimeout(() => done(false), milliseconds)
      this.#wakeUp = () => done(false)
      listen(() => done(true))
    })
  }
}
