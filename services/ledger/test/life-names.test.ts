import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { decodeEvent, recordStream } from '@yibiao/schemas'
import t from 'tap'
import type { Claim } from '../domain/context.ts'
import { Claims, holderOf } from '../src/claims.ts'
import { application, at, enterprise, filingNo, outcome } from './enterprise.ts'
import { anyForm, type Life, Life as NewLife, submitted } from './specification.ts'

const [first, second] = [filingNo(1), filingNo(2)]
const name = anyForm(3).name.full
const renamed = {
  ...anyForm(3).name,
  full: name.replace(anyForm(3).name.tradeName, '松花湖'),
  tradeName: '松花湖',
}

const releasesOf = (life: Life, one: Parameters<Life['decide']>[0]) => {
  const decision = life.decide(one)
  return decision.accepted
    ? decision.releases.map(({ identifier, protectedUntil }) => [identifier, protectedUntil])
    : decision.issues.map(({ code }) => code)
}

t.test(
  '企业名称登记管理规定 17: a deregistered enterprise’s name is protected for a year from that day',
  async (t) => {
    const life = enterprise()
    life.tellAt(at('2026-10-12T09:00'), application(first, 'simple-deregistration-publicity'))
    const notice = { from: '2026-10-12' }
    life.tell(outcome(life, first, 'simple-deregistration-notice', 'deregistration.publicised', notice))
    life.tellAt(at('2026-11-10T09:00'), application(second, 'simple-deregistration'))
    life.pass(at('2026-11-10T23:30'))
    const ended = outcome(life, second, 'simple-deregistration', 'enterprise.deregistered', {
      form: { status: '4' },
    })
    t.strictSame(releasesOf(life, ended), [[name, '2027-11-10']])
  },
)

t.test('企业名称登记管理规定 17: so is a name that an enterprise changed away from', async (t) => {
  const life = enterprise()
  life.tellAt(at('2026-10-12T09:00'), application(first, 'change', { form: { name: renamed } }))
  const changed = outcome(life, first, 'change-registration', 'change.registered', {
    form: { name: renamed },
  })
  t.strictSame(releasesOf(life, changed), [[name, '2027-10-12']])
  const kept = outcome(life, first, 'change-registration', 'change.registered', {
    form: { domicile: { postalCode: '132013' } },
  })
  t.strictSame(
    releasesOf(life, kept),
    [[renamed.full, undefined]],
    'one that was asked for and never borne is not',
  )
})

t.test(
  '登记管理条例 27: an enterprise that moves away is not deregistered; its name is free here',
  async (t) => {
    const life = enterprise()
    const registry = { code: '220102', name: '长春市南关区市场监督管理局' }
    life.tellAt(at('2026-10-12T09:00'), application(first, 'migration', { registry }))
    life.tell(outcome(life, first, 'migration-acceptance', 'migration.accepted', { registry }))
    const moved = outcome(life, first, 'migration-completion', 'migration.completed', {
      form: { status: '6' },
    })
    t.strictSame(releasesOf(life, moved), [[name, undefined]])
  },
)

t.test('a name that is protected is refused with the day, at the set-up and at a change', async (t) => {
  const founding = new NewLife()
  const claims = () => {
    const decision = founding.decide(submitted(anyForm(3)))
    return decision.accepted ? decision.claims : decision.issues
  }
  t.match(claims(), [{ identifier: name, on: '2026-09-24' }], 'for the day on which it arrived')
  founding.taken = new Map([[`name-2202-${name}`, '2026-09-24']])
  t.match(claims(), [{ code: 'YB_NAME_PROTECTED', pointer: '/data/form/name/full', en: /to 2026-09-24/ }])
  const life = enterprise()
  life.taken = new Map([[`name-2202-${renamed.full}`, '2027-01-01']])
  t.equal(life.refusal(application(first, 'change', { form: { name: renamed } })), 'YB_NAME_PROTECTED')
})

t.test('企业名称登记管理规定 17: nobody else gets it to the last day, its old bearer at once', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-names-'))
  const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
  t.teardown(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  let now = Date.parse('2026-11-10T02:00:00Z')
  const claims = new Claims(store, { now: () => (now += 1) })
  const claim: Claim = { stream: `name-2202-${name}`, identifier: name }
  const wanted = (record: string, on: string) => ({
    claim: { ...claim, on },
    stream: recordStream(record),
  })
  const take = async (record: string, on: string) => {
    const [lost] = (await claims.claim([wanted(record, on)])).values()
    return lost
  }
  const [old, other] = ['R0000000000001', 'R0000000000002']
  await take(old, '2026-10-01')
  await claims.release([{ claim: { ...claim, protectedUntil: '2027-11-10' }, stream: recordStream(old) }])
  t.equal(await take(other, '2026-11-10'), '2027-11-10', 'on the very day')
  t.equal(await take(other, '2027-11-10'), '2027-11-10', 'on the last day')
  await take(old, '2026-12-01')
  await claims.release([{ claim, stream: recordStream(old) }])
  t.equal(await take(other, '2027-01-01'), '2027-11-10', 'taken back and not used, it is protected as before')
  await take(other, '2027-11-11')
  const events = (await store.readStream(claim.stream)).map((one) => decodeEvent(one))
  t.equal(holderOf(events), other)
  t.equal(events.length, 5, 'a claim that was not made leaves nothing')
})
