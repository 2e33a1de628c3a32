import { legalDateOf, type RecordedEvent } from '@yibiao/schemas'
import { evolve } from './evolve.ts'
import { protectedUntil } from './names.ts'
import { initialState } from './state.ts'

/** A name that a record bore until an event took it away. */
export interface NameGivenUp {
  readonly name: string
  /** The last day of its protection. */
  readonly until: string
  /** Of the event, in the whole history. */
  readonly position: number
}

const endsName: ReadonlySet<string> = new Set([
  'yibiao.change.registered.v1',
  'yibiao.enterprise.deregistered.v1',
])

/** The names that a record gave up by its deregistration or a registered change, oldest first (企业名称登记管理规定 17). */
export function namesGivenUp(record: string, events: readonly RecordedEvent[]): readonly NameGivenUp[] {
  if (!events.some(({ type }) => endsName.has(type))) return []
  const state = initialState(record)
  return events.flatMap((event) => {
    const { name } = state
    evolve(state, event)
    if (name === undefined || name === state.name || !endsName.has(event.type)) return []
    const on = legalDateOf(event.receivedtime ?? event.recordedtime)
    return [{ name, until: protectedUntil(on), position: event.position }]
  })
}
