import { type ExplainedApproval, explainFiling, hasEnded } from '@yibiao/projections'
import fc from 'fast-check'
import t from 'tap'
import { boardOf, timedLife, timedLives } from './random-lives.ts'
import { anyForm, filing, inForce, type Life, livesWith, message, yes } from './specification.ts'

const explain = (life: Life) => explainFiling(boardOf(life), { references: inForce, now: life.now })
function of(life: Life, item: string): ExplainedApproval {
  const found = explain(life).approvals.find((one) => one.item === item)
  if (!found) throw new Error(`${item} is not explained`)
  return found
}
const registration = 'company-setup-registration'
const about = { approval: `${filing}/${registration}`, round: 1 }

t.test('whatever is tried, every approval that has not ended has exactly one next actor', async () => {
  fc.assert(
    fc.property(timedLives, ([seed, steps]) => {
      const life = timedLife(seed, steps)
      const board = boardOf(life)
      const { approvals, nothingOpen } = explain(life)
      const open = board.approvals.filter((one) => !hasEnded(one.state))
      const own = open.every(({ approval, state }) => {
        const [explained, ...more] = approvals.filter((one) => one.approval === approval)
        if (explained === undefined || more.length > 0) return false
        const { next } = explained
        switch (state) {
          case 'OPEN':
            return next.who === 'PARTICIPANT' && next.participant === explained.participant
          case 'SUPPLEMENT':
            return next.who === 'APPLICANT' && next.asked > 0
          default:
            return next.who === 'ITEM' && next.items.every((one) => !hasEnded(one.state))
        }
      })
      return own && approvals.length === open.length && open.length > 0 === (nothingOpen === undefined)
    }),
    { numRuns: 60 },
  )
})

t.test(
  'whatever is tried, what comes next lies ahead, and who is waited for is not waiting for it',
  async () => {
    fc.assert(
      fc.property(timedLives, ([seed, steps]) => {
        const life = timedLife(seed, steps)
        return explain(life).approvals.every(
          ({ item, next, coming, clocks }) =>
            (coming === undefined || Date.parse(coming.at) > life.now) &&
            clocks.every(({ running, next: fact }) => running || fact === undefined) &&
            (next.who !== 'ITEM' || next.items.every((one) => one.item !== item)),
        )
      }),
      { numRuns: 40 },
    )
  },
)

t.test('a participant that is no participant any more is the reason why there is nobody', (t) => {
  const life = livesWith(anyForm(1))
  const references = { ...inForce, participants: { ...inForce.participants, byCode: new Map() } }
  const { approvals } = explainFiling(boardOf(life), { references, now: life.now })
  const open = approvals.filter(({ state }) => state === 'OPEN')
  t.ok(open.length > 0)
  for (const { next } of open) t.strictSame(next, { who: 'NOBODY', reason: 'PARTICIPANT_GONE' })
  t.end()
})

t.test('allowed and elapsed time are working time, by the office hours', (t) => {
  // Received on Thursday 2026-09-24 at ten; one day promised, and Friday is a holiday: it counts on the Monday from 8:30 on.
  const life = livesWith(anyForm(1))
  const promised = (): Partial<ExplainedApproval['clocks'][number]> =>
    of(life, registration).clocks.find(({ kind }) => kind === 'PROMISED') ?? {}
  t.match(promised(), {
    measure: 'WORKING_TIME',
    allowed: 7 * 3_600_000,
    elapsed: 0,
    calendar: '2025.1+2026.1',
  })
  life.pass('2026-09-28T12:30:00+08:00')
  t.match(promised(), { elapsed: 3 * 3_600_000, next: { fact: 'YELLOW', at: '2026-09-28T05:30:00.000Z' } })
  life.pass('2026-09-28T14:00:00+08:00')
  t.match(promised(), { card: 'YELLOW', elapsed: 4 * 3_600_000, next: { fact: 'RED' } })
  life.pass('2026-09-29T09:00:00+08:00')
  t.match(promised(), { card: 'OVERDUE', next: undefined })
  t.match(of(life, registration).coming, { clock: `${registration}/statutory`, fact: 'BREACH' })
  t.end()
})

