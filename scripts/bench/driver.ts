/**
 * The load generator: a thread with its own connections to the engines. A filing's messages go out in their legal order, a wave
 * when all of the one before is visible. Either as fast as a bounded number of messages on the way allows, or at fixed times
 * that do not wait for the system: then a message that goes out late, because the system or this thread was late, counts from
 * the time at which it was due.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type Configuration, openEngines } from '@yibiao/exchange'
import { loadReferences } from '@yibiao/projections'
import { eventIdOf, shippedReference, sourceOf } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import { Backlog, type Sent, type Times } from './backlog.ts'
import { formOfTen, makeFiling } from './workload.ts'

/** Names the engines as the exchange does. */
export interface DriverData {
  readonly configuration: Configuration
}

export type DriverTask =
  /** Makes filings before the clock runs. */
  | { readonly do: 'prepare'; readonly messages: number; readonly seed: number }
  /** Hands in so many filings and waits until they are visible, so that decisions are waiting to be made. */
  | { readonly do: 'stock'; readonly filings: number }
  /** Closed loop: so many messages in all, so many on the way at most. */
  | { readonly do: 'sustain'; readonly messages: number; readonly onTheWay: number }
  /** Open loop: so many messages, one every so many milliseconds. */
  | { readonly do: 'pace'; readonly messages: number; readonly every: number }
  /** Event ids that have become visible, and when, on `clock`. */
  | {
      readonly do: 'visible'
      readonly ids: readonly string[]
      readonly at: readonly number[]
      /** When they were on the last feed; the view may have come later. */
      readonly onFeedsAt: readonly number[]
    }
  | { readonly do: 'end' }

export type DriverAnswer = { readonly prepared: number } | ({ readonly prepared?: undefined } & Times)

/** Milliseconds of one clock that all threads share. */
export const clock = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000

/** Messages of one call of `publish` at most. */
const perCall = 500

if (parentPort !== null) await serve(parentPort, workerData as DriverData)

async function serve(port: NonNullable<typeof parentPort>, data: DriverData): Promise<void> {
  const { configuration } = data
  const engines = await openEngines(configuration, configuration.data, silentLogger(), systemClock, [
    'store',
    'bus',
  ])
  const { store, bus } = engines
  const processes = shippedReference().processes.map(({ content }) => content.process)
  const references = (await loadReferences(store, processes)).current()
  const backlog = new Backlog()
  let nextSeed = 0
  port.on('message', (task: DriverTask) => {
    if (task.do === 'visible') backlog.visible(task)
    else if (task.do === 'prepare') {
      nextSeed ||= task.seed
      const time = new Date().toISOString()
      const options = { references, principal: 'bench-end-to-end', time, form: formOfTen }
      while (backlog.prepared < task.messages) {
        backlog.add(makeFiling(nextSeed, options), visibleAs)
        nextSeed += 1
      }
      port.postMessage({ prepared: backlog.prepared } satisfies DriverAnswer)
    } else if (task.do === 'end') void engines.close().then(() => port.close())
    else if (task.do === 'stock') void stock(task.filings)
    else void run(task)
  })

  async function stock(filings: number): Promise<void> {
    for (let left = filings; left > 0; left -= perCall) {
      const batch = backlog.takeNew(Math.min(left, perCall))
      await bus.publish(batch.map(({ message }) => message))
      await backlog.empty()
    }
    backlog.results()
    port.postMessage({ prepared: backlog.prepared } satisfies DriverAnswer)
  }

  async function run(task: Extract<DriverTask, { do: 'sustain' | 'pace' }>): Promise<void> {
    const began = clock()
    for (let sent = 0; sent < task.messages; ) {
      const [allowed, dueAt] =
        task.do === 'sustain'
          ? [task.onTheWay - backlog.onTheWay, () => clock()]
          : [
              Math.floor((clock() - began) / task.every) - sent,
              (index: number) => began + (sent + index + 1) * task.every,
            ]
      const batch = backlog.take(Math.min(allowed, perCall, task.messages - sent), dueAt)
      if (batch.length === 0) {
        await backlog.change(1)
        continue
      }
      sent += batch.length
      await bus.publish(batch.map(({ message }: Sent) => message))
    }
    await backlog.empty()
    port.postMessage(backlog.results() satisfies DriverAnswer)
  }
}

/** The event by which a message becomes visible: its own, or of a submission the routing, for only that is on the feeds. */
function visibleAs(id: string, participant: string, wave: number): string {
  return eventIdOf(sourceOf(participant), id, wave === 0 ? 1 : 0)
}
