import { connect, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** An ApiVersions request of version 0, which every broker answers, with correlation id 1. */
const question = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff])

/** Resolves when a Kafka broker answers at a port of localhost. Rejects when the signal says so. */
export async function untilAnswers(port: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    if (await answers(port)) return
    // Nobody listens yet; the refusal itself comes at once.
    await delay(50, undefined, { signal })
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: 'localhost', port }, () => socket.write(question))
    const done = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(2_000, () => done(false))
    socket.once('data', () => done(true))
    socket.once('error', () => done(false))
    socket.once('end', () => done(false))
  })
}

/** Ports of localhost that are free now. Another process may take one before it is used. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports: number[] = []
  for (const server of servers) {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, 'localhost', resolve)
    })
    ports.push((server.address() as { port: number }).port)
  }
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
