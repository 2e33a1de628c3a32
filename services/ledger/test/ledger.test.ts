import { createHash } from 'node:crypto'
import type { EventStore } from '@yibiao/event-store'
import {
  decodeEvent,
  eventIdOf,
  filingIdOf,
  type Message,
  type RecordedEvent,
  recordIdOf,
  recordStream,
} from '@yibiao/schemas'
import t, { type Test } from 'tap'
import { holderOf, refusalIdOf } from '../index.ts'
import { type Laboratory, laboratory } from './laboratory.ts'
import { anyForm, submitted } from './specification.ts'

const now = () => new Date().toISOString()

/** A submission of a record of its own. */
function submission(key: string, seed = 3): Message & { readonly filing: string } {
  const record = recordIdOf('test', key)
  return {
    ...submitted(anyForm(seed)),
    id: `submit-${key}`,
    subject: record,
    filing: filingIdOf('test', key),
    time: now(),
  }
}

const officer = (participant: string, type: string, of: Message, data: object, id: string): Message => ({
  ...of,
  id,
  source: `/participants/${participant}`,
  type: `yibiao.${type}.v1`,
  authtype: 'officer',
  authid: 'o-1',
  time: now(),
  data,
})

const registers = (of: Message, id = 'registered', uscc = '91220202PDY00001X5'): Message =>
  officer(
    'AMR',
    'enterprise.registered',
    of,
    {
      approval: `${of.filing}/company-setup-registration`,
      round: 1,
      form: {
        uscc,
        establishedOn: '2026-09-30',
        status: '1',
        registryOrg: { code: '220202', name: '昌邑区市场监督管理局' },
      },
    },
    id,
  )

interface Refusal {
  readonly problem: { readonly code: string }
  readonly participant: string
  readonly bytes: string
}

const refusalOf = (event: RecordedEvent | undefined): Refusal => {
  if (event?.type !== 'yibiao.message.refused.v1') throw new Error('no refusal')
  return event.data as Refusal
}

const types = (events: readonly RecordedEvent[]) =>
  events.map((one) => one.type.replace(/^yibiao\.|\.v1$/g, ''))

const withLaboratory = (name: string, body: (t: Test, lab: Laboratory) => Promise<void>) =>
  t.test(name, async (t) => {
    const lab = await laboratory()
    t.teardown(() => lab.close())
    await body(t, lab)
  })

withLaboratory('a message is recorded under the exchange’s id, with the sender’s kept', async (t, lab) => {
  await lab.ledger()
  const one = submission('a')
  await lab.publish('PAB', one)
  const [first, second] = await lab.stream(recordStream(one.subject), 2)
  t.equal(first?.id, eventIdOf('/participants/PAB', one.id, 0))
  t.equal(first?.messageid, one.id)
  t.ok(first?.receivedtime)
  t.equal(second?.id, eventIdOf('/participants/PAB', one.id, 1))
  t.equal(second?.source, '/exchange')
  t.equal(second?.causationid, first?.id)
})

withLaboratory(
  'the same message again changes nothing; the same id with other content is refused on record',
  async (t, lab) => {
    await lab.ledger()
    const one = submission('b')
    await lab.publish('PAB', one, one)
    await lab.settled()
    await lab.publish('PAB', { ...one, time: now() })
    await lab.settled()
    t.equal((await lab.store.readStream(recordStream(one.subject))).length, 3)

    const other = { ...one, data: { process: 'company-setup', form: anyForm(4) } }
    await lab.publish('PAB', other)
    await lab.settled()
    const digest = createHash('sha256').update(JSON.stringify(other)).digest('hex')
    const [refusal] = await lab.stream(`refusal-${digest}`, 1)
    t.equal(refusal?.id, refusalIdOf(digest))
    t.equal(refusalOf(refusal).problem.code, 'YB_MESSAGE_ID_REUSED')
    t.equal((await lab.store.readStream(recordStream(one.subject))).length, 3)
  },
)

withLaboratory(
  'a refusal that depended on the record is in its stream, and is itself idempotent',
  async (t, lab) => {
    await lab.ledger()
    const one = submission('c')
    const early = officer(
      'TAX',
      'approval.recorded',
      one,
      { approval: `${one.filing}/tax-information-confirmation`, round: 1 },
      'early',
    )
    await lab.publish('PAB', one)
    await lab.settled()
    await lab.publish('TAX', early, early)
    await lab.settled()
    const events = await lab.stream(recordStream(one.subject), 4)
    t.strictSame(types(events), ['filing.submitted', 'filing.routed', 'clocks.started', 'message.refused'])
    const data = refusalOf(events[3])
    t.equal(data.problem.code, 'YB_APPROVAL_STATE')
    t.equal(data.participant, 'TAX')
    t.strictSame(JSON.parse(Buffer.from(data.bytes, 'base64').toString()), early, 'the bytes are on record')
  },
)

