import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import type {
  Append,
  AppendOutcome,
  EventStore,
  EventToAppend,
  StoredEvent,
  Subscription,
} from '../event-store.ts'

/** A store to be proved, and what only its adapter's tests know how to do with it. */
export interface StoreUnderTest {
  readonly store: EventStore
  /** Closes the store and opens the same data anew. */
  reopen(): Promise<EventStore>
  /** Opens the data as a process finds it that starts after this one was killed at this moment. */
  crash?(): Promise<EventStore>
  /** Opens the same data a second time, beside `store`: from another thread, process or machine, as the engine allows. */
  another?(): Promise<EventStore>
  /** Closes everything that the above opened and removes what can be removed. */
  destroy(): Promise<void>
}

export interface ContractOptions {
  /** The adapter's name in the test report. */
  readonly name: string
  /** Called once a section. The store may hold anything: the suite uses names of its own and looks at no others. */
  readonly open: () => Promise<StoreUnderTest>
  /** Random histories compared with the model. Default 60; fewer for an engine behind a network. */
  readonly histories?: number
}

export type Section = (t: Test, options: ContractOptions) => Promise<void>

export type Appended = Extract<AppendOutcome, { status: 'appended' }>

/** Opens a store for a section and destroys it afterwards. */
export async function openFor(t: Test, options: ContractOptions): Promise<StoreUnderTest> {
  const underTest = await options.open()
  t.teardown(() => underTest.destroy())
  return underTest
}

/** A stream name that no other test, and no earlier run, has used. */
export function newStream(): string {
  return `contract-${randomUUID()}`
}

export function newEvent(
  content: string | Uint8Array = '{"name":"一表"}',
  type = 'yibiao.contract.tested.v1',
) {
  const data = typeof content === 'string' ? Buffer.from(content) : content
  return { id: randomUUID(), type, data } satisfies EventToAppend
}

export function newEvents(count: number): EventToAppend[] {
  return Array.from({ length: count }, (_, index) => newEvent(`{"number":${index}}`))
}

export async function appendOne(store: EventStore, append: Append): Promise<AppendOutcome> {
  const outcomes = await store.append([append])
  if (outcomes.length !== 1) throw new Error(`one append was answered with ${outcomes.length} outcomes`)
  return outcomes[0] as AppendOutcome
}

/** Appends where a conflict would be a fault of the test or the store. */
export async function mustAppend(
  store: EventStore,
  stream: string,
  expectedRevision: Append['expectedRevision'],
  events: readonly EventToAppend[],
): Promise<Appended> {
  const outcome = await appendOne(store, { stream, expectedRevision, events })
  if (outcome.status === 'conflict') throw new Error(`a conflict at revision ${outcome.actualRevision}`)
  return outcome
}

/** Everything of an event but its position, comparable by `strictSame` whatever kind of Buffer holds the data. */
export function content(event: StoredEvent): object {
  const { stream, revision, id, type, data } = event
  return { stream, revision, id, type, data: Buffer.from(data).toString('base64') }
}

/** What a stream must hold after these events were appended to it when it had none. */
export function asStored(stream: string, events: readonly EventToAppend[], firstRevision = 1): object[] {
  return events.map(({ id, type, data }, index) => ({
    stream,
    revision: firstRevision + index,
    id,
    type,
    data: Buffer.from(data).toString('base64'),
  }))
}

/** Fails unless the stream holds exactly these events. */
export async function holds(
  t: Test,
  store: EventStore,
  stream: string,
  events: readonly EventToAppend[],
): Promise<void> {
  const stored = await store.readStream(stream, { limit: 10_000 })
  t.strictSame(stored.map(content), asStored(stream, events), 'the stream holds exactly what was appended')
}

/** All events of these streams after a position, by paging through `readAll`. */
export async function readOwn(
  store: EventStore,
  streams: readonly string[],
  after: number,
  limit = 1_000,
): Promise<StoredEvent[]> {
  const own = new Set(streams)
  const found: StoredEvent[] = []
  for (let position = after; ; ) {
    const page = await store.readAll({ after: position, limit })
    found.push(...page.filter((event) => own.has(event.stream)))
    if (page.length < limit) return found
    position = page.at(-1)?.position ?? position
  }
}

/** Reads a subscription until it has shown this many events of these streams. */
export async function take(
  subscription: Subscription,
  streams: readonly string[],
  count: number,
): Promise<StoredEvent[]> {
  const own = new Set(streams)
  const found: StoredEvent[] = []
  while (found.length < count) {
    const { done, value } = await subscription.next()
    if (done) throw new Error(`the subscription ended after ${found.length} of ${count} events`)
    found.push(...value.events.filter((event: StoredEvent) => own.has(event.stream)))
  }
  return found
}

/** Reads a subscription until it says that it has caught up; returns what it showed of these streams. */
export async function takeUntilCaughtUp(
  subscription: Subscription,
  streams: readonly string[],
): Promise<StoredEvent[]> {
  const own = new Set(streams)
  const found: StoredEvent[] = []
  for (;;) {
    const { done, value } = await subscription.next()
    if (done) throw new Error('the subscription ended before it had caught up')
    found.push(...value.events.filter((event: StoredEvent) => own.has(event.stream)))
    if (value.caughtUp) return found
  }
}

/** Fails unless positions ascend strictly. */
export function ascending(t: Test, events: readonly StoredEvent[]): void {
  const wrong = events.findIndex((event, index) => index > 0 && event.position <= events[index - 1]!.position)
  t.equal(wrong, -1, 'positions ascend strictly')
}

/** Fails unless the call is refused with this code. */
export async function refuses(t: Test, call: () => unknown, code: string, what: string): Promise<void> {
  await t.rejects(async () => await call(), { code, name: 'StoreError' }, what)
}
