import {
  type Append,
  type AppendOutcome,
  anyRevision,
  type EventStore,
  type EventToAppend,
  noStream,
  type StoredEvent,
  type StoreErrorCode,
  type Subscription,
  type SubscriptionBatch,
} from './index.ts'
import type { openSqliteEventStore } from './sqlite/index.ts'

/** What the port promises to the compiler. Nothing here runs; it fails in the type check. */

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function holds<_ extends true>(): void {}

export async function callersMayRelyOn(
  store: EventStore,
  event: EventToAppend,
  stored: StoredEvent,
): Promise<void> {
  holds<Same<ReturnType<typeof openSqliteEventStore>, Promise<EventStore>>>()

  // Literals, `as const` data and mutable arrays are all accepted: inputs are read-only.
  await store.append([{ stream: 's', expectedRevision: noStream, events: [event] }])
  await store.append([{ stream: 's', expectedRevision: anyRevision, events: [event] }] as const)
  const appends: Append[] = []
  const outcomes = await store.append(appends)
  holds<Same<typeof outcomes, readonly AppendOutcome[]>>()

  // What was read can be appended again, e.g. by an import.
  const again: EventToAppend = stored
  await store.append([{ stream: stored.stream, expectedRevision: stored.revision - 1, events: [again] }])

  // Every option but a subscription's position may be left out.
  await store.readStream('s')
  await store.readAll()
  const subscription = store.subscribe({ after: 0 })
  holds<Same<typeof subscription, Subscription>>()
  for await (const batch of subscription) holds<Same<typeof batch, SubscriptionBatch>>()
}

export function outcomesAreToldApartByStatus(outcome: AppendOutcome): number {
  // @ts-expect-error a conflict has no position
  void outcome.position
  switch (outcome.status) {
    case 'appended':
      // @ts-expect-error what was appended conflicts with nothing
      void outcome.actualRevision
      return outcome.position
    case 'conflict':
      return outcome.actualRevision
  }
}

export function mistakesAreRefused(store: EventStore, stored: StoredEvent, code: StoreErrorCode): void {
  // @ts-expect-error an append states the revision it expects
  void store.append([{ stream: 's', events: [] }])
  // @ts-expect-error only 'any' is a word for a revision
  void store.append([{ stream: 's', expectedRevision: 'latest', events: [] }])
  // @ts-expect-error data is bytes
  void store.append([{ stream: 's', expectedRevision: 0, events: [{ id: '', type: '', data: 'text' }] }])
  // @ts-expect-error a subscription starts somewhere
  void store.subscribe({})
  // @ts-expect-error what is stored does not change
  stored.revision = 2
  // @ts-expect-error a conflict is an outcome, not an error
  void (code === 'YB_STORE_CONFLICT')
}
