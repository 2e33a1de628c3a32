import { type EventStore, noStream } from '@yibiao/event-store'
import {
  cutChanges,
  cutData,
  type FeedEntry,
  FeedFold,
  type Recipient,
  References,
} from '@yibiao/projections'
import {
  type EventToRecord,
  encodeEvent,
  exchangeSource,
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
  const publish = (type: string, position: number, content: unknown) =>
    all.apply({ type: `yibiao.${type}.published.v1`, position, data: { content } } as RecordedEvent)
  publish('matrix', -2, shipped.matrix.content)
  publish('participants', -1, shipped.participants.content)
  return all
}

const references = shippedReferences()
const { matrix, participants } = references.current()
const recipient = (participant: string, approvals: readonly string[] = []): Recipient => ({
  participant,
  columns: participants.columnsOf(participant),
  matrices: [matrix],
  approvals: new Set(approvals),
})
const form = makeForm(3)
const view = { form: form as never }

const event = (
  participant: string | undefined,
  type: string,
  data: unknown,
  revision = 1,
): RecordedEvent => ({
  specversion: '1.0',
  id: uuidOf('R1', revision),
  source: participant === undefined ? exchangeSource : sourceOf(participant),
  type: `yibiao.${type}.v1`,
  subject: 'R1',
  time: '2026-09-24T02:00:00.000Z',
  authtype: 'officer',
  authid: `teller of ${participant}`,
  ...(participant === undefined ? {} : { messageid: `${participant}-${revision}` }),
  recordedtime: '2026-09-24T02:00:00.000Z',
  data,
  position: revision,
  revision,
})

const routed = (...approvals: readonly [item: string, department: string, participant: string][]) => ({
  process: 'company-setup',
  versions: { process: 1, matrix: 1, participants: 1 },
  approvals: approvals.map(([item, department, participant]) => ({
    approval: `F1/${item}`,
    item,
    department,
    participant,
  })),
})

/** Folds a record's events from a real store: every event's entries by participant. */
async function fold(store: EventStore, events: readonly RecordedEvent[]): Promise<Map<string, FeedEntry>[]> {
  const stream = recordStream('R1')
  const stored = events.map(({ position: _position, revision: _revision, ...one }) => ({
    id: one.id,
    type: one.type,
    data: encodeEvent(one as EventToRecord),
  }))
  await store.append([{ stream, expectedRevision: noStream, events: stored }])
  const folding = new FeedFold({ store, references })
  const folded: Map<string, FeedEntry>[] = []
  for (const one of await store.readAll())
    folded.push(new Map((await folding.fold(one)).map((entry) => [entry.participant, entry])))
  return folded
}

const changesIn = (entry: FeedEntry | undefined) =>
  new Map(
    ((entry?.data.changes ?? []) as { path: string; before: unknown; after: unknown }[]).map((change) => [
      change.path,
      change,
    ]),
  )

t.test('a masked value that was not there or is there no more is not masked into being', (t) => {
  const changes = [
    { path: '/licences/L1/no', before: null, after: 'JY12202020012345' },
    { path: '/licences/L2/no', before: 'JY12202020054321', after: null },
  ]
  t.same(cutChanges(changes, view, recipient('STATS')), [
    { path: '/licences/L1/no', before: null, after: 'JY12***45' },
    { path: '/licences/L2/no', before: 'JY12***21', after: null },
  ])
  t.end()
})

t.test('a bank sees no change without the founder’s consent', (t) => {
  const changes = [{ path: '/name/full', before: null, after: '吉林市某某有限公司' }]
  t.equal(cutChanges(changes, view, recipient('BANK-ICBC')).length, 1)
  const without = { form: { ...form, bank: { ...form.bank, consent: false } } as never }
  t.same(cutChanges(changes, without, recipient('BANK-ICBC')), [])
  t.end()
})

t.test('what nobody has thought about is shown to nobody', (t) => {
  const unknown = event('TAX', 'something.new', { approval: 'F1/x', secret: '王丽华', form: { uscc: 'X' } })
  t.same(cutData(unknown, view, recipient('PSB')), { form: { uscc: 'X' } }, 'but form values by the matrix')
  const grown = event('TAX', 'approval.granted', { approval: 'F1/x', round: 1, note: '王丽华' })
  t.same(cutData(grown, view, recipient('PSB')), { approval: 'F1/x', round: 1 })
  t.end()
})

