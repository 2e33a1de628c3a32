import { createRequire } from 'node:module'

interface RequestQueue {
  throttledUntil: number
  throttleCheckTimeoutId: NodeJS.Timeout | null
  readonly pending: readonly unknown[]
  checkPendingRequests(): void
}

/** Milliseconds between two looks at requests that wait for others to be answered; kafkajs's own figure. */
const pendingInterval = 10

const mended = Symbol.for('yibiao.kafkajs-1751')

/**
 * kafkajs's issue 1751: behind every answer its request queue sets a timer for the end of a throttling that is not in
 * force, with a delay of about minus the time since 1970. Node 24 prints a TimeoutNegativeWarning for that. The timer is
 * of no use either, so it is set only where something waits. Nothing is done to process warnings: any other is seen.
 */
export function mendRequestQueue(): void {
  const require = createRequire(import.meta.url)
  const { prototype } = require('kafkajs/src/network/requestQueue') as {
    prototype: Record<PropertyKey, unknown>
  }
  if (prototype[mended] === true) return
  prototype[mended] = true
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.throttleCheckTimeoutId !== null || this.pending.length === 0) return
    const throttled = this.throttledUntil - Date.now()
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null
        this.checkPendingRequests()
      },
      throttled > 0 ? throttled : pendingInterval,
    )
  }
}
