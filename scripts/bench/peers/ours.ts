import { mkdirSync } from 'node:fs'
import { createLedger } from '@yibiao/ledger'
import { openReadModel } from '@yibiao/projections'
import { createProjector } from '@yibiao/projector'
import { eventIdOf, sourceOf } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import { openSystem, type System } from '../system.ts'
import type { WorkSet } from './work.ts'

/** Milliseconds that a message may take to become visible. */
const patience = 60_000

/**
 * The set's messages through bus, ledger and projector, in this process. No feeds: the peer has none. Each caller publishes a
 * message, waits until the filing board is true as of it, and goes on with the next of its filing.
 */
export async function callOurs(folder: string, { callers, warmUp, filings }: WorkSet) {
  mkdirSync(folder)
  const system = await openSystem(folder)
  const { store, bus, database, references, metrics } = system
  const common = { store, bus, references, metrics, clock: systemClock, logger: silentLogger() }
  const projector = createProjector({ ...common, database })
  await projector.start()
  const ledger = createLedger({ ...common, mode: 'sandbox', registry: '2202' })
  await ledger.start()
  const recorded = new Recorded(system)
  const readModel = openReadModel(database)
  const times: number[] = []
  let [next, counted, began] = [0, 0, performance.now()]
  const caller = async (): Promise<void> => {
    for (let filing = filings[next++]; filing !== undefined; filing = filings[next++])
      for (const message of filing.messages) {
        const from = performance.now()
        const position = recorded.of(eventIdOf(sourceOf(message.participant), message.id, 0))
        await bus.publish([message])
        const isVisible = await readModel.waitFor(await position, patience, 'filing-board')
        if (!isVisible) throw new Error(`${message.id} has not become visible`)
        counted += 1
        if (counted === warmUp) began = performance.now()
        if (counted > warmUp) times.push(performance.now() - from)
      }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const seconds = (performance.now() - began) / 1_000
  readModel.close()
  await recorded.stop()
  for (const role of [ledger, projector]) await role.stop()
  await system.close()
  return { callers, seconds, times }
}

/** The positions of events, as they are recorded. */
class Recorded {
  readonly #awaited = new Map<string, (position: number) => void>()
  readonly #stopping = new AbortController()
  readonly #following: Promise<void>

  constructor({ store }: System) {
    this.#following = this.#follow(store)
  }

  of(id: string): Promise<number> {
    return new Promise((resolve) => this.#awaited.set(id, resolve))
  }

  stop(): Promise<void> {
    this.#stopping.abort()
    return this.#following
  }

  async #follow(store: System['store']): Promise<void> {
    for await (const { events } of store.subscribe({ after: 0, signal: this.#stopping.signal }))
      for (const { id, position } of events) {
        this.#awaited.get(id)?.(position)
        this.#awaited.delete(id)
      }
  }
}
