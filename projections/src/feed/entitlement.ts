import type { StoredEvent } from '@yibiao/event-store'
import type { RecordedEvent } from '@yibiao/schemas'
import type { PinnedItem } from '../materials.ts'
import type { ReferencesInForce } from '../references/index.ts'

export const routedType = 'yibiao.filing.routed.v1'
export const refusedType = 'yibiao.message.refused.v1'

interface RoutedApproval {
  readonly approval: string
  readonly item: string
  readonly itemVersion: number
  readonly department: string
  readonly participant: string
}

/** Whose business a record is, by the routings so far. */
export class Entitlement {
  /** Participants in the order of their first routing, with the approvals that were routed to them. */
  readonly #approvals = new Map<string, Set<string>>()
  readonly #departments = new Map<string, string>()
  readonly #items = new Map<string, PinnedItem>()

  get participants(): Iterable<string> {
    return this.#approvals.keys()
  }

  get none(): boolean {
    return this.#approvals.size === 0
  }

  has(participant: string): boolean {
    return this.#approvals.has(participant)
  }

  approvalsOf(participant: string): ReadonlySet<string> | undefined {
    return this.#approvals.get(participant)
  }

  /** The items whose approvals were routed to a participant. */
  itemsOf(participant: string): readonly PinnedItem[] {
    const items: PinnedItem[] = []
    for (const approval of this.approvalsOf(participant) ?? []) {
      const item = this.#items.get(approval)
      if (item !== undefined) items.push(item)
    }
    return items
  }

  /** The department that an approval was routed to. */
  departmentOf(approval: string): string | undefined {
    return this.#departments.get(approval)
  }

  /** Adds those whom a routing names; other events change nothing. Returns the ones who were not entitled before. */
  take(event: RecordedEvent): readonly string[] {
    const newcomers: string[] = []
    if (event.type !== routedType) return newcomers
    for (const routed of (event.data as { approvals: RoutedApproval[] }).approvals) {
      const { approval, department, participant, item, itemVersion } = routed
      this.#departments.set(approval, department)
      this.#items.set(approval, { item, itemVersion })
      const known = this.#approvals.get(participant)
      if (known) known.add(approval)
      else {
        this.#approvals.set(participant, new Set([approval]))
        newcomers.push(participant)
      }
    }
    return newcomers
  }
}

/** Whether a participant has a feed: those whom the exchange itself speaks for have none. */
export function hasFeed({ participants }: ReferencesInForce, participant: string): boolean {
  const known = participants.byCode.get(participant)
  return known !== undefined && known.ours !== true
}

/** Whether a stream holds refusals of messages that belong to no record. */
export const isRefusalStream = ({ stream }: StoredEvent): boolean => stream.startsWith('refusal-')

/** Whose topic the refused message came in on. */
export const senderOf = (event: RecordedEvent): string =>
  (event.data as { readonly participant?: string }).participant ?? ''
