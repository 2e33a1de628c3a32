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
 * the food licence granted on 10-21.
 */
const record = recordIdOf('worked-case', '1')
const filing = filingIdOf('worked-case', '1')
const form = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as object
const at = (text: string) => Date.parse(`${text}+08:00`)

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
const types = (all: readonly RecordedEvent[]) => all.map((one) => one.type.replace(/^yibiao\.|\.v1$/g, ''))

t.test('the worked case', async (t) => {
  let all = await say('2026-09-24T10:00', 'PAB', 'filing.submitted', { process: 'company-setup', form })
  t.strictSame(types(all), ['filing.submitted', 'filing.routed'])
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
  const opened = all.at(-1) as RecordedEvent
  t.equal(opened.type, 'yibiao.approvals.opened.v1')
  t.equal(legalDateOf(opened.recordedtime), '2026-09-30', 'the fan-out is on the day of establishment')

  await say('2026-09-30T11:05', 'TAX', 'approval.recorded', {
    approval: approval('tax-information-confirmation'),
    round: 1,
    form: { tax: { taxpayerId: '91220202PDY00001X5' } },
  })
  all = await say('2026-10-21T16:00', 'AMR-FOOD', 'approval.granted', {
    approval: approval('food-business-licence'),
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
