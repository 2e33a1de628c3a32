import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MetricName, metricNames } from '@yibiao/telemetry'
import t from 'tap'
import { deployFolder } from './support/image.ts'
import { type Node, readYaml } from './support/manifests.ts'

interface Panel {
  readonly title: string
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[]
}
const dashboard = JSON.parse(readFileSync(join(deployFolder, 'grafana/yibiao.json'), 'utf8')) as {
  readonly title: string
  readonly panels: readonly Panel[]
}
const prometheus = readYaml('prometheus/prometheus.yaml')
const rules = (readYaml('prometheus/alerts.yaml').groups as readonly Node[]).flatMap(
  (group) => group.rules as readonly Node[],
)
const expressions = [
  ...rules.map(({ alert, expr }) => ({ where: alert as string, expr: expr as string })),
  ...dashboard.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({ where: title, expr })),
  ),
]

/** The metric that a series belongs to: a histogram has three kinds of series. */
const metricOf = (series: string): string => {
  const name = series.replace(/_(bucket|count|sum)$/, '')
  return metricNames[name as MetricName]?.kind === 'histogram' ? name : series
}

t.test('every metric that an alert or a panel asks for exists, with the labels it is asked by', async (t) => {
  for (const { where, expr } of expressions)
    for (const [, series = '', selector = ''] of expr.matchAll(/\b(yibiao_\w+)(?:\{([^}]*)\})?/g)) {
      const metric = metricNames[metricOf(series) as MetricName]
      t.ok(metric, `${where}: ${series}`)
      for (const [, label = ''] of selector.matchAll(/(\w+)\s*[=!]/g))
        t.ok((metric.labels as readonly string[]).includes(label), `${where}: ${series}{${label}}`)
    }
})

t.test('what is no metric of ours is what Prometheus and its blackbox exporter say themselves', async (t) => {
  const others = new Set<string>()
  for (const { expr } of expressions)
    for (const [, name = ''] of expr.matchAll(/\b([a-z][a-z_]+)\{/g))
      if (!name.startsWith('yibiao_')) others.add(name)
  t.same([...others].sort(), ['probe_success', 'up'])
})

t.test('brackets are closed', async (t) => {
  for (const { where, expr } of expressions)
    for (const [open, close] of ['()', '{}', '[]'].map((pair) => [...pair] as [string, string]))
      t.equal(expr.split(open).length, expr.split(close).length, where)
})

t.test('everything that a person reads is there in Chinese and in English', async (t) => {
  const both = /\p{Script=Han}.*[A-Za-z]{3}/su
  t.match(dashboard.title, both)
  for (const { title } of dashboard.panels) t.match(title, both)
  for (const { alert, annotations } of rules) {
    t.match(annotations?.summary, both, alert as string)
    t.match(annotations?.description, both, alert as string)
  }
})

t.test('every metric of the product is on the dashboard', async (t) => {
  const shown = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n')
  for (const name of Object.keys(metricNames)) t.match(shown, name)
})

t.test('every role is scraped and asked whether it is ready, at ports at which it listens', async (t) => {
  const compose = readYaml('compose.yaml')
  const jobs = prometheus.scrape_configs as readonly Node[]
  t.same(
    jobs.map(({ job_name }) => job_name),
    ['yibiao', 'yibiao-ready'],
  )
  for (const job of jobs)
    for (const { targets } of job.static_configs as readonly Node[]) {
      const [, host = '', port = ''] = /^(?:http:\/\/)?(\w+):(\d+)/.exec(targets?.[0] as string) ?? []
      const words = compose.services?.[host]?.command as readonly string[]
      t.ok(words.includes(port), `${host}:${port}`)
    }
  const roles = (job: Node | undefined) => (job?.static_configs ?? []).map(({ labels }) => labels?.role)
  t.same(roles(jobs[0]), ['ledger', 'relay', 'projector', 'clock', 'gateway', 'department'])
  t.same(roles(jobs[1]), roles(jobs[0]))
})
