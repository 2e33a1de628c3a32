import { type EventStore, noStream } from '@yibiao/event-store'
import { cutData, type FeedEntry, FeedFold, References } from '@yibiao/projections'
import {
  type EventToRecord,
  encodeEvent,
  exchangeSource,
  type HandedIn,
  makeForm,
  type RecordedEvent,
  recordStream,
  shippedReference,
  sourceOf,
} from '@yibiao/schemas'
import t from 'tap'
import { openBoth } from './support/history.ts'
import { uuidOf } from './support/record-life.ts'

/** The shipped reference data as if published before everything. */
function shippedReferences(): References {
  const shipped = shippedReference()
  const all = new References()
  let position = -100
  const publish = (type: string, content: unknown) => {
    position += 1
    const event = { type: `yibiao.${type}.published.v1`, position, recordedtime: time, data: { content } }
    all.apply(event as RecordedEvent)
  }
  publish('matrix', shipped.matrix.content)
  publish('participants', shipped.participants.content)
  for (const item of shipped.catalogue) publish('catalogue', item.content)
  return all
}

const time = '2026-09-24T02:00:00.000Z'
const references = shippedReferences()
const form = makeForm(3)

const file = (code: string, digit: string): HandedIn => ({
  code,
  digest: digit.repeat(64),
  mediaType: 'application/pdf',
  size: 10,
  title: `${code} 王丽华.pdf`,
})
const articles = file('articles-of-association', '1')
const plan = file('premises-plan', '2')
const intent = file('account-intent', '3')

const event = (participant: string | undefined, type: string, data: unknown, revision: number) =>
  ({
    specversion: '1.0',
    id: uuidOf('R1', revision),
    source: participant === undefined ? exchangeSource : sourceOf(participant),
    type: `yibiao.${type}.v1`,
    subject: 'R1',
    time,
    filing: 'F1',
    authtype: 'officer',
    authid: 'officer',
    recordedtime: time,
    data,
    position: revision,
    revision,
  }) satisfies RecordedEvent

const routed = (item: string, department: string, participant: string, ...materials: HandedIn[]) => ({
  approval: `F1/${item}`,
  item,
  itemVersion: 1,
  department,
  participant,
  ...(materials.length === 0 ? {} : { materials }),
})

const submission = event(
  'PAB',
  'filing.submitted',
  { process: 'company-setup', form, materials: [articles, plan, intent] },
  1,
)
const routing = event(
  undefined,
  'filing.routed',
  {
    process: 'company-setup',
    versions: { process: 1, matrix: 1, participants: 1 },
    approvals: [
      routed('company-setup-registration', 'AMR', 'AMR', articles),
      routed('food-business-licence', 'AMR-FOOD', 'AMR-FOOD', plan),
      routed('hotel-special-trade-licence', 'PSB-SI', 'PSB', plan),
      routed('basic-account-opening', 'BANK', 'BANK-ICBC', intent),
      routed('tax-information-confirmation', 'TAX', 'TAX'),
    ],
  },
  2,
)
const supplement = (...materials: HandedIn[]) =>
  event('PAB', 'supplement.provided', { approval: 'F1/food-business-licence', round: 1, materials }, 3)

/** Folds a record's events from a real store: every event's entries by participant. */
async function fold(store: EventStore, ...events: RecordedEvent[]): Promise<Map<string, FeedEntry>[]> {
  const stored = events.map(({ position: _position, revision: _revision, ...one }) => ({
    id: one.id,
    type: one.type,
    data: encodeEvent(one as EventToRecord),
  }))
  await store.append([{ stream: recordStream('R1'), expectedRevision: noStream, events: stored }])
  const folding = new FeedFold({ store, references })
  const folded: Map<string, FeedEntry>[] = []
  for (const one of await store.readAll())
    folded.push(new Map((await folding.fold(one)).map((entry) => [entry.participant, entry])))
  return folded
}

/** What a participant reads, in the bytes that go out. */
const read = (entry: FeedEntry | undefined) => {
  if (entry === undefined) throw new Error('nothing on the feed')
  return JSON.parse(Buffer.concat(entry.body).toString('utf8')) as {
    approvals?: { item: string; materials?: HandedIn[] }[]
    materials?: HandedIn[]
  }
}
const routedTo = (entry: FeedEntry | undefined) =>
  read(entry).approvals?.flatMap(({ item, materials }) =>
    materials === undefined ? [] : [[item, materials]],
  )

t.test('each sees the files of its own approvals with its part of the form', async (t) => {
  const { store } = await openBoth(t)
  const [, feeds] = await fold(store, submission, routing)
  t.strictSame(routedTo(feeds?.get('AMR')), [['company-setup-registration', [articles]]])
  t.strictSame(routedTo(feeds?.get('AMR-FOOD')), [['food-business-licence', [plan]]])
  t.strictSame(routedTo(feeds?.get('BANK-ICBC')), [['basic-account-opening', [intent]]])
  t.strictSame(routedTo(feeds?.get('TAX')), [])
  for (const participant of ['AMR', 'TAX'])
    t.notMatch(Buffer.concat(feeds?.get(participant)?.body ?? []).toString('utf8'), plan.digest, participant)
})

t.test('a file of a supplement goes to all whose items take it, and to nobody else', async (t) => {
  const { store } = await openBoth(t)
  const [, , feeds] = await fold(store, submission, routing, supplement(file('premises-plan', '4')))
  for (const participant of ['AMR-FOOD', 'PSB'])
    t.strictSame(read(feeds?.get(participant)).materials, [file('premises-plan', '4')], participant)
  for (const participant of ['AMR', 'TAX', 'BANK-ICBC'])
    t.notOk('materials' in read(feeds?.get(participant)), participant)
})

t.test('of several files each sees its own', async (t) => {
  const { store } = await openBoth(t)
  const rules = file('food-safety-rules', '5')
  const [, , feeds] = await fold(store, submission, routing, supplement(plan, rules))
  t.strictSame(read(feeds?.get('AMR-FOOD')).materials, [plan, rules])
  t.strictSame(read(feeds?.get('PSB')).materials, [plan])
})

t.test('a bank without the founder’s consent sees no file', async (t) => {
  const { store } = await openBoth(t)
  const without = event(
    'PAB',
    'filing.submitted',
    { process: 'company-setup', form: { ...form, bank: { ...form.bank, consent: false } } },
    1,
  )
  const [, feeds] = await fold(store, without, routing)
  t.strictSame(routedTo(feeds?.get('BANK-ICBC')), [])
})

t.test('whoever is no participant of the record, such as an operator, is shown none', (t) => {
  const { matrix } = references.current()
  const operator = { participant: 'OPERATOR', columns: ['OPERATOR'], matrices: [matrix] }
  const view = { form: form as never }
  t.notOk('materials' in cutData(supplement(plan), view, operator))
  t.notMatch(JSON.stringify(cutData(routing, view, operator)), plan.digest)
  t.notMatch(JSON.stringify(cutData(submission, view, operator)), plan.digest)
  t.end()
})
