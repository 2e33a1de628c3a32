import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foldRecord, standingOf } from '@yibiao/projections'
import {
  decodeEvent,
  filingIdOf,
  inboundTopic,
  legalDateOf,
  type Message,
  type RecordedEvent,
  recordIdOf,
  recordStream,
  sourceOf,
  valueAt,
} from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { type Exchange, startExchange } from '../src/exchange.ts'
import { runFsck } from '../src/fsck/run.ts'

/**
 * A restaurant in 吉林市昌邑区, day by day: submitted 2026-09-24, returned with one notice on 09-28, handed in anew on 09-29,
 * registered and licensed on 09-30, which is its day of establishment (公司法 33), sent to every department the same day,
 * the food licence accepted on 10-08, with testing from 10-12 to 10-14 not counted, and granted on 10-21.
 */
const record = recordIdOf('worked-case', '1')
const filing = filingIdOf('worked-case', '1')
const form = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as object
const at = (text: string) => Date.parse(`${text}+08:00`)

interface Clock {
  readonly clock: string
  readonly from: string
  readonly due?: string
}

class Days {
  time = at('2026-09-24T10:00')
  readonly now = () => this.time
}

const folder = mkdtempSync(join(tmpdir(), 'yibiao-case-'))
const clock = new Days()
const configuration = configure({
  data: folder,
  port: 0,
  departments: false,
  quiet: true,
  logLevel: 'silent',
})
const exchange: Exchange = await startExchange({ configuration, clock, logger: silentLogger() })
t.teardown(async () => {
  await exchange.stop()
  rmSync(folder, { recursive: true, force: true })
})

let said = 0
/** Says something at a time, and resolves with the record's events once the ledger has answered. */
async function say(when: string, participant: string, type: string, data: object): Promise<RecordedEvent[]> {
  clock.time = at(when)
  said += 1
  const message: Message = {
    specversion: '1.0',
    id: `case-${said}`,
    source: sourceOf(participant),
    type: `yibiao.${type}.v1`,
    subject: record,
    filing,
    time: new Date(clock.time).toISOString(),
    authtype: participant === 'PAB' ? 'applicant' : 'officer',
    authid: participant === 'PAB' ? 'applicant-1' : 'officer-1',
    data,
  }
  const before = (await events()).length
  const value = Buffer.from(JSON.stringify(message))
  await exchange.engines.bus.publish([{ topic: inboundTopic(participant), key: record, value }])
  for await (const _batch of exchange.engines.store.subscribe({ after: 0 })) {
    const now = await events()
    if (now.length > before) return now
  }
  throw new Error('the subscription ended')
}

const events = async () =>
  (await exchange.engines.store.readStream(recordStream(record))).map((one) => decodeEvent(one))
const approval = (item: string) => `${filing}/${item}`
/** A clock as the latest event tells it. */
function clockOf(all: readonly RecordedEvent[], name: string): Clock {
  const found = all
    .flatMap((one) => (one.data as { readonly clocks?: readonly Clock[] }).clocks ?? [])
    .findLast((one) => one.clock === name)
  if (found === undefined) throw new Error(`no clock ${name}`)
  return found
}
const types = (all: readonly RecordedEvent[]) => all.map((one) => one.type.replace(/^yibiao\.|\.v1$/g, ''))

