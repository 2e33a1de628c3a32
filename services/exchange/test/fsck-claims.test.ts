import type { RecordedEvent } from '@yibiao/schemas'
import t from 'tap'
import { ClaimAudit } from '../src/fsck/claim-audit.ts'

const record = 'R0000000000001'
const name = '吉林市松花湖餐饮有限公司'
const stream = `name-2202-${name}`

const event = (position: number, type: string, data: object, source = '/participants/AMR') =>
  ({
    id: `e-${position}`,
    position,
    revision: position,
    source,
    type: `yibiao.${type}.v1`,
    filing: 'F1',
    receivedtime: '2026-11-10T15:59:00.000Z',
    recordedtime: '2026-11-10T16:01:00.000Z',
    data,
  }) as unknown as RecordedEvent

const life = [
  event(1, 'filing.submitted', { process: 'company-setup', form: { name: { full: name } } }),
  event(3, 'enterprise.deregistered', { approval: 'F1/simple-deregistration', form: { status: '4' } }),
]
const claim = (position: number, of = record) =>
  event(position, 'identifier.claimed', { record: of, identifier: name }, '/exchange')
const release = (position: number, more: object = {}) =>
  event(position, 'identifier.released', { record, identifier: name, ...more }, '/exchange')

function faultsOf(...claims: readonly RecordedEvent[]): string[] {
  const faults: string[] = []
  const audit = new ClaimAudit((_where, problem) => faults.push(problem))
  for (const one of claims) audit.take(stream, one)
  audit.bear(record, life)
  audit.check()
  return faults
}

t.test('企业名称登记管理规定 17: the protection of a name is counted again from its record', async (t) => {
  const year = { protectedUntil: '2027-11-10' }
  t.strictSame(faultsOf(claim(2), release(4, year)), [])
  t.match(faultsOf(claim(2), release(4)), [/protected until –, by the record’s history 2027-11-10/])
  t.match(faultsOf(claim(2), release(4, { protectedUntil: '2027-11-11' })), [/by the record’s history/])
  t.match(faultsOf(claim(2), release(2.5, year), claim(2.6)), [/protected until 2027-11-10, by .* –/])
})

t.test('a name that another record got while it was protected is found', async (t) => {
  const year = { protectedUntil: '2027-11-10' }
  const faults = faultsOf(claim(2), release(4, year), claim(5, 'R0000000000002'))
  t.ok(faults.some((one) => one === 'claimed though protected until 2027-11-10'))
})

t.test('a claim that no record bears and nobody gave back is found', async (t) => {
  t.match(faultsOf(claim(2, 'R0000000000009')), [/which does not bear it/])
})
