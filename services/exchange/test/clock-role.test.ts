import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  contentDigest,
  decodeEvent,
  filingIdOf,
  inboundTopic,
  type Message,
  type RecordedEvent,
  recordIdOf,
  recordStream,
  sourceOf,
} from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { type Exchange, startExchange } from '../src/exchange.ts'
import { runFsck } from '../src/fsck/run.ts'

const record = recordIdOf('clock-role', '1')
const filing = filingIdOf('clock-role', '1')
const form = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as object
const at = (text: string) => Date.parse(`${text}+08:00`)

class Days {
  time = at('2026-12-10T10:00')
  readonly now = () => this.time
}

const folder = mkdtempSync(join(tmpdir(), 'yibiao-clock-'))
const clock = new Days()
const configuration = configure({
  data: folder,
  port: 0,
  departments: false,
  quiet: true,
  logLevel: 'silent',
})
const start = () => startExchange({ configuration, clock, logger: silentLogger() })
let exchange: Exchange = await start()
t.teardown(async () => {
  await exchange.stop()
  rmSync(folder, { recursive: true, force: true })
})

const events = async (stream = recordStream(record)): Promise<RecordedEvent[]> =>
  (await exchange.engines.store.readStream(stream)).map((one) => decodeEvent(one))

/** The record's events once one of this type is among them. */
async function once(type: string, stream = recordStream(record)): Promise<RecordedEvent[]> {
  for await (const _batch of exchange.engines.store.subscribe({ after: 0 })) {
    const all = await events(stream)
    if (all.some((event) => event.type === `yibiao.${type}.v1`)) return all
  }
  throw new Error('the subscription ended')
}

let said = 0
async function say(participant: string, type: string, subject: string, data: object): Promise<void> {
  said += 1
  const message: Message = {
    specversion: '1.0',
    id: `clock-role-${said}`,
    source: sourceOf(participant),
    type: `yibiao.${type}.v1`,
    subject,
    ...(subject === record ? { filing } : {}),
    time: new Date(clock.time).toISOString(),
    authtype: participant === 'OPERATOR' ? 'operator' : 'applicant',
    authid: 'somebody-1',
    data,
  }
  const value = Buffer.from(JSON.stringify(message))
  await exchange.engines.bus.publish([{ topic: inboundTopic(participant), key: subject, value }])
}

const cards = (all: readonly RecordedEvent[]) =>
  all.flatMap((event) =>
    event.type === 'yibiao.card.raised.v1' ? [(event.data as { card: string }).card] : [],
  )

t.test('what falls due of a quiet record becomes an event without anybody saying anything', async (t) => {
  await say('PAB', 'filing.submitted', record, { process: 'company-setup', form })
  await once('clocks.started')
  clock.time = at('2026-12-11T16:00')
  t.strictSame(cards(await once('card.raised')), ['YELLOW'])
})

t.test('what fell due while nobody was up is the same when everything is up again', async (t) => {
  await exchange.stop()
  clock.time = at('2026-12-18T09:00')
  exchange = await start()
  const all = await once('deadline.breached')
  t.strictSame(cards(all), ['YELLOW', 'RED', 'OVERDUE'])
  const overdue = all.findLast((event) => event.type === 'yibiao.card.raised.v1')
  t.equal(overdue?.time, new Date(at('2026-12-12T00:00')).toISOString(), 'as if it had come on time')
  t.equal(overdue?.receivedtime, undefined)
  t.equal(overdue?.authtype, 'timer')
})

t.test(
  'a term beyond the published years gets its end when the year is published, by an event',
  async (t) => {
    const joint = (all: readonly RecordedEvent[], type: string) =>
      all
        .filter((event) => event.type === `yibiao.clocks.${type}.v1`)
        .flatMap((event) => (event.data as { clocks: { clock: string; due?: string }[] }).clocks)
        .find((one) => one.clock === 'joint')
    t.match(joint(await events(), 'started'), { notBefore: '2027-01-30', missingYear: 2027 })
    t.notOk(joint(await events(), 'started')?.due)
    const content = {
      year: 2027,
      version: 1,
      documentNo: '沙箱',
      titleZh: '沙箱日历',
      titleEn: 'A calendar of the sandbox',
      publishedOn: '2026-12-18',
      off: ['2027-01-01'],
      on: [],
      source: 'made up',
    }
    const digest = contentDigest(content)
    await say('OPERATOR', 'calendar.published', 'calendar-2027', { version: 1, digest, content })
    await once('calendar.published', 'calendar-2027')
    const all = await once('clocks.recalculated')
    t.match(joint(all, 'recalculated'), { due: '2027-02-12' })
    const recalculated = all.find((event) => event.type === 'yibiao.clocks.recalculated.v1')
    t.match(recalculated?.data, { because: 'CALENDAR', calendar: '2025.1+2026.1+2027.1' })
  },
)

t.test('and everything of it is proved', async (t) => {
  const { engines, identity } = exchange
  const report = await runFsck({ engines, identity, registry: '2202' })
  t.strictSame(report.faults, [])
})
