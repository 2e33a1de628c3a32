import { loadReferences } from '@yibiao/projections'
import {
  type CatalogueItem,
  contentDigest,
  decodeEvent,
  type EventDataByType,
  filingIdOf,
  type Message,
  makeForm,
  type RecordedEvent,
  recordIdOf,
  recordStream,
  shippedReference,
} from '@yibiao/schemas'
import t, { type Test } from 'tap'
import { verifyRecord } from '../index.ts'
import { type Laboratory, laboratory } from './laboratory.ts'
import { message } from './specification.ts'

const shipped = shippedReference()
const item = (code: string): CatalogueItem => {
  const found = shipped.catalogue.find(({ content }) => content.code === code)?.content
  if (!found) throw new Error(`no item ${code}`)
  return found
}
const food = item('food-business-licence')
const process = shipped.processes.map(({ content }) => content).find((one) => one.process === 'company-setup')
const [, y2026] = shipped.calendars.map(({ content }) => content)
if (!process || !y2026) throw new Error('nothing is shipped')

const publication = (kind: string, content: object, id?: string): Message => {
  const { version } = content as { readonly version: number }
  const data = { version, digest: contentDigest(content), content }
  const { filing: _none, ...said } = message('OPERATOR', `${kind}.published`, data, {
    subject: 'publications',
    authtype: 'operator',
    authid: 'operator-1',
  })
  return { ...said, ...(id === undefined ? {} : { id }) }
}

function withLaboratory(name: string, run: (t: Test, lab: Laboratory) => Promise<void>): void {
  t.test(name, async (t) => {
    const lab = await laboratory()
    t.teardown(() => lab.close())
    await run(t, lab)
  })
}

/** Code and pointer of the first issue of every refusal, in order. */
async function refusals(lab: Laboratory): Promise<string[]> {
  return (await lab.all())
    .filter((one) => one.stream.startsWith('refusal-'))
    .map((one) => decodeEvent<{ problem: { issues: { code: string; pointer: string }[] } }>(one).data)
    .map(({ problem: { issues } }) => `${issues[0]?.code} ${issues[0]?.pointer}`)
}

const versionsIn = async (lab: Laboratory, stream: string): Promise<number[]> =>
  (await lab.store.readStream(stream)).map((one) => decodeEvent<{ version: number }>(one).data.version)

withLaboratory('a version is the next one of its stream, or refused', async (t, lab) => {
  await lab.ledger()
  await lab.publish(
    'OPERATOR',
    publication('catalogue', { ...food, version: 1 }),
    publication('catalogue', { ...food, version: 3 }),
    publication('catalogue', { ...food, version: 2 }),
    publication('catalogue', { ...food, version: 2 }),
    publication('catalogue', { ...food, version: 3 }),
  )
  await lab.settled()
  t.strictSame(await versionsIn(lab, `catalogue-${food.code}`), [1, 2, 3])
  const wrong = 'YB_PUBLICATION_VERSION /data/version'
  t.strictSame(await refusals(lab), [wrong, wrong, wrong])
})

withLaboratory('a publication that is said again is a repetition, whatever came since', async (t, lab) => {
  await lab.ledger()
  const second = publication('catalogue', { ...food, version: 2 })
  await lab.publish('OPERATOR', second, publication('catalogue', { ...food, version: 3 }))
  await lab.settled()
  await lab.publish('OPERATOR', { ...second, time: new Date(lab.clock.now()).toISOString() })
  await lab.settled()
  t.strictSame(await versionsIn(lab, `catalogue-${food.code}`), [1, 2, 3])
  t.strictSame(await refusals(lab), [])
  await lab.publish('OPERATOR', publication('catalogue', { ...food, version: 4 }, second.id))
  await lab.settled()
  t.strictSame(await refusals(lab), ['YB_MESSAGE_ID_REUSED /id'])
})

