import type { BusMessage } from '@yibiao/message-bus'
import type { FeedCursor, FeedMessage } from '@yibiao/projections'

/** Where a feed's numbered messages go out: served where they are read, or sent to the bus. */
export interface Outlet {
  /** How far the feed is out. Delivery records say this and nothing beyond. */
  readonly published: FeedCursor
  /** Undefined while well. */
  readonly fault: string | undefined
  /** Takes the next messages, in order, and where the feed stands with them. What came before is ignored. */
  take(messages: readonly FeedMessage[], cursor: FeedCursor): void
  /** All that the history held at the start has been taken. */
  caughtUp(): void
  /** Resolves when more may be taken: the back-pressure. */
  room(): Promise<void>
  /** Ends what is under way. Nothing is taken afterwards. */
  stop(): Promise<void>
}

/** The header that carries the running digest. */
export const digestHeader = 'feeddigest'

/** The bus message of a feed message. */
export const toMessage = (message: FeedMessage): Omit<BusMessage, 'topic' | 'partition'> => ({
  offset: message.sequence - 1,
  time: message.time,
  key: message.key,
  value: message.value,
  headers: { [digestHeader]: message.digest },
})