t.test('while the founder has to supply, no time runs against the department', (t) => {
  const life = livesWith(anyForm(1))
  const defects = [{ path: '/domicile/postalCode', code: 'D', zh: '请更正', en: 'correct it' }]
  life.tellAt('2026-09-28T09:30:00+08:00', message('AMR', 'supplement.requested', { ...about, defects }))
  life.pass('2026-10-20T09:30:00+08:00')
  const { next, coming, clocks } = of(life, registration)
  t.strictSame(next, { who: 'APPLICANT', asked: 1 })
  t.equal(coming, undefined)
  t.equal(
    clocks.find(({ kind }) => kind === 'PROMISED')?.elapsed,
    3_600_000,
    'it stopped when the notice went out',
  )
  t.end()
})

t.test('an extension, excluded days and the green channel are told with the law behind them', (t) => {
  const life = livesWith(anyForm(1))
  const by = { value: 2, unit: 'WORKING_DAY' }
  life.tell(message('AMR', 'deadline.extended', { ...about, by, approver: 'H1', reason: '复杂' }))
  const notice = { ground: 'TESTING', from: '2026-09-25', to: '2026-09-27', noticeNo: 'N1' }
  life.tell(message('AMR', 'time.excluded', { ...about, ...notice }))
  const promised = { value: 2, unit: 'WORKING_DAY' }
  life.tell(message('PAB', 'channel.granted', { basis: '重点项目', grantedBy: 'P1', promised }))
  const { clocks } = of(life, registration)
  const statutory = clocks.find(({ kind }) => kind === 'STATUTORY')
  t.strictSame(statutory?.extendedBy, by)
  t.strictSame(statutory?.excluded, [{ from: '2026-09-25', to: '2026-09-27' }])
  t.match(statutory?.rules.map(({ en }) => en).join('\n'), /42\(1\)[\s\S]*行政许可法 45/)
  t.match(clocks.find(({ kind }) => kind === 'PROMISED')?.rules[0], { zh: '绿色通道：重点项目' })
  t.end()
})

t.test('the last refusal counts while it is that participant’s turn', (t) => {
  const life = livesWith(anyForm(1))
  const refusal = {
    refusal: 'r-1',
    position: 9,
    recordedAt: '2026-09-24T03:00:00.000Z',
    participant: 'AMR',
    record: 'R',
    filing,
    type: 'yibiao.approval.granted.v1',
    message: 'm',
    code: 'YB_APPROVAL_KIND',
    digest: '',
  }
  const board = boardOf(life)
  const by = {
    references: inForce,
    now: life.now,
    refusals: [refusal, { ...refusal, refusal: 'r-2', filing: 'F' }],
  }
  const one = explainFiling(board, by).approvals.find(({ item }) => item === registration)
  t.match(one?.refused, { refusal: 'r-1', code: 'YB_APPROVAL_KIND', title: { zh: /\S/, en: /\S/ } })
  const later = life.tell(yes(life, registration))
  t.ok(later.includes('approvals.opened'))
  const others = explainFiling(boardOf(life), by).approvals
  t.ok(others.every(({ refused }) => refused === null))
  t.end()
})

t.test('what outlives the decisions stands there until it is done', (t) => {
  const life = livesWith(anyForm(1))
  for (let more = true; more; ) {
    more = false
    for (const item of life.items)
      if (life.approval(item).state === 'OPEN') {
        life.tell(yes(life, item))
        more = true
      }
  }
  const { nothingOpen, duties, joint } = explain(life)
  t.equal(nothingOpen, 'COMPLETED')
  t.equal(joint?.running, false)
  t.match(
    duties.map(({ duty, with: who, name }) => [duty, who, name.zh]),
    [['FOLLOW_UP', 'APPLICANT', '自信息形成之日起二十个工作日内公示']],
  )
  t.match(duties[0]?.clock, { measure: 'WORKING_TIME', next: { fact: 'BREACH' } })
  t.end()
})