withLaboratory('what an item must hold is asked by the ledger itself', async (t, lab) => {
  await lab.ledger()
  const { timeLimit } = food.disclosure
  const slow = {
    ...food,
    version: 2,
    disclosure: {
      ...food.disclosure,
      timeLimit: { ...timeLimit, promised: { ...timeLimit.promised, value: 11 } },
    },
  }
  const blank = {
    ...food,
    version: 2,
    disclosure: { ...food.disclosure, quota: { ...food.disclosure.quota, zh: '待定' } },
  }
  const { quota: _quota, ...unsaid } = food.disclosure
  await lab.publish(
    'OPERATOR',
    publication('catalogue', slow),
    publication('catalogue', blank),
    publication('catalogue', { ...food, version: 2, disclosure: unsaid }),
    publication('catalogue', { ...food, version: 2, cards: { warning: 90, red: 50 } }),
    publication('catalogue', { ...food, version: 2, extension: { value: 11, unit: 'WORKING_DAY' } }),
  )
  await lab.settled()
  t.strictSame((await refusals(lab)).toSorted(), [
    'YB_EXTENSION_TOO_LONG /data/content/extension/value',
    'YB_ITEM_INCOMPLETE /data/content/disclosure/quota/zh',
    'YB_PROMISE_TOO_LONG /data/content/disclosure/timeLimit/promised/value',
    'YB_PUBLICATION /data/content/cards/warning',
    'YB_SCHEMA /data/content/disclosure/quota',
  ])
  t.strictSame(await versionsIn(lab, `catalogue-${food.code}`), [1])
})

withLaboratory(
  'of two items in one batch that would wait for one another the second is refused',
  async (t, lab) => {
    const hygiene = item('public-venue-hygiene-licence')
    await lab.publish(
      'OPERATOR',
      publication('catalogue', { ...food, version: 2, dependsOn: [hygiene.code] }),
      publication('catalogue', { ...hygiene, version: 2, dependsOn: [food.code] }),
    )
    await lab.ledger()
    await lab.settled()
    t.strictSame(await refusals(lab), ['YB_PUBLICATION /data/content/dependsOn/0'])
    t.strictSame(lab.references.current().catalogue.byCode.get(food.code)?.dependsOn, [hygiene.code])
    t.equal(lab.references.current().catalogue.byCode.get(hygiene.code)?.version, 1)
  },
)

withLaboratory('a calendar that could not be counted by never comes into force', async (t, lab) => {
  await lab.ledger()
  const before = lab.references.current().calendar.version
  const y2027 = { ...y2026, year: 2027, version: 1, off: ['2027-01-02'], on: [] }
  await lab.publish(
    'OPERATOR',
    publication('calendar', y2027),
    publication('calendar', { ...y2026, version: 2, on: ['2026-10-09'] }),
    publication('calendar', { ...y2027, version: 2, off: ['2027-01-01'] }),
  )
  await lab.settled()
  t.strictSame((await refusals(lab)).toSorted(), [
    'YB_CALENDAR /data/content/off/0',
    'YB_CALENDAR /data/content/on/0',
    'YB_PUBLICATION_VERSION /data/version',
  ])
  t.equal(lab.references.current().calendar.version, before)
  await lab.publish('OPERATOR', publication('calendar', { ...y2027, off: ['2027-01-01'] }))
  await lab.settled()
  t.equal(lab.references.current().calendar.version, `${before}+2027.1`)
})

withLaboratory('what a history did not begin with is found again at the next start', async (t, lab) => {
  await lab.ledger()
  const own: CatalogueItem = { ...food, code: 'street-stall-recordal', version: 1 }
  const moving = { ...process, process: 'company-moving', version: 1 }
  await lab.publish(
    'OPERATOR',
    publication('catalogue', own),
    publication('process', moving),
    publication('calendar', { ...y2026, year: 2031, version: 1, off: ['2031-01-01'], on: [] }),
    publication('delegations', {
      participant: 'TAX',
      version: 1,
      officers: [{ officer: 'TAX-07', items: ['invoice-supply'], from: '2026-09-01' }],
    }),
  )
  await lab.settled()
  t.strictSame(await refusals(lab), [])
  const again = (await loadReferences(lab.store, ['company-setup'])).current()
  t.equal(again.catalogue.byCode.get(own.code)?.version, 1)
  t.ok(again.processes.has('company-moving'))
  t.ok(again.calendar.years.includes(2031), 'though 2027 to 2030 are not published')
  t.equal(again.delegations.get('TAX')?.version, 1)
  t.strictSame(
    (await lab.store.readStream('publications')).map(
      (one) => decodeEvent<{ stream: string }>(one).data.stream,
    ),
    ['catalogue-street-stall-recordal', 'process-company-moving', 'calendar-2031', 'delegations-TAX'],
  )
})

