/**
 * A department's process that is to be killed: `node crash-scenario.ts <folder> <scenario>`. It opens the bus and the
 * store of the folder, works, prints what it is at and, where the scenario says so, hangs there for ever.
 */

import { join } from 'node:path'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { silentLogger } from '@yibiao/telemetry'
import { startReferenceSystem } from '../../reference-systems/index.ts'
import { departmentOf } from './crash-department.ts'

const [folder = '', scenario = ''] = process.argv.slice(2)
const bus = await openEmbeddedBus({ path: join(folder, 'bus') })

const report = (what: string) => process.stdout.write(`${what}\n`)

/** Hangs with a timer, so that the process stays until it is killed. */
const hang = (what: string): Promise<never> => {
  report(what)
  setInterval(() => undefined, 1000)
  return new Promise(() => undefined)
}

const scenarios: Readonly<Record<string, () => Promise<unknown>>> = {
  'in the handler': () =>
    departmentOf(folder, bus, { afterWriting: (sequence) => (sequence === 3 ? hang('here') : undefined) }),
  'before the bus has it': () =>
    departmentOf(folder, {
      ...shell(),
      publish: (messages) => (isStatement(messages) ? hang('here') : bus.publish(messages)),
    }),
  'when the bus has it': () =>
    departmentOf(folder, {
      ...shell(),
      publish: async (messages) => {
        const receipts = await bus.publish(messages)
        return isStatement(messages) ? hang('here') : receipts
      },
    }),
  running: async () => {
    report('here')
    await departmentOf(folder, bus)
    await hang('everything taken')
  },
  'with a decision to come': async () => {
    const running = await startReferenceSystem('TAX', {
      bus,
      folder,
      logger: silentLogger(),
      clock: { now: () => Date.parse('2026-09-30T01:00:00Z') },
      options: { delayMs: 60_000 },
    })
    while ((await running.cases()).length === 0) await new Promise((resolve) => setImmediate(resolve))
    await hang('here')
  },
}

/** The bus's methods, bound, for a scenario to replace one of them. */
function shell(): typeof bus {
  return {
    capabilities: bus.capabilities,
    provision: (topics) => bus.provision(topics),
    publish: (messages) => bus.publish(messages),
    consume: (options) => bus.consume(options),
    read: (...args) => bus.read(...args),
    offsets: (...args) => bus.offsets(...args),
    derive: (...args) => bus.derive(...args),
    close: () => bus.close(),
  }
}

const isStatement = (messages: readonly { readonly value: Uint8Array }[]): boolean =>
  messages.some(({ value }) => !Buffer.from(value).includes('feed.acknowledged'))

await scenarios[scenario]?.()
