import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Asks until there is an answer that will do; rejects when there is nobody left to give one. */
export async function answerOf(
  address: string,
  child: ChildProcess,
  willDo: (answer: Response) => boolean = () => true,
): Promise<Response> {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer !== undefined && willDo(answer)) return answer
    await pause(100)
  }
  throw new Error(`ended with ${child.exitCode ?? child.signalCode}: ${child.stderr?.read()}`)
}
