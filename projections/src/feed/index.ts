export { cutChanges, cutData } from './cut.ts'
export {
  cursorOfDelivery,
  type Delivery,
  deliveriesStream,
  deliveryAtOrBefore,
  deliveryType,
  receiptsStream,
} from './deliveries.ts'
export { firstDigest, nextDigest } from './digest.ts'
export { hasFeed } from './entitlement.ts'
export { defaultFeedCacheSize, type FeedEntry, FeedFold, type FeedFoldOptions } from './feed-fold.ts'
export { FeedCounter, type FeedCursor, type FeedMessage, firstCursor } from './feed-message.ts'
export { FeedReader, type FeedReaderOptions } from './feed-reader.ts'
export { RecipientsFold, type RecipientsFoldOptions } from './recipients-fold.ts'
export { type Sequences, type SequencesOptions, sequencesOf } from './sequences.ts'
export type { FeedChange, Recipient } from './sight.ts'
