import type { EventStore } from '@yibiao/event-store'
import {
  compileParticipants,
  decodeEvent,
  type Participants,
  type ParticipantsContent,
  problemOf,
  shippedReference,
  YibiaoError,
} from '@yibiao/schemas'
import { createLogger, systemClock } from '@yibiao/telemetry'
import { configure, misconfigured } from '../configuration.ts'
import { isEmbedded, schemeOf } from '../engine-url.ts'
import { openEngines } from '../engines.ts'

/** The participants that a first start records. */
export const shippedParticipants = (): Participants =>
  compileParticipants(shippedReference().participants.content)

/**
 * The participants in force in a history. Throws `YB_CONFIGURATION` for a store that belongs to one process, and for a
 * history that has none on record yet.
 */
export async function recordedParticipants(store: string): Promise<Participants> {
  if (isEmbedded(store))
    throw wrongStore(
      `store：${schemeOf(store)} 只属于一个进程；请给出共享的事件库，或不给 --store。`,
      `store: ${schemeOf(store)} belongs to one process; give a store that is shared, or leave --store out.`,
    )
  const logger = createLogger({ name: 'provision', level: 'fatal' })
  const engines = await openEngines(configure({ store }), '', logger, systemClock, ['store'])
  try {
    return await lastPublished(engines.store)
  } finally {
    await engines.close()
  }
}

/** Publications only follow one another, so the last is in force. */
async function lastPublished(store: EventStore): Promise<Participants> {
  const [last] = await store.readStream('participants', { direction: 'backwards', limit: 1 })
  if (last === undefined)
    throw wrongStore(
      'store：此历史尚无接入单位；首次启动前请不给 --store，以随本版本发布的数据为准。',
      'store: no participants are on record there; before the first start leave --store out, for the shipped ones.',
    )
  return compileParticipants(decodeEvent<{ readonly content: ParticipantsContent }>(last).data.content)
}

const wrongStore = (zh: string, en: string): YibiaoError =>
  new YibiaoError(problemOf([misconfigured('store', { zh, en })]))
