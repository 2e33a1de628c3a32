import { createMetrics, type MetricName, metricNames } from '@yibiao/telemetry'
import t from 'tap'

t.test('a counter counts by its labels', async (t) => {
  const metrics = createMetrics()
  metrics.counter('yibiao_ledger_messages_total').add({ outcome: 'recorded' }, 3)
  metrics.counter('yibiao_ledger_messages_total').add({ outcome: 'refused' })
  const text = await metrics.text()
  t.match(text, 'yibiao_ledger_messages_total{outcome="recorded"} 3')
  t.match(text, 'yibiao_ledger_messages_total{outcome="refused"} 1')
})

t.test('two exchanges in one process do not mix their figures', async (t) => {
  const [one, two] = [createMetrics(), createMetrics()]
  one.gauge('yibiao_gateway_streams').set({}, 5)
  t.match(await one.text(), 'yibiao_gateway_streams 5')
  t.notMatch(await two.text(), 'yibiao_gateway_streams 5')
})

t.test('a histogram keeps its own buckets', async (t) => {
  const metrics = createMetrics()
  metrics.histogram('yibiao_projector_apply_seconds').observe({}, 0.004)
  t.match(await metrics.text(), 'yibiao_projector_apply_seconds_bucket{le="0.005"} 1')
})

t.test('every metric explains itself in English and Chinese', async (t) => {
  for (const name of Object.keys(metricNames) as MetricName[]) {
    t.match(name, /^yibiao_[a-z_]+$/)
    t.match(metricNames[name].en, /[a-z]/)
    t.match(metricNames[name].zh, /\p{Script=Han}/u)
  }
})