withLaboratory(
  'what cannot be read, or is not the sender’s to say, is refused with its bytes',
  async (t, lab) => {
    await lab.ledger()
    const one = submission('d')
    const cases: [string, string | Buffer, string][] = [
      ['TAX', '{"broken', 'YB_MESSAGE_JSON'],
      ['TAX', Buffer.from([0xff, 0xfe, 0x41]), 'YB_MESSAGE_ENCODING'],
      ['TAX', JSON.stringify({ ...one, source: '/participants/PAB' }), 'YB_SOURCE_MISMATCH'],
      ['TAX', JSON.stringify({ ...one, source: '/participants/TAX' }), 'YB_NOT_YOURS_TO_SAY'],
      ['PAB', JSON.stringify({ ...one, position: 7 }), 'YB_MESSAGE_RESERVED'],
      ['PAB', JSON.stringify({ ...one, type: 'yibiao.nothing.happened.v1' }), 'YB_TYPE_UNKNOWN'],
    ]
    for (const [participant, text, code] of cases) {
      await lab.publish(participant, text)
      await lab.settled()
      const digest = createHash('sha256').update(text).digest('hex')
      const [refusal] = await lab.stream(`refusal-${digest}`, 1)
      t.equal(refusalOf(refusal).problem.code, code, code)
      t.equal(refusalOf(refusal).participant, participant)
    }
  },
)

withLaboratory('of two records that want one name the first gets it, also in one batch', async (t, lab) => {
  const [one, other] = [submission('e1'), submission('e2')]
  await lab.publish('PAB', one, other)
  await lab.ledger()
  await lab.settled()
  const lengths = await Promise.all(
    [one, other].map(async (each) => (await lab.store.readStream(recordStream(each.subject))).length),
  )
  t.strictSame(lengths.sort(), [0, 3])
  const refusals = (await lab.all()).filter((each) => each.stream.startsWith('refusal-'))
  t.equal(refusals.length, 1)
})

withLaboratory('a withdrawn filing gives its name back, and another record may take it', async (t, lab) => {
  await lab.ledger()
  const [one, other] = [submission('f1'), submission('f2')]
  const withdrawn = {
    ...officer('PAB', 'filing.withdrawn', one, { reason: '不再办理' }, 'w'),
    authtype: 'applicant',
    authid: 'a-1',
  } as Message
  await lab.publish('PAB', one)
  await lab.settled()
  await lab.publish('PAB', withdrawn)
  await lab.settled()
  await lab.publish('PAB', other)
  await lab.settled()
  t.equal((await lab.store.readStream(recordStream(other.subject))).length, 3)
  const claims = await lab.stream(`name-2202-${anyForm(3).name.full}`, 3)
  t.strictSame(types(claims), ['identifier.claimed', 'identifier.released', 'identifier.claimed'])
  t.equal(holderOf(claims), other.subject)
})

withLaboratory('a code belongs to one record for ever', async (t, lab) => {
  await lab.ledger()
  const [one, other] = [submission('g1', 3), submission('g2', 4)]
  await lab.publish('PAB', one, other)
  await lab.settled()
  await lab.publish('AMR', registers(one, 'r1'), registers(other, 'r2'))
  await lab.settled()
  const events = await Promise.all([one, other].map((each) => lab.stream(recordStream(each.subject), 4)))
  const all = events.flatMap(types)
  t.equal(all.filter((type) => type === 'enterprise.registered').length, 1)
  t.equal(all.filter((type) => type === 'message.refused').length, 1)
})

/** The store as it would be had the process died right before an append that `dies` accepts. */
function dyingStore(store: EventStore, dies: (streams: readonly string[]) => boolean): EventStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'append')
        return (appends: Parameters<EventStore['append']>[0]) =>
          dies(appends.map((one) => one.stream))
            ? Promise.reject(new Error('killed'))
            : target.append(appends)
      const value = Reflect.get(target, name) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

withLaboratory('a crash between claim and record heals when the message comes again', async (t, lab) => {
  const one = submission('h')
  const dying = await lab.ledger(
    dyingStore(lab.store, (streams) => streams.some((each) => each.startsWith('registration-'))),
  )
  await lab.publish('PAB', one)
  await lab.stream(`name-2202-${anyForm(3).name.full}`, 1)
  await dying.stop()
  t.equal((await lab.store.readStream(recordStream(one.subject))).length, 0)
  await lab.ledger()
  await lab.settled()
  t.equal((await lab.store.readStream(recordStream(one.subject))).length, 3)
  t.equal((await lab.store.readStream(`name-2202-${anyForm(3).name.full}`)).length, 1, 'claimed once')
})

