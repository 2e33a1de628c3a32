import { readFileSync } from 'node:fs'
import type { OneForm } from '@yibiao/schemas'
import t from 'tap'
import { filing, livesWith, message, yes } from './specification.ts'

/** 餐饮: its food licence is a POST item. */
const restaurant = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as OneForm
const registration = 'company-setup-registration'
const food = 'food-business-licence'

const at = (text: string) => new Date(`${text}+08:00`).toISOString()
const of = (item: string) => `${filing}/${item}`
const defect = (code: string, path = '/domicile/text') => ({ code, path, zh: '有误', en: 'is wrong' })

/** Submitted on Thursday 2026-09-24 at ten, registered on 09-30, with the food licence open from then on. */
function registered() {
  const life = livesWith(restaurant)
  life.tellAt(at('2026-09-30T11:00'), yes(life, registration))
  return life
}

t.test('行政许可法 42 and 登记管理条例 19: what is open is timed from its receipt', async (t) => {
  const life = livesWith(restaurant)
  t.match(life.clock(`${registration}/statutory`), { from: '2026-09-24', due: '2026-09-30' })
  t.match(life.clock(`${registration}/promised`), { due: '2026-09-28' }, 'the day of 中秋 does not count')
  t.match(life.clock('joint'), { due: '2026-12-03' })
  t.throws(() => life.clock(`${food}/statutory`), 'what waits is not timed')
  const open = registered()
  t.match(open.clock(`${food}/statutory`), { from: '2026-09-30', due: '2026-11-03' })
})

t.test('the worked case: returned, handed in anew, extended with approval', async (t) => {
  const life = livesWith(restaurant)
  const ask = { approval: of(registration), round: 1, defects: [defect('ADDRESS')] }
  life.tellAt(at('2026-09-28T09:30'), message('AMR', 'supplement.requested', ask))
  const provided = message('PAB', 'supplement.provided', { approval: of(registration), round: 1 })
  life.tellAt(at('2026-09-29T14:00'), provided)
  t.match(life.clock(`${registration}/statutory`), { from: '2026-09-29', due: '2026-10-09' })
  t.match(life.clock('joint'), { from: '2026-09-29', due: '2026-12-07' })
  const extended = message('AMR', 'deadline.extended', {
    approval: of(registration),
    round: 2,
    by: { value: 3, unit: 'WORKING_DAY' },
    approver: 'AMR-HEAD',
    reason: '情况复杂',
  })
  life.tellAt(at('2026-09-29T16:00'), extended)
  t.equal(life.clock(`${registration}/statutory`).due, '2026-10-13', 'Saturday 10-10 is a working day')
})

t.test('登记管理条例: duties that begin with the registration', async (t) => {
  const life = registered()
  t.equal(life.clock('follow-up/tax-report').due, '2026-10-30')
  t.equal(life.clock('follow-up/housing-fund-report').due, '2026-10-30')
  t.equal(life.clock('follow-up/publicity').due, '2026-11-03')
  life.tellAt(at('2026-10-08T09:00'), message('AMR', 'duty.met', { duty: 'publicity' }))
  life.tellAt(at('2026-10-08T09:10'), yes(life, 'tax-information-confirmation'))
  const breached = life.pass(at('2026-11-05T00:00')).filter((type) => type === 'deadline.breached').length
  t.ok(breached > 0)
  const kinds = life.events
    .filter((event) => event.type === 'yibiao.deadline.breached.v1')
    .map((event) => (event.data as { clock: string }).clock)
  t.ok(kinds.includes('follow-up/housing-fund-report'))
  t.notOk(kinds.includes('follow-up/publicity') || kinds.includes('follow-up/tax-report'))
})

t.test(
  '行政许可法 32(4): without a notice within five working days it counts as accepted from the day of receipt',
  async (t) => {
    const life = registered()
    t.match(life.clock(`${food}/notice`), { from: '2026-09-30', due: '2026-10-13' })
    t.strictSame(
      life.pass(at('2026-10-13T23:59')).filter((type) => type === 'acceptance.deemed'),
      [],
      'the last day is the department’s to its end',
    )
    t.ok(life.pass(at('2026-10-14T00:00')).includes('acceptance.deemed'))
    const event = life.events.find(({ type }) => type === 'yibiao.acceptance.deemed.v1')
    t.equal(event?.effectivefrom, '2026-09-30')
    t.match(event?.data, { receivedOn: '2026-09-30', due: '2026-10-13' })
    t.equal(life.clock(`${food}/statutory`).from, '2026-09-30', 'the decision’s time began with the receipt')
  },
)

t.test(
  '行政许可法 32(4), (5): a notice that was given in time ends its term, however late the supplement comes',
  async (t) => {
    const life = registered()
    const ask = { approval: of(food), round: 1, defects: [defect('PREMISES')] }
    life.tellAt(at('2026-10-09T10:00'), message('AMR-FOOD', 'supplement.requested', ask))
    const provided = message('PAB', 'supplement.provided', { approval: of(food), round: 1 })
    life.tellAt(at('2026-10-20T10:00'), provided)
    t.notOk(life.pass(at('2026-12-31T00:00')).includes('acceptance.deemed'))
    t.notOk(life.events.some(({ type }) => type === 'yibiao.acceptance.deemed.v1'))
    t.match(
      life.clock(`${food}/statutory`),
      { from: '2026-10-20' },
      'it is received on the day it is complete',
    )
  },
)

