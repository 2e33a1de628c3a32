import { setTimeout as pause } from 'node:timers/promises'
import type { EventStore } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'
import { isReferenceEvent, type References } from './references.ts'

export interface FollowReferencesOptions {
  readonly store: EventStore
  readonly references: References
  readonly logger: { error(fields: object, message: string): void }
}

/** Milliseconds before the history is followed again after a fault. */
const retryDelay = 1_000

/**
 * Keeps reference data up with what others publish, for a role that does not read the history itself. It lags by the time
 * a publication takes to arrive; whatever was decided meanwhile names the versions it was decided by.
 */
export function followReferences({ store, references, logger }: FollowReferencesOptions) {
  const stopping = new AbortController()
  const { signal } = stopping

  async function follow(after: number): Promise<void> {
    for (let position = after; !signal.aborted; )
      try {
        for await (const batch of store.subscribe({ after: position, signal })) {
          for (const stored of batch.events)
            if (isReferenceEvent(stored.type)) references.apply(decodeEvent(stored) as RecordedEvent)
          position = batch.position
        }
      } catch (error) {
        if (signal.aborted) return
        logger.error({ err: error }, 'reference data is not being followed; trying again')
        await pause(retryDelay, undefined, { signal }).catch(() => undefined)
      }
  }

  const done = follow(references.position)
  return {
    async stop(): Promise<void> {
      stopping.abort()
      await done
    },
  }
}
