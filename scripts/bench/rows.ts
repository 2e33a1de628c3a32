import type { Outcome, RowOptions } from './outcome.ts'

export interface Row {
  readonly name: string
  readonly title: string
  /** Reads the long history that is built once a run. */
  readonly needsHistory?: boolean
  /** Runs only when it is asked for by name. */
  readonly onRequest?: boolean
  /** Loads the row's code; each runs in a process of its own and loads nothing of the others. */
  readonly load: () => Promise<(options: RowOptions) => Promise<Outcome>>
}

export const rows: readonly Row[] = [
  {
    name: 'ingest',
    title: 'bus → validated, decided, durable in the store',
    load: async () => (await import('./rows/ingest.ts')).ingest,
  },
  {
    name: 'end-to-end',
    title: 'published → in the one-form view and read on ten feeds',
    load: async () => (await import('./rows/end-to-end.ts')).endToEnd,
  },
  {
    name: 'rebuild',
    title: 'the one-form view from the whole history',
    needsHistory: true,
    load: async () => (await import('./rows/rebuild.ts')).rebuild,
  },
  {
    name: 'start',
    title: 'the real process on the whole history, until it is ready',
    needsHistory: true,
    load: async () => (await import('./rows/start.ts')).start,
  },
  {
    name: 'intake',
    title: 'complete forms over HTTP, 50 connections, answered by the ledger',
    load: async () => (await import('./rows/intake.ts')).intake,
  },
  {
    name: 'engines',
    title: 'the same on Kafka and PostgreSQL, beside kafkajs alone',
    onRequest: true,
    load: async () => (await import('./rows/engines.ts')).engines,
  },
  {
    name: 'peers',
    title: 'visible in the filing board, beside Emmett on PostgreSQL',
    onRequest: true,
    load: async () => (await import('./rows/peers.ts')).peers,
  },
]
