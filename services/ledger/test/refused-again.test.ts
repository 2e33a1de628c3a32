import { filingIdOf, recordIdOf, recordStream } from '@yibiao/schemas'
import t from 'tap'
import { laboratory } from './laboratory.ts'
import { anyForm, message, submitted } from './specification.ts'

const record = recordIdOf('test', 'held')
/** The events of a filing that has come in: it was submitted, routed, and its clocks run. */
const opening = 3
const filing = filingIdOf('test', 'held')

t.test('to ask again for what is held is on record with its code, and counted', async (t) => {
  const lab = await laboratory()
  t.teardown(() => lab.close())
  await lab.ledger()
  const about = { subject: record, filing, time: new Date().toISOString() }
  await lab.publish('PAB', { ...submitted(anyForm(3)), ...about })
  await lab.stream(recordStream(record), opening)
  const data = {
    approval: `${filing}/company-setup-registration`,
    round: 1,
    defects: [{ material: 'form-data', code: 'D1', zh: '请提交', en: 'hand in' }],
  }
  const asks = message('AMR', 'supplement.requested', data, about)
  await lab.publish('AMR', asks)
  await lab.publish('AMR', asks)
  const events = await lab.stream(recordStream(record), opening + 1)
  await lab.settled()
  t.match(events[opening], {
    type: 'yibiao.message.refused.v1',
    data: { participant: 'AMR', problem: { code: 'YB_ALREADY_HELD' }, messageid: asks.id },
  })
  t.match(await lab.metrics.text(), /^yibiao_ledger_refusals_total\{code="YB_ALREADY_HELD"\} 1$/m)
})