withLaboratory('an open filing keeps the versions that it started with', async (t, lab) => {
  await lab.ledger()
  const submission = (key: string, seed: number): Message =>
    message(
      'PAB',
      'filing.submitted',
      { process: 'company-setup', form: makeForm(seed) },
      {
        id: `${key}/submitted`,
        subject: recordIdOf('a-1', key),
        filing: filingIdOf('a-1', key),
        authtype: 'applicant',
        authid: 'a-1',
      },
    )
  const routed = async (one: Message) => {
    const [, event] = await lab.stream(recordStream(one.subject), 2)
    const data = event?.data as EventDataByType['yibiao.filing.routed.v1']
    const found = data.approvals.find(({ item }) => item === 'company-setup-registration')
    return { process: data.versions.process, item: found?.itemVersion }
  }
  const registration = item('company-setup-registration')
  const before = submission('before', 3)
  await lab.publish('PAB', before)
  t.match(await routed(before), { process: 1, item: 1 })
  await lab.publish(
    'OPERATOR',
    publication('catalogue', { ...registration, version: 2 }),
    publication('process', { ...process, version: 2 }),
  )
  await lab.settled()
  const after = submission('after', 5)
  await lab.publish('PAB', after)
  t.match(await routed(after), { process: 2, item: 2 })
  t.match(await routed(before), { process: 1, item: 1 })
  const now = lab.references.current()
  t.equal(now.item(registration.code, 1)?.version, 1, 'what it was promised can still be asked for')

  const registered = message(
    'AMR',
    'enterprise.registered',
    {
      approval: `${before.filing}/company-setup-registration`,
      round: 1,
      form: {
        uscc: '91220202PDY00001X5',
        establishedOn: '2026-09-30',
        status: '1',
        registryOrg: { code: '220202', name: '吉林市昌邑区市场监督管理局' },
      },
    },
    { subject: before.subject, filing: before.filing ?? '' },
  )
  await lab.publish('AMR', registered)
  await lab.settled()
  const events = await lifeOf(lab, before.subject)
  t.ok(
    events.some(({ type }) => type === 'yibiao.enterprise.registered.v1'),
    'and it goes on',
  )
  t.strictSame(verified(lab, before.subject, events), [])
})

withLaboratory('a delegation is asked as it was, whatever is published later', async (t, lab) => {
  await lab.ledger()
  const { makeForm } = await import('@yibiao/schemas')
  const submitted = message(
    'PAB',
    'filing.submitted',
    { process: 'company-setup', form: makeForm(3) },
    {
      subject: recordIdOf('a-1', 'd'),
      filing: filingIdOf('a-1', 'd'),
      authtype: 'applicant',
      authid: 'a-1',
    },
  )
  await lab.publish('PAB', submitted)
  await lab.settled()
  const handedOn = (version: number, officer: string) =>
    publication('delegations', {
      participant: 'AMR',
      version,
      officers: [{ officer, items: ['company-setup-registration'], from: '2026-01-01' }],
    })
  const refuses = (authid: string) =>
    message(
      'AMR',
      'approval.refused',
      {
        approval: `${submitted.filing}/company-setup-registration`,
        round: 1,
        reasons: [{ code: 'R1', rule: '行政许可法 38', zh: '不符合条件', en: 'conditions not met' }],
      },
      { subject: submitted.subject, filing: submitted.filing ?? '', authid },
    )
  await lab.publish('OPERATOR', handedOn(1, 'AMR-01'))
  await lab.settled()
  await lab.publish('AMR', refuses('AMR-02'), refuses('AMR-01'))
  await lab.settled()
  await lab.publish('OPERATOR', handedOn(2, 'AMR-02'))
  await lab.settled()
  const events = await lifeOf(lab, submitted.subject)
  const refused = events.find(({ type }) => type === 'yibiao.message.refused.v1')
  t.match(refused?.data, {
    problem: {
      code: 'YB_NOT_DELEGATED',
      detailZh: /AMR 的经办人 AMR-02 .*无权办理 company-setup-registration/,
    },
  })
  t.equal(events.at(-1)?.type, 'yibiao.filing.refused.v1')
  t.strictSame(verified(lab, submitted.subject, events), [], 'though AMR-01 may no more')
})

const lifeOf = async (lab: Laboratory, record: string): Promise<RecordedEvent[]> =>
  (await lab.store.readStream(recordStream(record))).map((one) => decodeEvent(one))

const verified = (lab: Laboratory, record: string, events: readonly RecordedEvent[]) =>
  verifyRecord(record, events, { references: lab.references, mode: 'sandbox', registry: '2202' })
