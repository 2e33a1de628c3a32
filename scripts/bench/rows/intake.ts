import { mkdirSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { makeForm } from '@yibiao/schemas'
import { ascending, percentile } from '../numbers.ts'
import { type Outcome, type RowOptions, scaled } from '../outcome.ts'
import { startExchangeProcess } from '../process.ts'

/** At scale 1. */
export const intakeSizes = { filings: 20_000, warmUp: 1_500, connections: 50 } as const

interface Prepared {
  readonly key: string
  readonly body: Buffer
}

/**
 * Complete forms handed in over HTTP to the real process; this process makes the load. 50 connections, each sends its next
 * form when it has the answer. Only 201 counts: recorded by the ledger and sent out.
 */
export async function intake({ folder, scale, seed }: RowOptions): Promise<Outcome> {
  const data = join(folder, 'data')
  mkdirSync(data)
  const exchange = await startExchangeProcess(data)
  const warmUp = scaled(intakeSizes.warmUp, scale, 50)
  const filings = scaled(intakeSizes.filings, scale, 100)
  const bodies = Array.from({ length: warmUp + filings }, (_, index) => prepared(seed + index))
  const agent = new Agent({ keepAlive: true, maxSockets: intakeSizes.connections })
  try {
    await handIn(exchange.address, agent, bodies.slice(0, warmUp))
    const { seconds, times, statuses } = await handIn(exchange.address, agent, bodies.slice(warmUp))
    const recorded = statuses.get(201) ?? 0
    const sorted = ascending(times)
    return {
      figures: [
        { name: 'HTTP intake', value: recorded / seconds, unit: 'filings/s' },
        { name: 'p50', value: percentile(sorted, 0.5), unit: 'ms' },
        { name: 'p99', value: percentile(sorted, 0.99), unit: 'ms' },
        {
          name: 'not answered 201',
          value: filings - recorded,
          unit: 'filings',
          required: { exactly: 0 },
        },
        { name: 'peak memory of the exchange', value: exchange.peakMemory(), unit: 'MB' },
      ],
      settings: {
        filings,
        'warm-up filings': warmUp,
        connections: intakeSizes.connections,
        'bytes a form': Math.round(bodies.reduce((sum, { body }) => sum + body.length, 0) / bodies.length),
        statuses: [...statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
      },
    }
  } finally {
    agent.destroy()
    await exchange.stop()
  }
}

const prepared = (seed: number): Prepared => ({
  key: `bench-${seed}`,
  body: Buffer.from(JSON.stringify(makeForm(seed))),
})

/** Sends them all over the agent's connections. */
async function handIn(address: string, agent: Agent, bodies: readonly Prepared[]) {
  const statuses = new Map<number, number>()
  const times: number[] = []
  let next = 0
  const connection = async (): Promise<void> => {
    for (let one = bodies[next++]; one !== undefined; one = bodies[next++]) {
      const began = performance.now()
      const status = await post(address, agent, one)
      times.push(performance.now() - began)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: intakeSizes.connections }, connection))
  return { seconds: (performance.now() - began) / 1_000, times, statuses }
}

function post(address: string, agent: Agent, { key, body }: Prepared): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'idempotency-key': key,
    }
    const sending = request(`${address}/v1/filings`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