t.test('行政许可法 32(4): a company registration is never deemed accepted', async (t) => {
  const life = livesWith(restaurant)
  t.notOk(life.pass(at('2026-12-31T00:00')).includes('acceptance.deemed'))
})

t.test(
  '行政许可法 32(5): accepted within the notice’s term, the decision’s time begins with the acceptance',
  async (t) => {
    const life = registered()
    life.tellAt(
      at('2026-10-08T10:00'),
      message('AMR-FOOD', 'approval.accepted', { approval: of(food), round: 1 }),
    )
    t.match(life.clock(`${food}/statutory`), { from: '2026-10-08', due: '2026-11-04' })
    t.match(life.clock(`${food}/promised`), { from: '2026-10-08', due: '2026-10-21' })
    t.equal(
      life.refusal(message('AMR-FOOD', 'approval.accepted', { approval: of(food), round: 1 })),
      'YB_ACCEPTED_ALREADY',
    )
    t.notOk(life.pass(at('2026-10-14T00:00')).includes('acceptance.deemed'))
  },
)

const excluded = (ground: string, more: object = {}) =>
  message('AMR-FOOD', 'time.excluded', {
    approval: of(food),
    round: 1,
    ground,
    from: '2026-10-12',
    to: '2026-10-14',
    noticeNo: '检告〔2026〕1号',
    ...more,
  })

function accepted() {
  const life = registered()
  life.tellAt(
    at('2026-10-08T10:00'),
    message('AMR-FOOD', 'approval.accepted', { approval: of(food), round: 1 }),
  )
  return life
}

t.test('行政许可法 45: testing ordered in writing does not count, a verification on site does', async (t) => {
  const life = accepted()
  t.equal(life.refusal(excluded('VERIFICATION')), 'YB_EXCLUSION_GROUND')
  t.equal(life.clock(`${food}/promised`).due, '2026-10-21')
  life.tellAt(at('2026-10-09T10:00'), excluded('TESTING'))
  t.equal(life.clock(`${food}/promised`).due, '2026-10-26')
  t.equal(life.refusal(excluded('TESTING')), 'YB_EXCLUSION_NOTICE', 'a notice is used once')
  t.equal(
    life.refusal(excluded('TESTING', { from: '2026-09-30', noticeNo: '检告〔2026〕2号' })),
    'YB_EXCLUSION_NOTICE',
    'what has run already counts',
  )
})

t.test('行政许可法 45: resumed on the day it began, an exclusion changes nothing', async (t) => {
  const life = accepted()
  const before = life.clock(`${food}/promised`)
  life.tellAt(at('2026-10-09T10:00'), excluded('TESTING'))
  const resume = { approval: of(food), round: 1, noticeNo: '检告〔2026〕1号' }
  t.equal(
    life.refusal(message('AMR-FOOD', 'time.resumed', { ...resume, on: '2026-10-20' })),
    'YB_EXCLUSION_NOTICE',
  )
  life.tellAt(at('2026-10-09T11:00'), message('AMR-FOOD', 'time.resumed', { ...resume, on: '2026-10-12' }))
  const { due, dueAt, yellowAt, redAt } = before
  t.match(life.clock(`${food}/promised`), { due, dueAt, yellowAt, redAt })
})

t.test(
  '限时办结制: yellow at half, red at nine tenths, overdue at the end of the promised time, each once, in order',
  async (t) => {
    const life = accepted()
    life.pass(at('2027-01-01T00:00'))
    const cards = life.events
      .filter((event) => (event.data as { clock?: string }).clock === `${food}/promised`)
      .filter((event) => event.type === 'yibiao.card.raised.v1')
      .map((event) => event.data as { card: string; at: string; due: string })
    t.strictSame(
      cards.map(({ card }) => card),
      ['YELLOW', 'RED', 'OVERDUE'],
    )
    t.strictSame(
      cards.map((one) => one.at),
      [at('2026-10-14T17:00'), at('2026-10-20T17:00'), at('2026-10-22T00:00')],
    )
  },
)

t.test('追究问责制: an accountability case follows an overdue approval and is concluded once', async (t) => {
  const life = accepted()
  life.pass(at('2026-10-22T00:00'))
  const { case: name } = life.last('yibiao.accountability.opened.v1')
  t.equal(name, `${of(food)}/1`)
  const conclude = () =>
    message('OPERATOR', 'accountability.concluded', { case: name, outcome: 'JUSTIFIED', reason: '停电' })
  life.tell(conclude())
  t.equal(life.refusal(conclude()), 'YB_CASE_UNKNOWN')
})

