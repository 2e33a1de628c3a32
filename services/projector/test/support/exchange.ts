import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@yibiao/database'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import { anyRevision, type EventStore } from '@yibiao/event-store'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import type { MessageBus } from '@yibiao/message-bus'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { type OneFormReferences, openReadModel, type ReadModel } from '@yibiao/projections'
import { createProjector, type Projector, type ProjectorOptions } from '@yibiao/projector'
import {
  type EventToRecord,
  encodeEvent,
  inboundTopic,
  type Message,
  type RecordedEvent,
  recordStream,
} from '@yibiao/schemas'
import { createMetrics, type Logger, silentLogger, systemClock } from '@yibiao/telemetry'

export const operatorTopic = inboundTopic('OPERATOR')

export const references: OneFormReferences & { apply(event: RecordedEvent): void } = {
  apply: () => undefined,
  at: () => ({
    matrix: { ownerOf: () => 'AMR' },
    participants: { columnsOf: (participant) => [participant.split('-')[0] as string] },
  }),
}

interface Test {
  teardown(work: () => unknown): void
}

export function newFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-projector-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Everything that a projector stands on, in one folder, and the projector itself. */
export interface Exchange {
  readonly store: EventStore
  readonly database: Database
  readonly bus: MessageBus
  readonly model: ReadModel
  readonly projector: Projector
  close(): Promise<void>
}

export async function openExchange(folder: string, more: Partial<ProjectorOptions> = {}): Promise<Exchange> {
  const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
  const database = await openSqliteDatabase({ path: join(folder, 'read.db') })
  const bus = await openEmbeddedBus({ path: join(folder, 'bus') })
  await bus.provision([{ name: operatorTopic, partitions: 1 }])
  const model = openReadModel(database)
  const logger: Logger = silentLogger()
  const parts = { store, database, bus, logger, clock: systemClock, metrics: createMetrics(), references }
  const projector = createProjector({ ...parts, ...more })
  return {
    store,
    database,
    bus,
    model,
    projector,
    close: async () => {
      await projector.stop()
      model.close()
      await bus.close()
      await database.close()
      await store.close()
    },
  }
}

let made = 0

function event(
  subject: string,
  name: string,
  data: unknown,
  more: Partial<EventToRecord> = {},
): EventToRecord {
  made += 1
  const time = new Date(Date.UTC(2026, 8, 24) + made * 1000).toISOString()
  return {
    specversion: '1.0',
    id: `00000000-0000-5000-8000-${process.pid.toString(16).padStart(6, '0')}${made.toString(16).padStart(6, '0')}`,
    source: '/participants/PAB',
    type: `yibiao.${name}.v1`,
    subject,
    time,
    authtype: 'applicant',
    authid: 'acct-1',
    recordedtime: time,
    data,
    ...more,
  }
}

async function append(store: EventStore, stream: string, events: readonly EventToRecord[]): Promise<number> {
  const outcomes = await store.append(
    events.map((one) => ({
      stream,
      expectedRevision: anyRevision,
      events: [{ id: one.id, type: one.type, data: encodeEvent(one) }],
    })),
  )
  const last = outcomes.at(-1)
  if (last?.status !== 'appended') throw new Error('not appended')
  return last.position
}

/** Files a record; gives the position. */
export const file = (store: EventStore, record: string, name = `吉林市${record}有限公司`): Promise<number> =>
  append(store, recordStream(record), [
    event(
      record,
      'filing.submitted',
      { process: 'company-setup', form: { name: { full: name } } },
      { filing: `F${record}` },
    ),
  ])

/** An operator asks for something. */
export const request = (store: EventStore, operation: string, kind: string, plan: object): Promise<number> =>
  append(store, 'operations', [
    event('operations', 'operation.requested', { operation, kind, reason: '检查', plan }),
  ])

/** What has been told on the operator's topic. */
export async function told(bus: MessageBus): Promise<readonly Message<Completed>[]> {
  const messages = await bus.read(operatorTopic, 0, 0, 1_000)
  return messages.map((message) => JSON.parse(message.value.toString()) as Message<Completed>)
}

export interface Completed {
  readonly operation: string
  readonly outcome: string
  readonly result: Readonly<Record<string, unknown>>
}

/** Waits for the completion of an operation, records it as the ledger would, and gives it. */
export async function completed({ bus, store }: Exchange, operation: string): Promise<Completed> {
  const found = Promise.withResolvers<Completed>()
  const consumer = await bus.consume({
    group: `wait-${operation}-${made}`,
    topics: [operatorTopic],
    onBatch: async (messages) => {
      for (const message of messages) {
        const { data } = JSON.parse(message.value.toString()) as Message<Completed>
        if (data.operation === operation) found.resolve(data)
      }
    },
  })
  const data = await found.promise
  await consumer.stop()
  await append(store, 'operations', [event('operations', 'operation.completed', data)])
  return data
}
