import { firstDigest, nextDigest } from '@yibiao/projections'
import { feedTopic, makeForm } from '@yibiao/schemas'
import t from 'tap'
import { registers } from './acts.ts'
import { exchange } from './exchange.ts'
import { fed, feed } from './participant.ts'

const x = await exchange({ limits: { lineKept: 3, polls: 2 } })
t.teardown(() => x.close())
const { history } = x
const form = makeForm(901)
const filed = await x.file({ form })
await registers(x, filed, 91)
await x.stream(`registration-${filed.record}`, 6)

const ends = (participant: string) => fed(x, participant)
const url = '/v1/participants/TAX/feed'

t.test('the feed over HTTP is byte for byte the feed of the bus, with the same digests', async (t) => {
  await fed(x, 'TAX')
  const page = await feed(x, 'TAX')
  const onBus = await x.bus.read(feedTopic('TAX'), 0, 0, 500)
  t.equal(page.history, history)
  t.equal(page.next, onBus.length)
  t.strictSame(
    page.values.map(String),
    onBus.map(({ value }) => value.toString()),
  )
  t.strictSame(
    page.messages.map(({ digest }) => digest),
    onBus.map(({ headers }) => headers.feeddigest),
  )
})

t.test('the running digest follows from the bytes in the answer', async (t) => {
  const { messages, values } = await feed(x, 'TAX')
  let digest = firstDigest
  for (const [index, { sequence, message, digest: told }] of messages.entries()) {
    digest = nextDigest(digest, sequence, message.id, values[index] ?? Buffer.alloc(0))
    t.equal(told, digest)
  }
  t.ok(messages.length > 1)
})

t.test('page by page everything comes once, from behind what is kept in memory as well', async (t) => {
  for (let more = 0; more < 6; more += 1) await x.file()
  const end = await ends('TAX')
  const whole = await feed(x, 'TAX', '?limit=500')
  t.equal(whole.next, end)
  const paged: string[] = []
  for (let after = 0; after < whole.next; ) {
    const page = await feed(x, 'TAX', `?after=${after}&limit=2`)
    t.ok(page.values.length <= 2)
    paged.push(...page.values.map(String))
    after = page.next
  }
  t.strictSame(paged, whole.values.map(String))
})

t.test('at the end there is nothing, at once; with a wait the next message, when it comes', async (t) => {
  const end = await ends('TAX')
  t.match(await feed(x, 'TAX', `?after=${end}`), { messages: [], next: end })
  const waiting = feed(x, 'TAX', `?after=${end}&wait=60`)
  const next = await x.file()
  const { messages } = await waiting
  t.equal(messages[0]?.message.subject, next.record)
  t.equal(messages[0]?.sequence, end + 1)
})

t.test('a cursor beyond the end, of another history, or that is none is refused', async (t) => {
  const get = (query: string) => x.call('GET', `${url}${query}`, { as: 'TAX' })
  const beyond = await get(`?after=${(await ends('TAX')) + 1}`)
  t.equal(beyond.statusCode, 400)
  t.match(beyond.json(), { code: 'YB_POSITION_FUTURE', titleZh: /./, issues: [{ pointer: '/query/after' }] })
  t.match((await get('?history=another')).json(), { code: 'YB_CURSOR' })
  t.equal((await get(`?history=${history}`)).statusCode, 200)
  for (const query of ['?after=-1', '?wait=61', '?limit=0', '?limit=501', '?aftr=1'])
    t.match((await get(query)).json(), { code: 'YB_REQUEST' }, query)
})

t.test('it is the participant’s own; an operator sees that there was something, and not what', async (t) => {
  for (const as of ['STATS', 'auditor', 'founder']) {
    const answer = await x.call('GET', url, { as })
    t.equal(answer.statusCode, 403, as)
    t.match(answer.json(), { code: 'YB_FORBIDDEN' }, as)
  }
  const own = await feed(x, 'TAX', '?limit=1')
  const seen = await x.call('GET', `${url}?limit=1`, { as: 'operator' })
  t.match(seen.json(), {
    messages: [
      {
        sequence: 1,
        digest: own.messages[0]?.digest,
        withheld: true,
        message: { id: own.messages[0]?.message.id },
      },
    ],
  })
  t.notMatch(seen.body, form.name.full)
  t.match(own.values.join(''), form.name.full)
  t.notOk('data' in (seen.json<{ messages: { message: object }[] }>().messages[0]?.message ?? {}))
  t.match((await x.call('GET', '/v1/participants/NOBODY/feed', { as: 'operator' })).json(), {
    code: 'YB_PARTICIPANT_UNKNOWN',
  })
})

t.test('only so many wait at once, and a stop ends their wait', async (t) => {
  const end = await ends('TAX')
  const waiting = [1, 2].map(() => feed(x, 'TAX', `?after=${end}&wait=60`))
  const third = async (): Promise<number> => {
    const answer = await x.call('GET', `${url}?after=${end}&wait=1`, { as: 'TAX' })
    return answer.statusCode
  }
  t.equal(await third(), 503)
  await x.gateway.stop()
  for (const one of waiting) t.match(await one, { messages: [], next: end })
})
