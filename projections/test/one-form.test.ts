import { changesOf, foldRecord, oneFormProjection, standingOf } from '@yibiao/projections'
import { decodeEvent, encodeEvent, type RecordedEvent } from '@yibiao/schemas'
import t from 'tap'
import { Scratch } from '../src/scratch.ts'
import { seeded } from './support/random.ts'
import { RecordLife } from './support/record-life.ts'
import { matrix, references } from './support/references.ts'

const recorded = (life: RecordLife): readonly RecordedEvent[] =>
  life.happenings.map(({ event }, index) =>
    decodeEvent({ data: encodeEvent(event), position: (index + 1) * 10, revision: index + 1 }),
  )

function life(...more: readonly ((life: RecordLife) => void)[]): RecordLife {
  const made = new RecordLife('R1', seeded(1))
  made.submit('吉林市松花餐饮有限公司')
  for (const step of more) step(made)
  return made
}

const view = (made: RecordLife, effectiveAt?: string) =>
  foldRecord('R1', recorded(made), references, effectiveAt === undefined ? {} : { effectiveAt })

const register = (made: RecordLife) => made.register('91220202PDY00001X5')
const change = (text: string) => (made: RecordLife) =>
  made.say('AMR-220202', 'record.changed', { reason: '变更', form: { domicile: { text } } })

t.test('a submitted value is declared, and its writer is the applicant', async (t) => {
  const one = view(life())
  t.match(one, { record: 'R1', revision: 2, status: 'FILED', filings: ['FR1'] })
  t.equal(one.provenance['/name/full'], 1)
  t.equal(one.writers['1'], 'APPLICANT')
  t.equal(standingOf(one, '/name/full', matrix), 'declared')
})

t.test('registration makes the registrar answer for every value of its own, and for no other', async (t) => {
  const one = view(life(register))
  t.equal(one.status, 'REGISTERED')
  t.equal(standingOf(one, '/name/full', matrix), 'registered')
  t.equal(standingOf(one, '/uscc', matrix), 'registered', 'what it wrote itself')
  t.equal(standingOf(one, '/tax/vatStatus', matrix), 'declared', 'what is the tax office’s')
  t.equal(one.writers['3'], 'AMR')
})

t.test('a value that nobody owns stays declared', async (t) => {
  t.equal(standingOf(view(life(register)), '/delivery/kind', matrix), 'declared')
})

t.test('a confirmation by another department holds until the value changes', async (t) => {
  const confirm = (made: RecordLife) => made.say('STATS', 'value.confirmed', { paths: ['/domicile'] })
  const one = view(life(register, confirm))
  t.equal(standingOf(one, '/domicile/text', matrix), 'confirmed', 'a group stands for its values')
  t.equal(standingOf(one, '/domicile/postalCode', matrix), 'confirmed')
  const later = view(life(register, confirm, change('新址1号')))
  t.equal(standingOf(later, '/domicile/text', matrix), 'registered')
  t.equal(standingOf(later, '/domicile/postalCode', matrix), 'confirmed')
})

t.test('a dispute wins over everything until its department confirms or the value changes', async (t) => {
  const dispute = (made: RecordLife) =>
    made.say('TAX', 'value.disputed', { path: '/domicile/text', reason: '查无此址' })
  const confirmBy = (who: string) => (made: RecordLife) =>
    made.say(who, 'value.confirmed', { paths: ['/domicile/text'] })
  const standing = (...steps: readonly ((life: RecordLife) => void)[]) =>
    standingOf(view(life(register, ...steps)), '/domicile/text', matrix)
  t.equal(standing(dispute), 'disputed')
  t.equal(standing(dispute, confirmBy('STATS')), 'disputed', 'another department cannot take it back')
  t.equal(standing(dispute, confirmBy('TAX')), 'confirmed')
  t.equal(standing(dispute, change('新址2号')), 'registered')
})

t.test('a value that was set but is not carried here is withheld', async (t) => {
  const one = view(life(register))
  const cut = { ...one, form: {} }
  t.equal(standingOf(cut, '/name/full', matrix), 'withheld')
})

