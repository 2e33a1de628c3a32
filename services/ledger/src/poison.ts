import type { BusMessage } from '@yibiao/message-bus'
import type { Logger } from '@yibiao/telemetry'
import { digestOf } from './recording.ts'

export interface IsolatingOptions {
  /** Takes a batch; durable when resolved, nothing half done when rejected. */
  run(messages: readonly BusMessage[]): Promise<void>
  /** Puts a message that cannot be dealt with on record. */
  refuse(message: BusMessage, reference: string): Promise<void>
  readonly logger: Logger
}

/**
 * Takes a batch; where it breaks because of something in it, its messages are taken one by one, and the one that breaks
 * the ledger even alone is refused with its bytes on record. Without this a single message would be delivered again for
 * ever and hold up everybody behind it. Faults of the engines are thrown: the batch comes again.
 */
export function isolating({ run, refuse, logger }: IsolatingOptions) {
  return async (messages: readonly BusMessage[]): Promise<void> => {
    try {
      await run(messages)
    } catch (error) {
      if (!isOfTheMessages(error)) throw error
      for (const message of messages) await alone(message)
    }
  }

  async function alone(message: BusMessage): Promise<void> {
    try {
      await run([message])
    } catch (error) {
      if (!isOfTheMessages(error)) throw error
      const reference = digestOf(message.value).slice(0, 16)
      logger.error({ err: error, reference }, 'ledger: a message could not be dealt with and is refused')
      await refuse(message, reference)
    }
  }
}

/** A fault that the same message would bring about again: a call the store does not allow, a value nobody expected. */
const isOfTheMessages = (error: unknown): boolean =>
  (error as { readonly code?: unknown }).code === 'YB_STORE_USAGE' ||
  error instanceof TypeError ||
  error instanceof RangeError
