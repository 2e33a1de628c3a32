/** A thread beside the measured one that makes filings and publishes them wave by wave, each wave when it is told. */
import { parentPort, workerData } from 'node:worker_threads'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { loadReferences } from '@yibiao/projections'
import { shippedReference } from '@yibiao/schemas'
import { type Filing, makeFiling } from './workload.ts'

export interface PublisherData {
  readonly store: string
  readonly bus: string
  readonly principal: string
}

export type PublisherTask =
  /** Makes the filings of these seeds; answers how many waves they have. */
  | { readonly do: 'make'; readonly from: number; readonly count: number }
  /** Publishes one wave of what was made; answers how many messages that was, once they are durable. */
  | { readonly do: 'publish'; readonly wave: number }
  | { readonly do: 'end' }

export interface PublisherAnswer {
  readonly waves: number
  readonly messages: number
  readonly bytes: number
}

/** Messages of one call of `publish`. */
const perCall = 1_000

if (parentPort !== null) await serve(parentPort, workerData as PublisherData)

async function serve(port: NonNullable<typeof parentPort>, data: PublisherData): Promise<void> {
  const store = await openSqliteEventStore({ path: data.store })
  const processes = shippedReference().processes.map(({ content }) => content.process)
  const references = (await loadReferences(store, processes)).current()
  await store.close()
  const bus = await openEmbeddedBus({ path: data.bus })
  let made: readonly Filing[] = []
  port.on('message', async (task: PublisherTask) => {
    if (task.do === 'make') {
      const time = new Date().toISOString()
      made = Array.from({ length: task.count }, (_, index) =>
        makeFiling(task.from + index, { references, principal: data.principal, time }),
      )
      const waves = Math.max(...made.map((filing) => filing.waves.length))
      port.postMessage({ waves, messages: 0, bytes: 0 } satisfies PublisherAnswer)
    } else if (task.do === 'publish') {
      const messages = made.flatMap((filing) => filing.waves[task.wave] ?? [])
      for (let from = 0; from < messages.length; from += perCall)
        await bus.publish(messages.slice(from, from + perCall))
      const bytes = messages.reduce((sum, { value }) => sum + value.byteLength, 0)
      port.postMessage({ waves: 0, messages: messages.length, bytes } satisfies PublisherAnswer)
    } else {
      await bus.close()
      port.close()
    }
  })
}
