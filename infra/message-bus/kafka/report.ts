import type { ConsumerOptions } from '../message-bus.ts'
import type { BusLogger } from './options.ts'

/** Tells a consumer's `onError`, or the log where it has none or where it throws. Never throws. */
export function reporter({ group, onError }: ConsumerOptions, logger: BusLogger): (error: unknown) => void {
  return (error) => {
    const fields = { err: error, group }
    try {
      if (onError !== undefined) onError(error)
      else logger.error(fields, 'a consumer met a fault and goes on')
    } catch (fault) {
      logger.error({ ...fields, err: fault }, 'a consumer could not report a fault')
    }
  }
}