t.test('paths and removals are told to those who see something there', (t) => {
  const confirmed = event('STATS', 'value.confirmed', { paths: ['/industry/code', '/people/P1/idNo'] })
  t.same(cutData(confirmed, view, recipient('CUSTOMS')), { paths: ['/industry/code', '/people/P1/idNo'] })
  t.same(cutData(confirmed, view, recipient('HPF')), { paths: ['/people/P1/idNo'] }, 'masked is seen')
  const disputed = event('BANK-ICBC', 'value.disputed', {
    path: '/beneficialOwners/U1/nature',
    claimed: 'CONTROL',
    reason: '王丽华',
  })
  t.same(cutData(disputed, view, recipient('TAX')), {}, 'nothing of a value that is not seen')
  t.match(cutData(disputed, view, recipient('AMR')), { reason: '王丽华' }, 'its owner reads the reason')
  const removed = event('AMR', 'record.changed', { reason: 'r', removed: ['/shareholders/S1', '/liaison'] })
  t.same(cutData(removed, view, recipient('TAX')), { removed: ['/shareholders/S1'] })
  t.same(cutData(removed, view, recipient('PSB')), { removed: [] })
  t.end()
})

t.test('a new role opens what it shows and the end of a role takes it away', async (t) => {
  const { store } = await openBoth(t)
  const change = { reason: 'r', form: { legalRepresentative: { person: 'P2' } } }
  const folded = await fold(store, [
    event('PAB', 'filing.submitted', { process: 'company-setup', form }, 1),
    event(
      undefined,
      'filing.routed',
      routed(['tax', 'TAX', 'TAX'], ['seal', 'PSB', 'PSB'], ['hpf', 'HPF', 'HPF']),
      2,
    ),
    event('AMR', 'record.changed', change, 3),
  ])
  const [one, two] = ['P1', 'P2'].map((key) => form.people.find((person) => person.key === key))
  const changes = changesIn(folded[2]?.get('PSB'))
  t.match(changes.get('/legalRepresentative/person'), { before: 'P1', after: 'P2' })
  t.same(changes.get('/people/P1/idNo'), { path: '/people/P1/idNo', before: one?.idNo, after: null })
  t.same(changes.get('/people/P2/idNo'), { path: '/people/P2/idNo', before: null, after: two?.idNo })
  const masked = changesIn(folded[2]?.get('HPF'))
  t.match(
    masked.get('/people/P2/idNo'),
    { before: null, after: /^\d{4}\*\*\*.{2}$/ },
    'masked where it is masked',
  )
})

t.test('consent that is taken back takes everything back', async (t) => {
  const { store } = await openBoth(t)
  const consent = (is: boolean) => ({ reason: 'r', form: { bank: { consent: is } } })
  const folded = await fold(store, [
    event('PAB', 'filing.submitted', { process: 'company-setup', form }, 1),
    event(undefined, 'filing.routed', routed(['account', 'BANK', 'BANK-ICBC'], ['tax', 'TAX', 'TAX']), 2),
    event('PAB', 'record.changed', consent(false), 3),
    event('AMR', 'record.changed', { reason: 'r', form: { name: { full: '吉林市新名有限公司' } } }, 4),
    event('PAB', 'record.changed', consent(true), 5),
  ])
  const first = changesIn(folded[1]?.get('BANK-ICBC'))
  const gone = changesIn(folded[2]?.get('BANK-ICBC'))
  t.same([...gone.keys()].sort(), [...first.keys()].sort(), 'all that it had')
  t.ok([...gone.values()].every(({ after }) => after === null))
  t.same(folded[3]?.get('BANK-ICBC')?.data, {}, 'its number still comes, with nothing in it')
  t.equal(
    changesIn(folded[4]?.get('BANK-ICBC')).get('/name/full')?.after,
    '吉林市新名有限公司',
    'as it is now',
  )
  t.equal(changesIn(folded[4]?.get('TAX')).size, 0, 'nobody else hears of it')
})