t.test(
  '追究问责制: a decision that had arrived in time takes card and case back, and is listed',
  async (t) => {
    const life = accepted()
    life.pass(at('2026-10-22T09:00'))
    life.now = Date.parse(at('2026-10-21T16:59'))
    const types = life.tell(yes(life, food))
    t.strictSame(
      types.filter((type) => type === 'fact.reversed').length,
      2,
      'the overdue card and the case; yellow and red had been due before',
    )
    t.notOk(life.state.filings.get(filing)?.cases.has(`${of(food)}/1`))
  },
)

t.test('一次性告知: a second notice with new defects is recorded and marked', async (t) => {
  const life = livesWith(restaurant)
  const ask = (round: number, ...codes: string[]) =>
    message('AMR', 'supplement.requested', {
      approval: of(registration),
      round,
      defects: codes.map((code) => defect(code)),
    })
  const provided = (round: number) =>
    message('PAB', 'supplement.provided', { approval: of(registration), round })
  t.strictSame(life.tell(ask(1, 'ADDRESS')), [])
  life.tell(provided(1))
  t.strictSame(life.tell(ask(2, 'ADDRESS')), [], 'the same again is no new defect')
  life.tell(provided(2))
  t.strictSame(life.tell(ask(3, 'ADDRESS', 'NAME')), ['notice.violated'])
  t.match(life.last('yibiao.notice.violated.v1'), { because: 'NEW_DEFECTS', codes: ['NAME'] })
})

t.test(
  '行政许可法 32(4): a notice after the acceptance is marked, one that had arrived in time undoes the deemed one',
  async (t) => {
    const ask = message('AMR-FOOD', 'supplement.requested', {
      approval: of(food),
      round: 1,
      defects: [defect('PLAN')],
    })
    const late = registered()
    t.ok(late.tellAt(at('2026-10-14T09:00'), ask).includes('notice.violated'))
    const timely = registered()
    timely.pass(at('2026-10-14T09:00'))
    timely.now = Date.parse(at('2026-10-13T16:00'))
    const types = timely.tell({ ...ask, id: 'timely' })
    t.ok(types.includes('fact.reversed'))
    t.notOk(types.includes('notice.violated'))
  },
)

t.test('绿色通道: what is open is promised sooner, on whose authority is said', async (t) => {
  const life = accepted()
  const grant = (authtype: 'applicant' | 'officer') =>
    message(
      'PAB',
      'channel.granted',
      { basis: '市重点项目', grantedBy: 'MAYOR-1', promised: { value: 3, unit: 'WORKING_DAY' } },
      { authtype },
    )
  t.equal(life.refusal(grant('applicant')), 'YB_NOT_YOURS_TO_SAY', 'no founder opens it for himself')
  life.tellAt(at('2026-10-08T11:00'), grant('officer'))
  t.equal(life.clock(`${food}/promised`).due, '2026-10-12', 'Saturday 10-10 counts')
  t.equal(life.clock(`${food}/statutory`).due, '2026-11-04', 'the law’s term is as it was')
})

t.test(
  '行政许可法 42: a term is extended once, within the law’s bounds, before it has run out',
  async (t) => {
    const life = accepted()
    const extend = (value: number) =>
      message('AMR-FOOD', 'deadline.extended', {
        approval: of(food),
        round: 1,
        by: { value, unit: 'WORKING_DAY' },
        approver: 'HEAD',
        reason: '复杂',
      })
    t.equal(life.refusal(extend(11)), 'YB_EXTENSION')
    life.tell(extend(10))
    t.equal(life.clock(`${food}/statutory`).due, '2026-11-18')
    t.equal(life.refusal(extend(1)), 'YB_EXTENSION', 'once is all')
    const late = accepted()
    late.pass(at('2026-11-05T00:00'))
    t.equal(late.refusal(extend(1)), 'YB_EXTENSION', 'what has run out cannot be extended')
  },
)

t.test('行政许可法 42(2): the filing as a whole may be extended by fifteen working days', async (t) => {
  const life = livesWith(restaurant)
  const by = { value: 15, unit: 'WORKING_DAY' }
  const joint = message('OPERATOR', 'joint.extended', { by, approver: 'MAYOR-1', reason: '复杂' })
  life.tell(joint)
  t.equal(life.clock('joint').due, '2026-12-24')
})

t.test('行政许可法 44: the certificate is delivered within ten working days of the decision', async (t) => {
  const life = accepted()
  const granted = yes(life, food)
  life.tell({ ...granted, data: { ...(granted.data as object), certificateFollows: true } })
  t.match(life.clock(`${food}/certificate`), { from: '2026-10-08', due: '2026-10-21' })
  life.tellAt(at('2026-10-12T09:00'), message('AMR-FOOD', 'certificate.issued', { approval: of(food) }))
  t.notOk(
    life.pass(at('2026-10-23T00:00')).includes('deadline.breached') &&
      life.last('yibiao.deadline.breached.v1').clock === `${food}/certificate`,
  )
})

t.test('a term beyond the last published year is undetermined and raises nothing', async (t) => {
  const life = livesWith(restaurant, at('2026-11-20T10:00'))
  t.match(life.clock('joint'), {
    due: undefined,
    notBefore: '2027-01-16',
    remaining: 16,
    missingYear: 2027,
  })
})
