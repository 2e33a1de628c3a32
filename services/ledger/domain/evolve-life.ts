import { flagsAfter, registryStatusSet } from '@yibiao/projections'
import type { FoldedEvent } from './folded-event.ts'
import type { RecordState } from './state.ts'

/** After these the name is anybody's. */
const freesName: ReadonlySet<string> = new Set([
  'yibiao.enterprise.deregistered.v1',
  'yibiao.migration.completed.v1',
])

/** Folds what an event makes of the record as a whole: its registry status, and what goes on beside it. */
export function evolveLife(state: RecordState, event: FoldedEvent): void {
  const { id, type } = event
  state.flags = flagsAfter(state.flags, event)
  const status = registryStatusSet(event)
  if (status === undefined) return
  if (type === 'yibiao.registration.rescinded.v1') state.rescission = { event: id, before: state.status }
  if (type === 'yibiao.rescission.reversed.v1') state.rescission = undefined
  if (freesName.has(type)) state.name = undefined
  state.status = status
}