t.test('the worked case', async (t) => {
  let all = await say('2026-09-24T10:00', 'PAB', 'filing.submitted', { process: 'company-setup', form })
  t.strictSame(types(all), ['filing.submitted', 'filing.routed', 'clocks.started'])
  const review = 'company-setup-registration/statutory'
  t.match(clockOf(all, review), { from: '2026-09-24', due: '2026-09-30' })
  t.match(clockOf(all, 'joint'), { from: '2026-09-24', due: '2026-12-03' })
  const routed = all[1]?.data as { approvals: { participant: string; item: string }[] }
  for (const participant of ['AMR', 'TAX', 'PSB', 'HRSS', 'HSA', 'HPF', 'STATS', 'AMR-FOOD'])
    t.ok(
      routed.approvals.some((one) => one.participant === participant),
      `${participant} receives its part at once`,
    )
  t.equal(
    routed.approvals.filter((one) => one.participant.startsWith('BANK')).length,
    1,
    'one bank, the chosen one',
  )

  const registration = approval('company-setup-registration')
  all = await say('2026-09-28T09:30', 'AMR', 'supplement.requested', {
    approval: registration,
    round: 1,
    defects: [
      {
        path: '/domicile/text',
        code: 'ADDRESS',
        zh: '住所缺少门牌号',
        en: 'the address lacks a house number',
      },
    ],
  })
  const text = `${String(valueAt(form, '/domicile/text'))}（一层）`
  all = await say('2026-09-29T14:00', 'PAB', 'supplement.provided', {
    approval: registration,
    round: 1,
    form: { domicile: { text } },
  })
  t.equal(all.at(-1)?.type, 'yibiao.clocks.started.v1')
  t.match(clockOf(all, review), { from: '2026-09-29', due: '2026-10-09' }, 'handed in anew, timed anew')
  t.match(clockOf(all, 'joint'), { from: '2026-09-29', due: '2026-12-07' })
  all = await say('2026-09-29T16:00', 'AMR', 'deadline.extended', {
    approval: registration,
    round: 2,
    by: { value: 3, unit: 'WORKING_DAY' },
    approver: 'AMR-HEAD',
    reason: '情况复杂',
  })
  t.match(all.at(-1), { type: 'yibiao.clocks.recalculated.v1', data: { because: 'EXTENSION' } })
  t.equal(clockOf(all, review).due, '2026-10-13', 'Saturday 10-10 is a working day')
  all = await say('2026-09-30T11:00', 'AMR', 'enterprise.registered', {
    approval: registration,
    round: 2,
    form: {
      uscc: '91220202PDY00001X5',
      establishedOn: '2026-09-30',
      status: '1',
      registryOrg: { code: '220202', name: '吉林市昌邑区市场监督管理局' },
    },
  })
  t.strictSame(types(all).slice(-3), ['enterprise.registered', 'approvals.opened', 'clocks.started'])
  const opened = all.at(-2) as RecordedEvent
  t.equal(legalDateOf(opened.recordedtime), '2026-09-30', 'the fan-out is on the day of establishment')
  for (const duty of ['tax-report', 'housing-fund-report'])
    t.equal(clockOf(all, `follow-up/${duty}`).due, '2026-10-30', duty)
  t.equal(clockOf(all, 'follow-up/publicity').due, '2026-11-03')

  await say('2026-09-30T11:05', 'TAX', 'approval.recorded', {
    approval: approval('tax-information-confirmation'),
    round: 1,
    form: { tax: { taxpayerId: '91220202PDY00001X5' } },
  })
  const licence = approval('food-business-licence')
  all = await say('2026-10-08T10:00', 'AMR-FOOD', 'approval.accepted', { approval: licence, round: 1 })
  t.match(clockOf(all, 'food-business-licence/statutory'), { from: '2026-10-08', due: '2026-11-04' })
  t.match(clockOf(all, 'food-business-licence/promised'), { from: '2026-10-08', due: '2026-10-21' })
  all = await say('2026-10-09T10:00', 'AMR-FOOD', 'time.excluded', {
    approval: licence,
    round: 1,
    ground: 'TESTING',
    from: '2026-10-12',
    to: '2026-10-14',
    noticeNo: '检告〔2026〕1号',
  })
  t.equal(clockOf(all, 'food-business-licence/promised').due, '2026-10-26', '行政许可法 45')

  all = await say('2026-10-21T16:00', 'AMR-FOOD', 'approval.granted', {
    approval: licence,
    round: 1,
    form: {
      licences: [
        {
          key: 'FOOD1',
          no: 'JY22202020000016',
          kind: 'FOOD',
          issuer: '昌邑区市场监督管理局',
          validFrom: '2026-10-21',
          validTo: '2031-10-20',
        },
      ],
    },
  })

  const deemed = all.filter((one) => one.type === 'yibiao.acceptance.deemed.v1')
  t.match(
    deemed,
    [
      {
        effectivefrom: '2026-09-30',
        data: { approval: approval('invoice-supply'), receivedOn: '2026-09-30', due: '2026-10-13' },
      },
    ],
    '行政许可法 32(4): nobody said anything of it',
  )
  t.equal(deemed.length, 1, 'what was accepted is not deemed so')
  const cards = all
    .filter((one) => one.type === 'yibiao.card.raised.v1')
    .map((one) => one.data as { approval: string; card: string; due: string })
    .filter((one) => one.approval === licence)
  t.match(cards, [{ card: 'YELLOW', due: '2026-10-26' }], 'half of the promised time had gone by')
  t.equal(cards.length, 1)

  const references = exchange.references
  const view = foldRecord(record, all, references)
  const { matrix } = references.current()
  t.equal(valueAt(view.form, '/establishedOn'), '2026-09-30')
  t.equal(valueAt(view.form, '/domicile/text'), text)
  t.equal(standingOf(view, '/domicile/text', matrix), 'registered')
  t.equal(standingOf(view, '/licences/FOOD1/no', matrix), 'registered')
  t.equal(
    standingOf(view, '/housingFund/ratioUnit', matrix),
    'declared',
    'its owner has not registered it yet',
  )

  const asOf = (date: string) =>
    foldRecord(
      record,
      all.filter((one) => legalDateOf(one.recordedtime) <= date),
      references,
    )
  t.equal(
    valueAt(asOf('2026-09-28').form, '/domicile/text'),
    valueAt(form, '/domicile/text'),
    'what was known then',
  )
  t.equal(valueAt(asOf('2026-09-29').form, '/uscc'), undefined)
  t.equal(asOf('2026-09-29').status, 'FILED')
  t.equal(asOf('2026-09-30').status, 'REGISTERED')
  t.equal(valueAt(asOf('2026-10-20').form, '/licences/FOOD1/no'), undefined)

  const registry = exchange.identity.division.slice(0, 4)
  const report = await runFsck({ engines: exchange.engines, identity: exchange.identity, registry })
  t.strictSame(report.faults, [])
})
