import type { Consumer, MessageBus } from '@yibiao/message-bus'
import { feedTopic } from '@yibiao/schemas'
import type { SimulatedDepartment } from './department.ts'
import { Signal } from './signal.ts'

interface Reading {
  readonly department: SimulatedDepartment
  readonly group: string
  readonly topic: string
  readonly received: Signal
  consumer: Consumer | undefined
}

/** The departments at their feeds: each a consumer of its own on the bus, with a place of its own. */
export class FeedReading {
  readonly #bus: MessageBus
  readonly #readings: ReadonlyMap<string, Reading>

  constructor(bus: MessageBus, departments: readonly SimulatedDepartment[]) {
    this.#bus = bus
    this.#readings = new Map(
      departments.map((department) => {
        const { code } = department
        const place = { group: `city-${code}`, topic: feedTopic(code), received: new Signal() }
        return [code, { department, ...place, consumer: undefined }]
      }),
    )
  }

  async start(): Promise<void> {
    for (const code of this.#readings.keys()) await this.comeBack(code)
  }

  reads(code: string): boolean {
    return this.#of(code).consumer !== undefined
  }

  /** The department reads no more. */
  async leave(code: string): Promise<void> {
    const reading = this.#of(code)
    await reading.consumer?.stop()
    reading.consumer = undefined
  }

  /** It reads on from where it was. */
  async comeBack(code: string): Promise<void> {
    const reading = this.#of(code)
    const { department, group, topic, received } = reading
    reading.consumer = await this.#bus.consume({
      group,
      topics: [topic],
      async onBatch(messages) {
        department.take(messages)
        received.set(department.received.sequence)
      },
    })
  }

  /** Every department that reads has read all that is out. */
  async caughtUp(): Promise<void> {
    for (const { consumer, group, topic, received } of this.#readings.values()) {
      if (consumer === undefined) continue
      const [place] = await this.#bus.offsets(group, [topic])
      await received.reached(place?.latest ?? 0)
    }
  }

  async stop(): Promise<void> {
    for (const code of this.#readings.keys()) await this.leave(code)
  }

  #of(code: string): Reading {
    const reading = this.#readings.get(code)
    if (reading === undefined) throw new RangeError(`Nobody reads for ${code}.`)
    return reading
  }
}
