import type { FeedChange } from '@yibiao/department'
import type { BusMessage } from '@yibiao/message-bus'
import { type ItemKind, sourceOf } from '@yibiao/schemas'

interface RoutedApproval {
  readonly approval: string
  readonly item: string
  readonly kind: ItemKind
  readonly participant?: string
  readonly state: 'OPEN' | 'WAITING'
}

/** A feed message, as far as a simulated department reads it. */
export interface ShownEvent {
  readonly id: string
  readonly type: string
  readonly source: string
  readonly subject: string
  readonly filing?: string
  readonly data: {
    readonly approval?: string
    readonly round?: number
    readonly certificateFollows?: boolean
    /** Ids. */
    readonly approvals?: readonly string[]
    readonly changes?: readonly FeedChange[]
    /** The approvals of a routing. */
    readonly routed: readonly RoutedApproval[]
  }
}

/** Types that mean something to a department, whoever said them. */
const read: ReadonlySet<string> = new Set([
  'yibiao.filing.routed.v1',
  'yibiao.approvals.opened.v1',
  'yibiao.approvals.closed.v1',
  'yibiao.supplement.requested.v1',
  'yibiao.supplement.provided.v1',
  'yibiao.acceptance.deemed.v1',
  'yibiao.filing.withdrawn.v1',
  'yibiao.filing.refused.v1',
  'yibiao.record.changed.v1',
  'yibiao.enterprise.registered.v1',
])

/** An envelope stands before its data, so the first of each is the event's own. */
const typeMark = '"type":"'
const envelopeBytes = 500

/**
 * Reads a feed message. Undefined for what the department would only file away: such a message costs it no parsing. Other
 * departments' outcomes are among them, but for the registration.
 */
export function shownEventOf({ value }: BusMessage, participant: string): ShownEvent | undefined {
  const from = value.indexOf(typeMark) + typeMark.length
  const type = value.toString('latin1', from, value.indexOf('"', from))
  const isOwn = () => value.subarray(0, envelopeBytes).includes(`"source":"${sourceOf(participant)}"`)
  if (!read.has(type) && !isOwn()) return undefined
  const event = JSON.parse(value.toString('utf8')) as ShownEvent
  const { approvals } = event.data as { readonly approvals?: readonly unknown[] }
  if (event.type !== 'yibiao.filing.routed.v1') return event
  return { ...event, data: { ...event.data, routed: (approvals ?? []) as readonly RoutedApproval[] } }
}
