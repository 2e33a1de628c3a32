import * as prom from 'prom-client'
import { type MetricName, metricNames } from './metric-names.ts'

type OfKind<Kind extends string> = {
  [Name in MetricName]: (typeof metricNames)[Name]['kind'] extends Kind ? Name : never
}[MetricName]

/** The labels a metric asks for, all of them. Values are codes; never ids, names or numbers of people. */
export type Labels<Name extends MetricName> = Readonly<
  Record<(typeof metricNames)[Name]['labels'][number], string>
>

export interface Counter<Name extends MetricName> {
  add(labels: Labels<Name>, count?: number): void
}
export interface Gauge<Name extends MetricName> {
  set(labels: Labels<Name>, value: number): void
}
export interface Histogram<Name extends MetricName> {
  observe(labels: Labels<Name>, value: number): void
}

/** The metrics of one process. Asking for the same name again gives the same series. */
export interface Metrics {
  counter<Name extends OfKind<'counter'>>(name: Name): Counter<Name>
  gauge<Name extends OfKind<'gauge'>>(name: Name): Gauge<Name>
  histogram<Name extends OfKind<'histogram'>>(name: Name): Histogram<Name>
  /** Everything in the text format of Prometheus; each help line holds English and Chinese. */
  text(): Promise<string>
  /** The media type of `text()`. */
  readonly contentType: string
}

/** What the configuration of every kind of metric has. */
interface Base {
  readonly name: string
  readonly help: string
  readonly labelNames: readonly string[]
  readonly registers: prom.Registry[]
}

/** Metrics on a registry of their own, so that two exchanges in one process do not mix. */
export function createMetrics(): Metrics {
  const registry = new prom.Registry()
  const made = new Map<MetricName, prom.Metric>()

  function once<M extends prom.Metric>(name: MetricName, make: (base: Base) => M): M {
    const known = made.get(name)
    if (known) return known as M
    const { en, zh, labels } = metricNames[name]
    const metric = make({ name, help: `${en} ${zh}`, labelNames: [...labels], registers: [registry] })
    made.set(name, metric)
    return metric
  }

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    counter(name) {
      const metric = once(name, (base) => new prom.Counter(base))
      return { add: (labels, count = 1) => metric.inc(labels, count) }
    },
    gauge(name) {
      const metric = once(name, (base) => new prom.Gauge(base))
      return { set: (labels, value) => metric.set(labels, value) }
    },
    histogram(name) {
      const metric = once(
        name,
        (base) => new prom.Histogram({ ...base, buckets: [...metricNames[name].buckets] }),
      )
      return { observe: (labels, value) => metric.observe(labels, value) }
    },
  }
}