withLaboratory('a crash between a withdrawal and the release of its name heals too', async (t, lab) => {
  const one = submission('i')
  const name = `name-2202-${anyForm(3).name.full}`
  const withdrawn = {
    ...officer('PAB', 'filing.withdrawn', one, { reason: '不再办理' }, 'w'),
    authtype: 'applicant',
    authid: 'a-1',
  } as Message
  let recorded = false
  const dying = await lab.ledger(
    dyingStore(lab.store, (streams) => {
      if (recorded && streams.includes(name)) return true
      if (streams.some((each) => each.startsWith('registration-'))) recorded = true
      return false
    }),
  )
  await lab.publish('PAB', one)
  await lab.settled()
  await lab.publish('PAB', withdrawn)
  await lab.stream(recordStream(one.subject), 4)
  await dying.stop()
  t.equal(holderOf(await lab.stream(name, 1)), one.subject, 'still claimed')
  await lab.ledger()
  await lab.settled()
  t.equal(holderOf(await lab.stream(name, 2)), undefined)
})

withLaboratory('two ledgers that take the same messages only repeat each other', async (t, lab) => {
  const messages = Array.from({ length: 12 }, (_, index) => submission(`j${index}`, index + 10))
  // The second takes every batch after the first has recorded it, as a ledger does that was believed dead.
  await lab.publish('PAB', ...messages)
  const first = await lab.ledger(dyingStore(lab.store, () => false))
  await lab.settled()
  await first.stop()
  const before = (await lab.all()).length
  await lab.publish('PAB', ...messages)
  await lab.ledger()
  await lab.settled()
  t.equal((await lab.all()).length, before)
})

withLaboratory('a stale view conflicts and is decided again', async (t, lab) => {
  const stale = await lab.ledger()
  const one = submission('k')
  await lab.publish('PAB', one)
  await lab.settled()
  // Somebody else appends to the record behind the ledger's back, so its cached state is one event old.
  const stored = await lab.store.readStream(recordStream(one.subject))
  const routed = decodeEvent(stored[1] as (typeof stored)[1] & object)
  const { position: _position, revision: _revision, ...event } = routed
  const data = Buffer.from(
    JSON.stringify({ ...event, id: eventIdOf('/test', 'k', 0), type: 'yibiao.unknown.happened.v1' }),
  )
  await lab.store.append([
    {
      stream: recordStream(one.subject),
      expectedRevision: 3,
      events: [{ id: eventIdOf('/test', 'k', 0), type: 'yibiao.unknown.happened.v1', data }],
    },
  ])
  await lab.publish('AMR', registers(one))
  await lab.settled()
  t.strictSame(types(await lab.stream(recordStream(one.subject), 7)).slice(3), [
    'unknown.happened',
    'enterprise.registered',
    'approvals.opened',
    'clocks.started',
  ])
  t.equal(stale.health(), undefined)
})

withLaboratory('recorded times never go back within a record, even when the clock does', async (t, lab) => {
  await lab.ledger()
  const one = submission('l')
  await lab.publish('PAB', one)
  await lab.settled()
  lab.clock.time -= 3_600_000
  await lab.publish('AMR', registers(one))
  await lab.settled()
  const times = (await lab.stream(recordStream(one.subject), 6)).map((each) => each.recordedtime)
  t.strictSame(times, [...times].sort())
})

withLaboratory('receipts are kept, and one that says no more than an earlier one is not', async (t, lab) => {
  await lab.ledger()
  const ack = (sequence: number, id: string): Message => ({
    ...officer(
      'TAX',
      'feed.acknowledged',
      submission('m'),
      { sequence, digest: 'a'.repeat(64), stage: 'applied' },
      id,
    ),
    subject: 'TAX',
  })
  const { filing: _filing, ...first } = ack(5, 'r1') as Message & { filing?: string }
  await lab.publish(
    'TAX',
    first,
    { ...first, id: 'r2', data: { ...(first.data as object), sequence: 3 } },
    { ...first, id: 'r3', data: { ...(first.data as object), sequence: 9 } },
  )
  await lab.settled()
  const sequences = (await lab.stream('receipts-TAX', 2)).map(
    (each) => (each.data as { sequence: number }).sequence,
  )
  t.strictSame(sequences, [5, 9])
})

