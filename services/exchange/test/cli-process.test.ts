import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { yibiao } from './support/captured-io.ts'

/** The command as a process of its own: what only signals and pipes can show. */
const bin = fileURLToPath(new URL('../bin/yibiao.js', import.meta.url))
const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const cwd = t.testdir({})
// Several processes are started one after another; on a busy machine each takes its time.
t.setTimeout(120_000)

function spawnYibiao(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { PATH: process.env.PATH, LANG: 'C' } })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

const exchange = spawnYibiao(
  'start',
  '--port',
  '0',
  '--json',
  '--supplement-every',
  '1',
  '--department-delay',
  '20',
)
const [first] = (await once(
  createInterface({ input: exchange.stdout as NodeJS.ReadableStream }),
  'line',
)) as [string]
const { address } = JSON.parse(first) as { address: string }

let filing = ''

t.test('start says where it is once it answers, in JSON', async (t) => {
  t.match(JSON.parse(first), { address: /^http:\/\/127\.0\.0\.1:\d+$/, mode: 'sandbox' })
  const { code, out } = await yibiao(['status', '--gateway', address], { cwd })
  t.equal(code, 0)
  t.match(out, address)
})

t.test(
  'submit --wait ends with what is asked for when all waits for the applicant, exit code 4',
  async (t) => {
    const { code, out } = await yibiao(['submit', join(examples, 'consulting.json'), '--wait'], { cwd })
    t.equal(code, 4)
    t.match(out, /\? AMR +Supplement requested +Registration of a new company/)
    filing = /filing (F\w{14})/.exec(out)?.[1] ?? ''
    t.match(out, `npx yibiao supplement ${filing} company-setup-registration <fragment.json>`)
    const status = await yibiao(['status', filing], { cwd })
    t.match(status.out, /applicant +Registration of a new company +supplement asked/)
    t.match(status.out, /TAX .* +Confirmation of tax information +waiting for: Registration of a new company/)
  },
)

t.test('supplement --wait goes on from there', async (t) => {
  const fragment = JSON.stringify({ domicile: { evidenceId: 'ZL-220204-2026-00001' } })
  const args = ['supplement', filing, 'company-setup-registration', '-', '--wait']
  const { code, out } = await yibiao(args, { cwd, stdin: fragment })
  t.equal(code, 4, 'the other departments ask as well')
  t.match(out, /✓ AMR +Enterprise registered/)
  t.match(out, /\? TAX +Supplement requested/)
  const unasked = await yibiao(['supplement', filing, 'tax-information-confirmation', '-'], {
    cwd,
    stdin: JSON.stringify({ domicile: { evidenceId: 'ZL-220204-2026-00002' } }),
  })
  t.equal(unasked.code, 1)
  t.match(unasked.err, 'YB_NOTHING_ASKED')
})

t.test('a reader that goes away is no fault', async (t) => {
  const list = spawnYibiao('schemas', 'urn:yibiao:form:company-setup:v1')
  list.stdout?.destroy()
  const errors = text(list.stderr as NodeJS.ReadableStream)
  t.same((await once(list, 'close')) as unknown[], [0, null])
  t.equal(await errors, '')
})

t.test('SIGTERM drains and leaves a folder that is not announced any more', async (t) => {
  exchange.kill('SIGTERM')
  t.same(await once(exchange, 'close'), [0, null])
  t.notOk(existsSync(join(cwd, '.yibiao', 'running.json')))
  const check = await yibiao(['fsck', '--json'], { cwd })
  t.equal(check.code, 0)
  t.match(JSON.parse(check.out), { sound: true, faults: [] })
})

t.test('a start whose reader goes away stops as it would at a signal', async (t) => {
  const child = spawnYibiao('start', '--port', '0')
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  await once(lines, 'line')
  child.stdout?.destroy()
  // Something happens, so that a live line is written into the broken pipe.
  const submitted = yibiao(['submit', join(examples, 'restaurant.json')], { cwd })
  t.same(await once(child, 'close'), [0, null])
  await submitted.catch(() => undefined)
})
