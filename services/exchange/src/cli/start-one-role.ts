import type { Configuration } from '../configuration.ts'
import { type Alone, startAlone } from '../roles/alone.ts'
import { exitCodes, type Output } from './output.ts'
import { stopInTime, untilSignal } from './until-signal.ts'

/** One role in this process until a signal, which may come while it still waits for an engine. */
export async function startOneRole(
  configuration: Configuration,
  output: Output,
  ended: AbortSignal,
): Promise<number> {
  const began = performance.now()
  const ending = new AbortController()
  const signalled = untilSignal(ended).then(() => ending.abort())
  let alone: Alone
  try {
    alone = await startAlone(configuration, ending.signal)
  } catch (error) {
    if (ending.signal.aborted) return exitCodes.done
    throw error
  }
  const { role, address, health, identity } = alone
  if (output.json) output.data({ role, address, health, ...identity })
  else {
    const took = `${((performance.now() - began) / 1000).toFixed(1)} s`
    const name = configuration.department === '' ? role : `${role} ${configuration.department}`
    const places = [address, health].filter((one) => one !== undefined)
    output.line(
      `${output.paint('bold', '一表 Yibiao')} · ${[name, identity?.mode, ...places].filter(Boolean).join(' · ')}`,
    )
    output.line(output.lang === 'zh' ? `就绪（${took}）。` : `ready in ${took}.`)
  }
  await signalled
  await stopInTime(output, () => alone.stop())
  return exitCodes.done
}