withLaboratory('a cold ledger takes a record up from its stream', async (t, lab) => {
  const first = await lab.ledger()
  const one = submission('n')
  await lab.publish('PAB', one)
  await lab.settled()
  await first.stop()
  await lab.ledger()
  await lab.publish('AMR', registers(one))
  await lab.settled()
  t.strictSame(types(await lab.stream(recordStream(one.subject), 6)).slice(3), [
    'enterprise.registered',
    'approvals.opened',
    'clocks.started',
  ])
})

withLaboratory('a supplement is decided on the values in force, also within one batch', async (t, lab) => {
  const one = submission('o')
  const approval = `${one.filing}/company-setup-registration`
  const asks = officer(
    'AMR',
    'supplement.requested',
    one,
    {
      approval,
      round: 1,
      defects: [{ path: '/capital', code: 'D', zh: '请更正', en: 'correct it' }],
    },
    'asks',
  )
  const answers = (amountFen: number, id: string) =>
    ({
      ...officer(
        'PAB',
        'supplement.provided',
        one,
        { approval, round: 1, form: { capital: { amountFen } } },
        id,
      ),
      authtype: 'applicant',
      authid: 'a-1',
    }) as Message
  await lab.ledger()
  await lab.publish('PAB', one)
  await lab.settled()
  await lab.publish('AMR', asks)
  await lab.settled()
  await lab.publish('PAB', answers(1, 'wrong'), answers(anyForm(3).capital.amountFen, 'right'))
  await lab.settled()
  t.strictSame(types(await lab.stream(recordStream(one.subject), 7)).slice(3), [
    'supplement.requested',
    'message.refused',
    'supplement.provided',
    'clocks.started',
  ])
})

withLaboratory(
  'reference data that does not hold as a whole is refused; what holds is in force for the next message',
  async (t, lab) => {
    await lab.ledger()
    const { shippedReference, contentDigest } = await import('@yibiao/schemas')
    const shipped = shippedReference()
    const publishes = (type: string, content: object, id: string) => {
      const { filing: _none, ...message } = officer(
        'OPERATOR',
        `${type}.published`,
        submission('p'),
        { version: 2, digest: contentDigest(content), content },
        id,
      )
      return { ...message, authtype: 'operator', subject: type } as Message
    }
    const [first] = shipped.matrix.content.groups
    const broken = {
      ...shipped.matrix.content,
      version: 2,
      groups: shipped.matrix.content.groups.filter((group) => group !== first),
    }
    const strange = {
      ...shipped.participants.content,
      version: 2,
      participants: shipped.participants.content.participants.map((one) => ({
        ...one,
        departments: ['NOBODY'],
      })),
    }
    const item = shipped.catalogue.find((one) => one.content.code === 'tax-information-confirmation')?.content
    const circle = { ...item, version: 2, dependsOn: ['invoice-supply'] }
    await lab.publish(
      'OPERATOR',
      publishes('matrix', broken, 'm'),
      publishes('participants', strange, 'p'),
      publishes('catalogue', circle, 'c'),
    )
    await lab.settled()
    const refusals = (await lab.all())
      .filter((one) => one.stream.startsWith('refusal-'))
      .map((one) => refusalOf(decodeEvent(one)).problem.code)
    t.strictSame(refusals, ['YB_PUBLICATION', 'YB_PUBLICATION', 'YB_PUBLICATION'])

    const newer = { ...shipped.matrix.content, version: 2 }
    await lab.publish('OPERATOR', publishes('matrix', newer, 'm2'))
    await lab.settled()
    t.equal((await lab.store.readStream('matrix')).length, 2)
    const one = submission('q', 5)
    await lab.publish('PAB', one)
    const [, routed] = await lab.stream(recordStream(one.subject), 2)
    t.equal((routed?.data as { versions?: { matrix?: number } } | undefined)?.versions?.matrix, 2)
  },
)

withLaboratory(
  'of two publications in one batch the second is in force, each from its own position',
  async (t, lab) => {
    const { shippedReference, contentDigest } = await import('@yibiao/schemas')
    const { content } = shippedReference().matrix
    const publishes = (version: number) => {
      const { filing: _none, ...said } = officer(
        'OPERATOR',
        'matrix.published',
        submission('r'),
        { version, digest: contentDigest({ ...content, version }), content: { ...content, version } },
        `v${version}`,
      )
      return { ...said, authtype: 'operator', subject: 'matrix' } as Message
    }
    await lab.publish('OPERATOR', publishes(2), publishes(3))
    await lab.ledger()
    await lab.settled()
    const [, second, third] = await lab.store.readStream('matrix')
    t.equal(lab.references.at(second?.position ?? 0).matrix.version, 2)
    t.equal(lab.references.at(third?.position ?? 0).matrix.version, 3)
    t.equal(lab.references.current().matrix.version, 3)
  },
)
