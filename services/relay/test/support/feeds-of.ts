import type { EventStore } from '@yibiao/event-store'
import {
  FeedCounter,
  type FeedCursor,
  FeedFold,
  type FeedMessage,
  firstCursor,
  type References,
} from '@yibiao/projections'

interface Folding {
  readonly store: EventStore
  readonly history: string
  ownReferences(): Promise<References>
}

interface FoldOptions {
  /** Events a page. */
  readonly page?: number
  readonly cacheSize?: number
  /** Where each feed begins; it is folded from the first of them. */
  readonly from?: ReadonlyMap<string, FeedCursor>
  readonly references?: References
}

/** Every feed from the history alone, by participant. */
export async function feedsOf(town: Folding, options: FoldOptions = {}): Promise<Map<string, FeedMessage[]>> {
  const { page = 500, cacheSize = 1_000, from } = options
  const references = options.references ?? (await town.ownReferences())
  const fold = new FeedFold({ store: town.store, references, cacheSize })
  const counters = new Map<string, FeedCounter>()
  const feeds = new Map<string, FeedMessage[]>()
  for (const code of references.current().participants.byCode.keys()) {
    counters.set(code, new FeedCounter(town.history, from?.get(code) ?? firstCursor))
    feeds.set(code, [])
  }
  let after = Math.min(...[...counters.values()].map(({ cursor }) => cursor.position))
  for (;;) {
    const events = await town.store.readAll({ after, limit: page })
    for (const stored of events)
      for (const entry of await fold.fold(stored)) {
        const message = counters.get(entry.participant)?.number(entry)
        if (message) feeds.get(entry.participant)?.push(message)
      }
    const last = events.at(-1)
    if (!last) return feeds
    after = last.position
  }
}
