import type { EventStore } from '@yibiao/event-store'
import { decodeEvent } from '@yibiao/schemas'

/** Which history a store holds, and in which epoch: `<history>/<epoch>`, or empty when none has been opened in it. */
export async function historyIdentity(store: EventStore): Promise<string> {
  const [last] = await store.readStream('history', { direction: 'backwards', limit: 1 })
  if (last === undefined) return ''
  const { history, epoch } = decodeEvent<{ history: string; epoch: number }>(last).data
  return `${history}/${epoch}`
}

/** Whether two identities are of the same history, whatever the epoch. A history not opened yet is any. */
export const isSameHistory = (one: string, other: string): boolean =>
  one === '' || other === '' || one.slice(0, one.lastIndexOf('/')) === other.slice(0, other.lastIndexOf('/'))
