import type { ItemKind } from '@yibiao/schemas'

/** One approval that a simulated department has to deal with. */
export interface OpenCase {
  readonly approval: string
  readonly record: string
  readonly filing: string
  readonly item: string
  readonly kind: ItemKind
  state: 'WAITING' | 'OPEN' | 'SUPPLEMENT' | 'DECIDED'
  round: number
  /** It knows of its own or of the deemed acceptance. */
  accepted: boolean
}

/** Something to do about a case or a record. */
export type Task =
  | {
      readonly what: 'accept' | 'ask' | 'extend' | 'exclude' | 'decide'
      readonly of: OpenCase
      round: number
    }
  | { readonly what: 'certificate'; readonly of: OpenCase }
  | { readonly what: 'duty'; readonly record: string; readonly filing: string }
  | { readonly what: 'confirm'; readonly record: string; readonly cause: string }
  | { readonly what: 'change'; readonly number: number }

/** Names a task, so that tasks of one tick are done in an order that nobody's arrival decides. */
export function taskName(task: Task): string {
  switch (task.what) {
    case 'duty':
      return `${task.record}/duty`
    case 'confirm':
      return `${task.record}/confirm/${task.cause}`
    case 'change':
      return `~${String(task.number).padStart(9, '0')}`
    default:
      return `${task.of.approval}/${task.what}`
  }
}
