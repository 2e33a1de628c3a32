import type { RecordedEvent } from '@yibiao/schemas'
import t from 'tap'
import { foldView, refusalsProjection } from '../index.ts'

const refused = (subject: string, more: object = {}): RecordedEvent =>
  ({
    id: 'e1',
    type: 'yibiao.message.refused.v1',
    subject,
    position: 7,
    recordedtime: '2026-09-24T02:00:00.000Z',
    data: { participant: 'TAX', digest: 'd'.repeat(64), problem: { code: 'YB_SCHEMA' }, ...more },
  }) as unknown as RecordedEvent

t.test('a refusal is found by the record it spoke of', async (t) => {
  const view = foldView(refusalsProjection, 'e1', [refused('R1', { type: 'x', messageid: 'm' })])
  t.match(view, { record: 'R1', participant: 'TAX', code: 'YB_SCHEMA', type: 'x', message: 'm', position: 7 })
  t.equal(refusalsProjection.columns.record?.value(view), 'R1')
})

t.test('what could not be read speaks of no record', async (t) => {
  const view = foldView(refusalsProjection, 'e1', [refused('TAX')])
  t.match(view, { record: null, type: null, message: null })
})

t.test('only refusals concern it', async (t) => {
  t.ok(refusalsProjection.concerns('refusal-1', 'yibiao.message.refused.v1'))
  t.notOk(refusalsProjection.concerns('registration-1', 'yibiao.filing.submitted.v1'))
  t.equal(refusalsProjection.key({ type: 'other', id: 'x' } as RecordedEvent), undefined)
})