t.test('another participant’s message does not tell which one it was', async (t) => {
  const { store } = await openBoth(t)
  const opened = {
    approval: 'F1/account',
    round: 1,
    form: { bank: { accountNo: '622200001' } },
    remarks: '工行',
  }
  const folded = await fold(store, [
    event('PAB', 'filing.submitted', { process: 'company-setup', form }, 1),
    event(undefined, 'filing.routed', routed(['account', 'BANK', 'BANK-ICBC'], ['seal', 'PSB', 'PSB']), 2),
    event('BANK-ICBC', 'approval.recorded', opened, 3),
    event('PSB', 'approval.recorded', { approval: 'F1/seal', round: 1 }, 4),
  ])
  const toPsb = JSON.parse(folded[2]?.get('PSB')?.attributes.text ?? '')
  t.equal(toPsb.source, '/participants/BANK', 'by department')
  t.notMatch(JSON.stringify(toPsb), /ICBC|teller|messageid/)
  t.same(folded[2]?.get('PSB')?.data, { approval: 'F1/account', round: 1 })
  const toItself = JSON.parse(folded[2]?.get('BANK-ICBC')?.attributes.text ?? '')
  t.match(toItself, { source: '/participants/BANK-ICBC', messageid: 'BANK-ICBC-3' })
  const psb = JSON.parse(folded[3]?.get('BANK-ICBC')?.attributes.text ?? '')
  t.match(
    psb,
    { source: '/participants/PSB', authid: 'teller of PSB' },
    'where the codes are alike nothing changes',
  )
})

t.test('what goes out is the JSON of what is told, for newcomers and for who knows the record', async (t) => {
  const { store } = await openBoth(t)
  const words = ['"quoted"\\', 'line\nbreak', '𠮷林', '']
  const told = { ...form, name: { ...form.name, tradeName: words.join(' ') } }
  const folded = await fold(store, [
    event('PAB', 'filing.submitted', { process: 'company-setup', form: told }, 1),
    event(
      undefined,
      'filing.routed',
      routed(['a', 'AMR', 'AMR'], ['t', 'TAX', 'TAX'], ['s', 'STATS', 'STATS']),
      2,
    ),
    event('AMR', 'record.changed', { reason: 'r', form: { name: { tradeName: '二' } } }, 3),
  ])
  for (const entries of folded.slice(1))
    for (const [participant, { body, data }] of entries)
      t.same(JSON.parse(Buffer.concat(body).toString('utf8')), data, participant)
  const full = changesIn(folded[1]?.get('AMR')).get('/name/tradeName')
  t.equal(full?.after, words.join(' '))
  t.ok((folded[1]?.get('STATS')?.body.length ?? 0) > 3, 'a newcomer that sees a part gets it in pieces')
})

t.test('what is applied for goes to those who may see it, and its reason to nobody else', async (t) => {
  const asked = event('PAB', 'application.submitted', {
    process: 'change',
    form: { domicile: { text: '别处' }, capital: { amountFen: 1 } },
    removed: ['/businessPlace', '/shareholders/S1/subscribedBy'],
    reason: '搬迁',
  })
  t.strictSame(cutData(asked, view, recipient('HRSS'), []), {
    process: 'change',
    form: { domicile: { text: '别处' } },
    removed: ['/businessPlace'],
  })
  t.match(cutData(asked, view, recipient('AMR'), []), { form: { capital: { amountFen: 1 } } })
})

t.test('an objection is public, the reasons of a sanction are told by code', async (t) => {
  const reasons = [{ code: 'R', rule: '公司法 260', zh: '个人情况', en: 'private matters' }]
  t.match(cutData(event('TAX', 'objection.raised', { reasons }), view, recipient('HRSS')), { reasons })
  const revoked = event('AMR', 'licence.revoked', {
    approval: 'F1/licence-revocation',
    round: 1,
    form: { status: '2' },
    decisionNo: '1',
    reasons,
  })
  const seen = cutData(revoked, view, recipient('HRSS'))
  t.match(seen, { form: { status: '2' }, decisionNo: '1', reasons: [{ code: 'R', en: '(withheld)' }] })
  t.notMatch(JSON.stringify(seen), /private matters/)
})
