import type { EventToRecord } from '@yibiao/schemas'

/** What the fold looks at of an event. */
export type FoldedEvent = Pick<
  EventToRecord,
  'id' | 'type' | 'source' | 'time' | 'recordedtime' | 'authid' | 'data'
> & {
  readonly messageid?: string | undefined
  readonly filing?: string | undefined
  readonly corrects?: string | undefined
}
