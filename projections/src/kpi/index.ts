export { speedUpOf } from './catalogue.ts'
export * from './definitions.ts'
export { type Dispute, KpiFold, type KpiOptions, type Latency } from './fold.ts'
export { type Ids, idsNamed, type Kpi } from './tally.ts'
