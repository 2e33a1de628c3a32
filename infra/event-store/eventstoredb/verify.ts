import type { VerifyReport } from '../event-store.ts'
import type { Feed } from './feed.ts'

export interface Verification {
  /** From the beginning of the log. */
  readonly feed: Feed
  readonly onProgress: ((position: number) => void) | undefined
  /** Throws when the verification may not go on. */
  readonly mayGoOn: () => void
  /** Resolves when the feed has something to take, or `mayGoOn` may have changed its mind. */
  readonly wait: (feed: Feed) => Promise<void>
}

/** Events after which progress is told. */
const stride = 1_000

/**
 * Re-reads every event of ours, up to the end as the server sees it, and proves that positions ascend and that every
 * stream is dense from its first revision on.
 *
 * What it cannot prove: that the bytes are those that were written. The server keeps checksums of its finished
 * chunks, but no chain that a client could check; whoever can write its files can write other events. Nor does it
 * see that a stream was deleted whole, for a history without it is as dense as one with it.
 */
export async function verify({ feed, onProgress, mayGoOn, wait }: Verification): Promise<VerifyReport> {
  const faults: VerifyReport['faults'][number][] = []
  const revisions = new Map<string, number>()
  let events = 0
  let head = 0
  for (;;) {
    mayGoOn()
    const item = feed.take()
    if (item === undefined) {
      await wait(feed)
      continue
    }
    if (item.kind === 'caught-up') break
    if (item.kind !== 'event') continue
    const { stream, revision, position } = item.event
    const expected = (revisions.get(stream) ?? 0) + 1
    if (revision !== expected) {
      faults.push({ stream, position, problem: `revision ${revision} stands where ${expected} should` })
    }
    if (position <= head) faults.push({ stream, position, problem: `it does not stand after ${head}` })
    revisions.set(stream, revision)
    head = position
    if (++events % stride === 0) onProgress?.(position)
  }
  onProgress?.(head)
  return { events, head, faults }
}
