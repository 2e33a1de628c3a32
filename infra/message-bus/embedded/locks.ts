import { locks } from 'node:worker_threads'

/** A delay that is never waited out; as long as it runs, so does the thread. */
const longest = 0x7fffffff

/**
 * Runs the action while holding a lock that all threads of the process share. With `ifAvailable` the action runs
 * without the lock, being told `false`, where another has it. Two faults of the runtime are made good here: waiting
 * for a lock does not keep a thread alive, and a lock whose callback throws before its first `await` is never freed.
 */
export async function withLock<T>(
  name: string,
  options: { readonly mode?: 'exclusive' | 'shared'; readonly ifAvailable?: boolean },
  action: (held: boolean) => T | Promise<T>,
): Promise<T> {
  const alive = setInterval(() => {}, longest)
  try {
    return await locks.request(name, options, async (lock) => await action(lock !== null))
  } finally {
    clearInterval(alive)
  }
}
