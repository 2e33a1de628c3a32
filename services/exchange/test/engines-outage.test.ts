import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EngineMissingError } from '@yibiao/engines/kafka'
import { makeForm } from '@yibiao/schemas'
import t, { type Test } from 'tap'
import { auditCluster } from './fixtures/cluster/audit.ts'
import { Cluster } from './fixtures/cluster/cluster.ts'
import { Load, loadKey } from './fixtures/cluster/load.ts'
import type { Part } from './fixtures/cluster/role-process.ts'
import { drain } from './fixtures/cluster/soak.ts'
import { submit, untilEnded } from './fixtures/filings.ts'

/**
 * One exchange as processes on real engines, to which one thing after another happens while filings come in; at the end
 * everything is proved at once. Times are those of a machine that has other work to do.
 */
t.setTimeout(500_000)

/** Milliseconds that an engine is away. */
const outage = 5_000
/** Milliseconds in which readiness must say that an engine is away. */
const noticed = 30_000
/** MiB by which a process may grow while an engine is away. */
const growth = 120
/** Milliseconds in which a process that was told to stop must have ended by itself. */
const stopDeadline = 15_000

const folder = mkdtempSync(join(tmpdir(), 'yibiao-outage-'))
const opened = await open()
const skip = 'skip' in opened ? opened.skip : false
const cluster = 'skip' in opened ? undefined! : opened
t.teardown(async () => {
  if (cluster !== undefined) await cluster.destroy()
  if (t.passing()) rmSync(folder, { recursive: true, force: true })
  else t.comment(`logs are in ${folder}`)
})

async function open(): Promise<Cluster | { readonly skip: string }> {
  try {
    return await Cluster.open({ folder })
  } catch (error) {
    if (!(error instanceof EngineMissingError) || process.env.CI) throw error
    return { skip: `needs ${error.needs}: ${error.message}` }
  }
}

const accepted: string[] = []
let first = 0

/** Filings come in while something happens; none of them may get a wrong answer. */
async function underLoad(t: Test, happening: (load: Load) => Promise<void>): Promise<void> {
  const load = new Load({ address: cluster.address, interval: 1_500, lanes: 2, first })
  load.start()
  try {
    await load.untilAccepted()
    await happening(load)
    await load.untilAccepted()
    await load.stop()
  } finally {
    load.abandon()
    accepted.push(...load.accepted)
    first += load.accepted.length
  }
  t.same(load.findings, [])
  t.comment(JSON.stringify(load.figures))
}

const gatewayParts = async (): Promise<readonly Part[]> => (await cluster.roles.gateway[0]?.parts()) ?? []

const memory = () => cluster.processes.map((one) => [one.name, one.memory()] as const)

/** An engine goes away under load and comes back. */
async function goesAway(t: Test, engine: 'kafka' | 'postgres', parts: readonly string[]): Promise<void> {
  await underLoad(t, async () => {
    const before = new Map(memory())
    const began = Date.now()
    await cluster[engine].kill()
    const failing = async () => (await gatewayParts()).filter(({ ready }) => !ready)
    while ((await failing()).length === 0) {
      if (Date.now() - began > noticed) throw new Error(`after ${noticed} ms readiness names nothing`)
      await pause(50)
    }
    const found = await failing()
    for (const part of parts) {
      const one = found.find((each) => each.part === part)
      t.match(one, { ready: false, error: String }, `readiness names the ${part}`)
      t.ok(Date.parse(one?.since ?? '') >= began - 1_000, 'and since when')
    }
    const left = outage - (Date.now() - began)
    if (left > 0) await pause(left)
    for (const [name, after] of memory())
      t.ok(after - (before.get(name) ?? 0) < growth, `${name} has ${before.get(name)}, then ${after} MiB`)
    const restarted = performance.now()
    await cluster[engine].restart()
    await cluster.untilReady()
    t.comment(`all ready ${Math.round(performance.now() - restarted)} ms after ${engine} was started`)
    t.same(
      cluster.processes.flatMap(({ name, ended }) => ended.map((code) => `${name} ended with ${code}`)),
      [],
      'no process ended',
    )
  })
}

t.test('processes on engines', { skip }, async (t) => {
  await cluster.start()

  /** One part. What follows one that failed would only wait for what that left behind. */
  const part = (name: string, work: (t: Test) => Promise<void>) =>
    t.test(name, { skip: t.passing() ? false : 'a part before it failed' }, work)

  await part('Kafka cannot be reached for a while', (t) => goesAway(t, 'kafka', ['message-bus']))

  await part('PostgreSQL cannot be reached for a while', (t) =>
    goesAway(t, 'postgres', ['event-store', 'read-database']),
  )

  await part('a relay stands still past its lease and goes on when another has taken over', async (t) => {
    // Whichever of the two sends, one of the rounds stops the one that does.
    for (const relay of cluster.roles.relay) {
      relay.freeze()
      try {
        const { filing } = await submit(cluster.address, loadKey(first), makeForm(first))
        t.type(filing, 'string')
        accepted.push(filing as string)
        first += 1
        await untilEnded(cluster.address, [filing as string], undefined, 60)
        t.pass(`without ${relay.name} a filing is completed: every department has its feed`)
      } finally {
        // Who stands still cannot be told to stop.
        relay.resume()
      }
      await relay.untilReady()
    }
  })

  await part('a role that is told to stop under load ends in time and without a loss', async (t) => {
    await underLoad(t, async () => {
      for (const kind of ['ledger', 'relay', 'projector', 'department', 'gateway'] as const) {
        const one = cluster.roles[kind][0]
        if (one === undefined) continue
        const began = performance.now()
        t.equal(await one.terminate(), 0, `${one.name} ends with 0`)
        const took = Math.round(performance.now() - began)
        t.ok(took < stopDeadline, `${one.name} ended after ${took} ms`)
        one.start()
      }
      await cluster.untilReady()
    })
  })

  await part('at the end nothing is lost and nothing was done twice', async (t) => {
    t.same(await drain(cluster, accepted), [])
    const audit = await auditCluster(cluster, accepted)
    t.same(audit.findings, [])
    t.equal(audit.outcomes.COMPLETED, accepted.length, 'each accepted filing was completed once')
    t.comment(`${audit.events} events, ${audit.repeatedOnTopics} feed messages came twice`)
  })
})
