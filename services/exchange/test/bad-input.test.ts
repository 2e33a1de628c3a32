import { startAllReferenceSystems } from '@yibiao/department/reference-systems'
import { makeForm, type Problem } from '@yibiao/schemas'
import { silentLogger, systemClock } from '@yibiao/telemetry'
import t, { type Test } from 'tap'
import { runFsck } from '../src/fsck/run.ts'
import { envelopes, unreadable } from './bad-input/bus.ts'
import type { BusRow } from './bad-input/bus-acts.ts'
import { data, states } from './bad-input/bus-record.ts'
import { type CliAct, type CliRow, identifierCases, refusedCases, usageCases } from './bad-input/cli.ts'
import { formCases, misread, spoilt } from './bad-input/forms.ts'
import { hold } from './bad-input/held.ts'
import { actCases, bodyCases, type Held, type HttpRow } from './bad-input/http.ts'
import { rightIdentifiers } from './bad-input/identifiers.ts'
import { publications } from './bad-input/publications.ts'
import { operationCases, readCases } from './bad-input/reads.ts'
import { type HttpRequest, problemIn, Town } from './bad-input/town.ts'
import { expectedOf, personalIn, verifyProblem, verifySilence } from './bad-input/verify.ts'
import { yibiao } from './support/captured-io.ts'

/**
 * One running exchange, and everything that can be wrong with what is said to it. Each refusal names the place and the way
 * out in both languages, is on record where it came as a message, repeats nothing personal, and holds up nobody.
 */
const town = await Town.start()
t.teardown(() => town.stop())
const held = await hold(town)
/** Every personal value that was sent. */
const secrets = new Set<string>()

/** Longest answer to a question that has nothing to do with the refusal before it, in milliseconds. */
const soon = 2_000

async function othersAreServed(t: Test): Promise<void> {
  const { status, text, milliseconds } = await town.http({ method: 'GET', path: '/health/ready' })
  t.equal(status, 200, `everybody else is served (${text})`)
  t.ok(milliseconds < soon, `and soon (${Math.round(milliseconds)} ms)`)
}

async function isRefused(t: Test, request: HttpRequest, expected: string): Promise<void> {
  const { status, code, at } = expectedOf(expected)
  const own = personalOf(request.body)
  const answer = await town.http(request)
  t.equal(answer.status, status, answer.text)
  const problem = problemOf(answer.text)
  verifyProblem(t, problem, { code, ...(at === undefined ? {} : { at }) }, own)
  await othersAreServed(t)
}

function problemOf(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text) as Problem
    return Array.isArray(problem.issues) ? problem : undefined
  } catch {
    return undefined
  }
}

