/** Runs work later. The timer MUST NOT keep the process alive. */
export interface Scheduler {
  /** Calls `work` once after `ms`; the function returned takes that back. */
  after(ms: number, work: () => void): () => void
}

export const systemScheduler: Scheduler = {
  after(ms, work) {
    const timer = setTimeout(work, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** Waits `ms`, or less when the signal aborts. Leaves neither timer nor listener behind. */
export function pause(ms: number, scheduler: Scheduler, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = scheduler.after(ms, done)
    if (signal.aborted) done()
    else signal.addEventListener('abort', done)
  })
}

/** The wait before attempt `attempt` + 1, attempts counted from 1: doubling from half a second up to a minute. */
export const backoff = (attempt: number): number => Math.min(60_000, 500 * 2 ** Math.min(attempt - 1, 10))
