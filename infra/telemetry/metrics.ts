import { createRequire } from 'node:module'
import type * as prom from 'prom-client'
import { type MetricName, metricNames } from './metric-names.ts'

const require = createRequire(import.meta.url)

/** Of the package only what counts; what it can measure of the process, or push, takes ten times as long to load. */
const Registry = require('prom-client/lib/registry.js') as typeof prom.Registry
const PromCounter = require('prom-client/lib/counter.js') as typeof prom.Counter
const PromGauge = require('prom-client/lib/gauge.js') as typeof prom.Gauge
const PromHistogram = require('prom-client/lib/histogram.js') as typeof prom.Histogram

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
  /** What another thread of the process can be given, to be put together with its own. Plain data. */
  snapshot(): Promise<MetricsSnapshot>
  /** From here on `text()` holds what these other threads have counted as well. */
  include(source: () => Promise<MetricsSnapshot | undefined>): void
  /** The media type of `text()`. */
  readonly contentType: string
}

/** The metrics of a thread at one moment, as prom-client puts them into JSON. */
export type MetricsSnapshot = readonly object[]

/** What the configuration of every kind of metric has. */
interface Base {
  readonly name: string
  readonly help: string
  readonly labelNames: readonly string[]
  readonly registers: prom.Registry[]
}

/** Metrics on a registry of their own, so that two exchanges in one process do not mix. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const made = new Map<MetricName, prom.Metric>()

  function once<M extends prom.Metric>(name: MetricName, make: (base: Base) => M): M {
    const known = made.get(name)
    if (known) return known as M
    const { en, zh, labels } = metricNames[name]
    const metric = make({ name, help: `${en} ${zh}`, labelNames: [...labels], registers: [registry] })
    made.set(name, metric)
    return metric
  }

  const others: (() => Promise<MetricsSnapshot | undefined>)[] = []
  const snapshot = () => registry.getMetricsAsJSON() as Promise<MetricsSnapshot>

  async function text(): Promise<string> {
    if (others.length === 0) return registry.metrics()
    const all = await Promise.all([snapshot(), ...others.map((source) => source())])
    const known = all.filter((one) => one !== undefined)
    const { AggregatorRegistry } = await import('prom-client')
    return AggregatorRegistry.aggregate(known as unknown as object[]).metrics()
  }

  return {
    contentType: registry.contentType,
    text,
    snapshot,
    include: (source) => void others.push(source),
    counter(name) {
      const metric = once(name, (base) => new PromCounter(base))
      return { add: (labels, count = 1) => metric.inc(labels, count) }
    },
    gauge(name) {
      const metric = once(name, (base) => new PromGauge(base))
      return { set: (labels, value) => metric.set(labels, value) }
    },
    histogram(name) {
      const metric = once(
        name,
        (base) => new PromHistogram({ ...base, buckets: [...metricNames[name].buckets] }),
      )
      return { observe: (labels, value) => metric.observe(labels, value) }
    },
  }
}
