import { ConnectorError } from './errors.ts'
import type { RetryOptions, Scheduler } from './options.ts'

/** Waits `ms`; rejects with `YB_CONNECTOR_STOPPED` as soon as the signal aborts. */
export function pause(ms: number, scheduler: Scheduler, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stopped = () => {
      cancel()
      reject(new ConnectorError('YB_CONNECTOR_STOPPED', 'The connector is stopping.'))
    }
    const cancel = scheduler.after(ms, () => {
      signal.removeEventListener('abort', stopped)
      resolve()
    })
    if (signal.aborted) stopped()
    else signal.addEventListener('abort', stopped, { once: true })
  })
}

/** The wait before attempt `attempt` + 1, attempts counted from 1. */
export const backoff = (attempt: number, { first, longest }: RetryOptions): number =>
  Math.min(longest, first * 2 ** Math.min(attempt - 1, 30))
