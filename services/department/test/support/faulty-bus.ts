import { BusError, type MessageBus } from '@yibiao/message-bus'

/** A real bus whose `publish` can be made to fail. */
export interface FaultyBus {
  readonly bus: MessageBus
  /** Fails the following calls with this code until it is undefined. */
  fault: 'YB_BUS_UNAVAILABLE' | 'YB_BUS_FORBIDDEN' | undefined
  /** How many messages each call was given. */
  readonly calls: number[]
}

export function faultyBus(real: MessageBus): FaultyBus {
  const faulty: FaultyBus = { bus: undefined as unknown as MessageBus, fault: undefined, calls: [] }
  const bus: MessageBus = {
    capabilities: real.capabilities,
    provision: (topics) => real.provision(topics),
    consume: (options) => real.consume(options),
    read: (...args) => real.read(...args),
    offsets: (...args) => real.offsets(...args),
    derive: (...args) => real.derive(...args),
    close: () => real.close(),
    publish: async (messages) => {
      faulty.calls.push(messages.length)
      if (faulty.fault !== undefined) throw new BusError(faulty.fault, 'The test says so.')
      return real.publish(messages)
    },
  }
  return Object.assign(faulty, { bus })
}