function personalOf(body: unknown): string[] {
  // What is nested without end holds nothing of a person, and cannot be walked.
  const nested = typeof body === 'string' && body.includes('['.repeat(1_000))
  const own =
    nested || Buffer.isBuffer(body) ? [] : personalIn(typeof body === 'string' ? parsed(body) : body)
  for (const one of own) secrets.add(one)
  return own
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const overHttp = (title: string, rows: readonly HttpRow[]) =>
  t.test(`over HTTP: ${title}`, async (t) => {
    for (const [name, expected, asks] of rows) await t.test(name, (t) => isRefused(t, asks(held), expected))
  })

const overTheBus = (title: string, rows: readonly BusRow[]) =>
  t.test(`over the bus: ${title}`, async (t) => {
    for (const [name, expected, act] of rows)
      await t.test(name, (t) => isRecordedRefused(t, act(held), expected))
  })

async function isRecordedRefused(t: Test, act: ReturnType<BusRow[2]>, expected: string): Promise<void> {
  const [home, code, at] = expected.split(' ')
  const { participant, of, said } = act
  const value = town.bytes(participant, of, said)
  const own = personalOf(value.toString('utf8'))
  const before = (await town.events(of.record)).length
  const event = await town.say(participant, value)
  t.equal(event.type, 'yibiao.message.refused.v1', JSON.stringify(event.data).slice(0, 500))
  verifyProblem(t, problemIn(event), { code: code as never, ...(at === undefined ? {} : { at }) }, own)
  const kept = event.data as { readonly bytes: string; readonly length: number; readonly topic: string }
  t.equal(kept.length, value.length, 'the length is on record')
  t.ok(value.subarray(0, 65_536).equals(Buffer.from(kept.bytes, 'base64')), 'and the bytes as they came')
  t.equal(kept.topic, `registration.inbound.${participant}`)
  const after = (await town.events(of.record)).length
  t.equal(after - before, home === 'record' ? 1 : 0, `the refusal is in the ${home}'s stream`)
  await othersAreServed(t)
}

t.test('over HTTP: what is wrong with a form', async (t) => {
  for (const row of formCases)
    await t.test(row[0], async (t) => {
      const { text, form } = spoilt(row, town.seed())
      personalOf(form)
      const headers = { 'idempotency-key': `form-${town.seed()}` }
      await isRefused(t, { method: 'POST', path: '/v1/filings', body: text, headers }, row[1])
    })
})
overHttp('bodies that are no form', bodyCases)
overHttp('acts that the filing does not allow', actCases)
overHttp('questions that have no answer', readCases)
overHttp('operations that must not be carried out', operationCases)
overTheBus('bytes that are no message', unreadable)
overTheBus('envelopes that do not hold', envelopes)
overTheBus('data that do not fit', data)
overTheBus('what the record does not allow', states)
overTheBus('reference data that do not hold', publications)

const onTheCommandLine = (title: string, rows: readonly CliRow[]) =>
  t.test(`on the command line: ${title}`, async (t) => {
    for (const [name, expected, act] of rows)
      await t.test(name, (t) => isRefusedByCommand(t, act(held), expected))
  })

async function isRefusedByCommand(t: Test, { args, stdin }: CliAct, expected: string): Promise<void> {
  const { status, code, at } = expectedOf(expected)
  const own = stdin === undefined ? [] : personalOf(stdin)
  const env = { YIBIAO_GATEWAY: args.includes('--data') ? undefined : town.exchange.address }
  const setting = { cwd: town.folder, env, ...(stdin === undefined ? {} : { stdin }) }
  for (const lang of ['zh', 'en']) {
    const said = await yibiao(args.includes('--lang') ? args : [...args, '--lang', lang], setting)
    const all = said.out + said.err
    t.equal(said.code, status, all)
    if (!args.includes('--lang')) t.match(all, lang === 'zh' ? /\p{Script=Han}/u : /[a-z]{2} /, all)
    t.notMatch(all, /^\s+at .*\.ts:/m, 'no stack is shown')
    verifySilence(t, all, own)
    if (code) t.match(all, code)
  }
  if (code) {
    const { out } = await yibiao([...args, '--json'], setting)
    verifyProblem(t, problemOf(out), { code, ...(at === undefined ? {} : { at }) }, own)
  }
  await othersAreServed(t)
}
onTheCommandLine('commands that cannot be meant', usageCases)
onTheCommandLine('what is refused', refusedCases)
onTheCommandLine('identifiers', identifierCases)

t.test('an identifier of any kind with any one character wrong is told, and where', async (t) => {
  for (const [kind, right] of Object.entries(rightIdentifiers)) {
    const good = await verdictOn(kind, right)
    t.equal(good.valid, true, `${kind} is right`)
    for (let at = 0; at < right.length; at += 1) {
      const { valid, problems } = await verdictOn(kind, misread(right, at))
      t.equal(valid, false, `${kind} with character ${at + 1} wrong`)
      for (const one of problems) t.ok(/\p{Script=Han}/u.test(one.messageZh) && one.messageEn.length > 10)
    }
  }
})

async function verdictOn(kind: string, value: string) {
  const { text } = await town.http({ method: 'POST', path: '/v1/identifiers', body: { kind, value } })
  return JSON.parse(text) as {
    readonly valid: boolean
    readonly problems: readonly { readonly messageZh: string; readonly messageEn: string }[]
  }
}

t.test('after all of it a filing is completed by the departments, and everything holds', async (t) => {
  const { bus } = town.exchange.engines
  const departments = await startAllReferenceSystems({
    bus,
    folder: town.departmentsFolder,
    logger: silentLogger(),
    clock: systemClock,
  })
  t.teardown(() => departments.stop())
  const { filing } = await town.file(makeForm(town.seed()))
  await ended(held, filing)
  const { identity, engines } = town.exchange
  const report = await runFsck({ engines, identity, registry: '2202' })
  t.strictSame(report.faults, [])
})

t.test('no personal value of all that came in is in the log', async (t) => {
  const log = town.log.join('')
  t.ok(log.length > 0, 'something was logged')
  t.ok(secrets.size > 50, `${secrets.size} personal values were sent`)
  t.strictSame(
    [...secrets].filter((one) => log.includes(one)),
    [],
  )
})

async function ended({ town }: Held, filing: string): Promise<void> {
  const until = performance.now() + 20_000
  for (;;) {
    const { text } = await town.http({ method: 'GET', path: `/v1/filings/${filing}` })
    if (text.includes('"COMPLETED"')) return
    if (performance.now() > until) throw new Error(`${filing} does not end: ${text}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
