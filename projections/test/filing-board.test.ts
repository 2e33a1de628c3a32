import {
  type FilingView,
  filingBoardProjection,
  foldView,
  materialToken,
  outstandingOf,
} from '@yibiao/projections'
import { decodeEvent, encodeEvent } from '@yibiao/schemas'
import t from 'tap'
import { Scratch } from '../src/scratch.ts'
import { seeded } from './support/random.ts'
import { RecordLife } from './support/record-life.ts'

function board(...steps: readonly ((life: RecordLife) => void)[]): FilingView {
  const life = new RecordLife('R1', seeded(2))
  life.submit('吉林市北山科技有限公司')
  for (const step of steps) step(life)
  const events = life.happenings.map(({ event }, index) =>
    decodeEvent({ data: encodeEvent(event), position: index + 1, revision: index + 1 }),
  )
  const ours = events.filter((event) => filingBoardProjection.key(event) === 'FR1')
  return foldView(filingBoardProjection, 'FR1', ours)
}

const stateOf = (view: FilingView, item: string) => view.approvals.find((one) => one.item === item)
const register = (life: RecordLife) => life.register('91220202PDY00001X5')
const ask = (life: RecordLife) =>
  life.say('AMR-220202', 'supplement.requested', {
    approval: life.approval('company-registration'),
    round: 1,
    defects: [{ code: 'ADDRESS', zh: '补', en: 'add', path: '/domicile/text' }],
  })
const provide = (life: RecordLife) =>
  life.say('PAB', 'supplement.provided', { approval: life.approval('company-registration'), round: 1 })

t.test('a routed filing is in parallel, with everybody outstanding', async (t) => {
  const view = board()
  t.match(view, {
    filing: 'FR1',
    record: 'R1',
    name: '吉林市北山科技有限公司',
    state: 'IN_PARALLEL',
    revision: 2,
  })
  t.equal(stateOf(view, 'company-registration')?.state, 'OPEN')
  t.equal(stateOf(view, 'seal-recordal')?.state, 'WAITING')
  t.same(outstandingOf(view), ['AMR-220202', 'PSB', 'TAX', 'HRSS', 'HPF', 'BANK-ICBC'])
})

t.test('a supplement shows what is asked for, and its answer begins the next round', async (t) => {
  const asked = board(ask)
  t.equal(asked.state, 'SUPPLEMENT')
  t.match(stateOf(asked, 'company-registration'), {
    state: 'SUPPLEMENT',
    round: 1,
    defects: [{ code: 'ADDRESS' }],
  })
  const answered = board(ask, provide)
  t.equal(answered.state, 'IN_PARALLEL')
  t.match(stateOf(answered, 'company-registration'), { state: 'OPEN', round: 2 })
  t.notOk('defects' in (stateOf(answered, 'company-registration') ?? {}))
})

t.test('the board lists the files of a filing and of its supplements, and is found by them', async (t) => {
  const file = (code: string, digit: string) => ({
    code,
    title: `${code}.pdf`,
    mediaType: 'application/pdf',
    size: 10,
    digest: digit.repeat(64),
  })
  t.notOk('materials' in board(ask), 'nothing where there are none')
  const view = board(ask, (life) =>
    life.say('PAB', 'supplement.provided', {
      approval: life.approval('company-registration'),
      round: 1,
      materials: [file('articles-of-association', '1'), file('domicile-evidence', '2')],
    }),
  )
  t.match(view.materials, [
    { ...file('articles-of-association', '1'), approval: 'FR1/company-registration', handedInAt: /Z$/ },
    { code: 'domicile-evidence' },
  ])
  const terms = (filingBoardProjection.terms?.(view) ?? '').split(' ')
  for (const digit of ['1', '2']) t.ok(terms.includes(materialToken(digit.repeat(64))))
})

t.test('a supplement to an approval that waits for another goes on waiting', async (t) => {
  const approval = (life: RecordLife) => life.approval('seal-recordal')
  const view = board(
    (life) => life.say('PSB', 'supplement.requested', { approval: approval(life), round: 1, defects: [] }),
    (life) => life.say('PAB', 'supplement.provided', { approval: approval(life), round: 1 }),
  )
  t.match(stateOf(view, 'seal-recordal'), { state: 'WAITING', round: 2 })
})

t.test('registration opens what waited, and completion ends the filing', async (t) => {
  const view = board(register)
  t.equal(stateOf(view, 'company-registration')?.state, 'GRANTED')
  t.equal(stateOf(view, 'tax-confirmation')?.state, 'OPEN')
  t.notOk(outstandingOf(view).includes('AMR-220202'))
  const ended = board(register, (life) => life.finish())
  t.equal(ended.state, 'COMPLETED')
  t.same(outstandingOf(ended), [])
  t.equal(ended.endedAt, ended.updatedAt)
})

t.test('a refused filing says why, and what was open is not needed any more', async (t) => {
  const reasons = [{ code: 'NAME', rule: '企业名称登记管理规定 17', zh: '重名', en: 'taken' }]
  const view = board(
    (life) =>
      life.say('AMR-220202', 'approval.refused', {
        approval: life.approval('company-registration'),
        round: 1,
        reasons,
      }),
    (life) =>
      life.say(undefined, 'filing.refused', { approval: life.approval('company-registration'), reasons }),
  )
  t.match(view, { state: 'REFUSED', refusal: { approval: 'FR1/company-registration', reasons } })
  t.match(stateOf(view, 'company-registration'), { state: 'REFUSED', reasons })
  t.equal(stateOf(view, 'seal-recordal')?.state, 'NOT_NEEDED')
})

t.test('a withdrawal ends what is open', async (t) => {
  const view = board((life) => life.say('PAB', 'filing.withdrawn', { reason: '改日再办' }))
  t.equal(view.state, 'WITHDRAWN')
  t.ok(view.approvals.every((one) => one.state === 'WITHDRAWN'))
})

t.test('a refused message that names a filing does not make one', async (t) => {
  const life = new RecordLife('R2', seeded(3))
  life.say(undefined, 'message.refused', { problem: {} }, { filing: 'NOBODY' })
  const [one] = life.happenings
  const event = decodeEvent({ data: encodeEvent(one?.event as never), position: 1, revision: 1 })
  t.equal(filingBoardProjection.key(event), undefined)
})

t.test('the fast text of a filing is the text of JSON.stringify, whatever happened', async (t) => {
  const { initial, key, evolve, encode } = filingBoardProjection
  const scratch = new Scratch()
  for (let seed = 1; seed <= 20; seed += 1) {
    const life = new RecordLife('R"1', seeded(seed))
    life.submit()
    for (let event = 0; event < 25; event += 1) life.anything()
    life.finish()
    let view = initial('FR"1')
    for (const [index, { event }] of life.happenings.entries()) {
      const seen = decodeEvent({ data: encodeEvent(event), position: index + 1, revision: index + 1 })
      if (key(seen) === undefined) continue
      view = evolve(view, seen)
      scratch.clear()
      const bytes = Buffer.from(encode?.(view, scratch) ?? '')
      if (bytes.toString('utf8') !== JSON.stringify(view)) t.fail(`${seed}: revision ${seen.revision}`)
    }
  }
  t.pass()
})