t.test('a participant of two departments writes as the one that owns the value', async (t) => {
  const one = view(
    life(register, (made) => {
      made.record_('social-insurance', 'HRSS', { social: { unitNo: '2202001' } })
      made.say('HRSS', 'record.changed', { reason: '参保', form: { medical: { unitNo: '2202002' } } })
    }),
  )
  t.equal(one.writers['5'], 'HRSS')
  t.equal(one.writers['6'], 'HSA')
  t.same(
    one.registrations,
    { AMR: 3, HRSS: 5 },
    'only the department in charge of the approval registers by it',
  )
})

t.test('removing an element takes its values and their provenance with it', async (t) => {
  const one = view(
    life(register, (made) =>
      made.say('AMR-220202', 'record.changed', { reason: '退出', removed: ['/shareholders/S2'] }),
    ),
  )
  t.notOk(Object.keys(one.provenance).some((path) => path.startsWith('/shareholders/S2')))
  t.ok(one.provenance['/shareholders/S1/subscribedFen'])
})

t.test('changesOf gives before and after, and nothing for a value said again', async (t) => {
  const events = recorded(life(change('新址3号'), change('新址3号')))
  const first = foldRecord('R1', events.slice(0, 2), references)
  const [changed] = changesOf(first, events[2] as RecordedEvent)
  t.match(changed, { path: '/domicile/text', after: '新址3号' })
  t.match(changed?.before, /重庆街/)
  const second = foldRecord('R1', events.slice(0, 3), references)
  t.same(changesOf(second, events[3] as RecordedEvent), [])
  t.equal(foldRecord('R1', events, references).provenance['/domicile/text'], 3)
})

t.test('effectiveAt leaves out what was not yet in force', async (t) => {
  const made = life(register)
  made.say(
    'AMR-220202',
    'record.changed',
    { reason: '预告', form: { domicile: { text: '远期地址' } } },
    { effectivefrom: '2027-01-01' },
  )
  t.notMatch(JSON.stringify(view(made, '2026-12-31').form), '远期地址')
  t.match(JSON.stringify(view(made, '2027-01-01').form), '远期地址')
  t.equal(view(made, '2026-09-23').revision, 0, 'by the legal date of `time` where nothing else is said')
})

t.test('an event that is given twice changes nothing', async (t) => {
  const events = recorded(life(register, change('新址4号')))
  const twice = events.flatMap((event) => [event, event])
  t.same(foldRecord('R1', twice, references), foldRecord('R1', events, references))
})

t.test('who files again after a withdrawal stands where he stood at first', async (t) => {
  const withdraw = (made: RecordLife) => made.say('PAB', 'filing.withdrawn', { reason: '改日再办' })
  t.equal(view(life(withdraw)).status, 'WITHDRAWN')
  t.equal(view(life(withdraw, (made) => made.submit())).status, 'FILED')
  t.equal(view(life(register, withdraw)).status, 'REGISTERED')
})

t.test('the fast text of a view is the text of JSON.stringify, whatever happened', async (t) => {
  const projection = oneFormProjection(references)
  const scratch = new Scratch()
  for (let seed = 1; seed <= 20; seed += 1) {
    const made = new RecordLife('R"1', seeded(seed))
    made.submit()
    for (let event = 0; event < 25; event += 1) made.anything()
    let view = projection.initial('R"1')
    for (const event of recorded(made)) {
      view = projection.evolve(view, event)
      scratch.clear()
      const bytes = Buffer.from(projection.encode?.(view, scratch) ?? '')
      if (bytes.toString('utf8') !== JSON.stringify(view)) t.fail(`${seed}: revision ${event.revision}`)
    }
  }
  t.pass()
})

t.test('of what the fold does not read, the place alone gives the same view', async (t) => {
  const projection = oneFormProjection(references)
  let places = 0
  for (let seed = 1; seed <= 20; seed += 1) {
    const made = new RecordLife('R1', seeded(seed))
    made.submit()
    for (let event = 0; event < 25; event += 1) made.anything()
    made.finish()
    let [whole, cut] = [projection.initial('R1'), projection.initial('R1')]
    for (const event of recorded(made)) {
      const { type, subject, position, revision } = event
      const place = projection.reads?.(type) === false
      if (place) places += 1
      const seen = place ? ({ type, subject, position, revision } as RecordedEvent) : event
      t.equal(projection.key(seen), projection.key(event))
      whole = projection.evolve(whole, event)
      cut = projection.evolve(cut, seen)
    }
    t.same(cut, whole, `seed ${seed}`)
  }
  t.ok(places > 20, 'there are such events')
})
