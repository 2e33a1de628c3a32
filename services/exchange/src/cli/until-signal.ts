import { exitCodes, type Output } from './output.ts'
import { text } from './text.ts'

/**
 * Milliseconds that a stop may take before the process ends all the same: longer than the gateway waits for its requests.
 * What is accepted is durable by then.
 */
export const stopDeadline = 15_000

const texts = {
  stopping: text('正在停止 …', 'stopping …'),
  stopped: text('已停止。', 'stopped.'),
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Until the process is told to end, or nobody reads any more. */
export function untilSignal(ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const once = () => {
      for (const signal of signals) process.off(signal, once)
      ended.removeEventListener('abort', once)
      resolve()
    }
    for (const signal of signals) process.on(signal, once)
    ended.addEventListener('abort', once, { once: true })
    if (ended.aborted) once()
  })
}

/** Stops, and says so; ends the process when that takes longer than `stopDeadline`. */
export async function stopInTime(output: Output, stop: () => Promise<void>): Promise<void> {
  if (!output.json) output.line(output.say(texts.stopping))
  const deadline = setTimeout(() => process.exit(exitCodes.refused), stopDeadline)
  deadline.unref()
  await stop()
  clearTimeout(deadline)
  if (!output.json) output.line(output.say(texts.stopped))
}
