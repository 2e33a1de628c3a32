import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@yibiao/database'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import type { EventStore } from '@yibiao/event-store'
import { anyRevision } from '@yibiao/event-store'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { type EventToRecord, encodeEvent, exchangeSource, sourceOf } from '@yibiao/schemas'
import { type Random, seeded } from './random.ts'
import { type Happening, RecordLife, uuidOf } from './record-life.ts'

interface Test {
  teardown(work: () => unknown): void
}

/** A folder of its own that goes away with the test. */
export function newFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-projections-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real store and a real read database in a folder of their own. */
export async function openBoth(
  t: Test,
  folder = newFolder(t),
): Promise<{ store: EventStore; database: Database }> {
  const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
  const database = await openSqliteDatabase({ path: join(folder, 'read.db') })
  t.teardown(async () => {
    await database.close()
    await store.close()
  })
  return { store, database }
}

/** The lives of `count` records, cut up and mixed as they would come in. */
export function randomHistory(seed: number, count: number, eventsEach: number): readonly Happening[] {
  const random = seeded(seed)
  const lives = Array.from({ length: count }, (_, index) => {
    const life = new RecordLife(`R${seed}X${index}`, random)
    life.submit()
    for (let event = 0; event < eventsEach; event += 1) {
      if (event === 4) life.register(`9122020${100 + index}PDY${random.below(99)}`)
      else life.anything()
    }
    if (random.below(2) === 0) life.finish()
    return life.happenings
  })
  return [...mix(lives, random), ...feedHappenings(random), ...operationHappenings(random)]
}

function* mix(lives: readonly (readonly Happening[])[], random: Random): Generator<Happening> {
  const next = lives.map(() => 0)
  const open = lives.map((_, index) => index)
  while (open.length > 0) {
    const slot = random.below(open.length)
    const life = open[slot] as number
    const at = next[life] as number
    yield (lives[life] as readonly Happening[])[at] as Happening
    next[life] = at + 1
    if (at + 1 === lives[life]?.length) open.splice(slot, 1)
  }
}

/** An event outside a record. */
export function happening(
  stream: string,
  name: string,
  data: unknown,
  more: { number: number; source?: string; subject?: string },
): Happening {
  const time = new Date(Date.UTC(2026, 8, 25) + more.number * 1000).toISOString()
  const event: EventToRecord = {
    specversion: '1.0',
    id: uuidOf(stream, more.number),
    source: more.source ?? exchangeSource,
    type: `yibiao.${name}.v1`,
    subject: more.subject ?? stream,
    time,
    authtype: 'system',
    authid: 'acct-1',
    recordedtime: time,
    data,
  }
  return { stream, event }
}

function* feedHappenings(random: Random): Generator<Happening> {
  for (let number = 1; number <= 12; number += 1) {
    const participant = random.pick(['TAX', 'PSB'])
    const digest = String(number).padStart(64, '0')
    const delivered = { first: number, last: number, position: number, digest, matrixVersion: 1 }
    yield happening(`deliveries-${participant}`, 'delivery.recorded', delivered, {
      number,
      subject: participant,
    })
    const source = sourceOf(participant)
    const data = { sequence: number, digest, stage: random.pick(['received', 'applied']) }
    yield happening(`receipts-${participant}`, 'feed.acknowledged', data, { number: 100 + number, source })
    const rejected = { sequence: number, reason: '无法识别' }
    if (number % 3 === 0)
      yield happening(`receipts-${participant}`, 'feed.rejected', rejected, { number: 200 + number, source })
  }
}

function* operationHappenings(random: Random): Generator<Happening> {
  for (let number = 1; number <= 3; number += 1) {
    const data = { operation: `O${number}`, kind: 'replay', reason: 'r', plan: { participant: 'TAX' } }
    yield happening('operations', 'operation.requested', data, { number })
    if (random.below(2) === 0)
      yield happening(
        'operations',
        'operation.completed',
        { operation: `O${number}`, outcome: 'done', result: {} },
        { number: 50 + number },
      )
  }
}

/** Appends in the given order. */
export async function append(store: EventStore, happenings: readonly Happening[]): Promise<void> {
  for (let from = 0; from < happenings.length; from += 500)
    await store.append(
      happenings.slice(from, from + 500).map(({ stream, event }) => ({
        stream,
        expectedRevision: anyRevision,
        events: [{ id: event.id, type: event.type, data: encodeEvent(event) }],
      })),
    )
}
