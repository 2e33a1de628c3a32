import { parseArgs } from 'node:util'
import { rows } from './rows.ts'

export interface BenchOptions {
  /** Names of rows, in the order of the table. */
  readonly rows: readonly string[]
  readonly scale: number
  readonly seed: number
  /** Where the result goes as JSON. */
  readonly json?: string
  /** Fail when a figure is not as required. */
  readonly check: boolean
  /** Where processor profiles go. */
  readonly profile?: string
}

export const usage = `npm run bench -- [row …] [options]
rows: ${rows.map(({ name, onRequest }) => (onRequest ? `${name} (on request)` : name)).join(', ')}
  --scale <number>    sizes, as a share of the documented ones (default 1)
  --seed <number>     where the workload begins (default 0)
  --json <file>       write the result as JSON
  --check             end with 1 when a figure is not as required
  --engines           also run the row engines, which starts a Kafka and a PostgreSQL
  --peers             also run the row peers, which installs what it compares with
  --profile <folder>  write processor profiles of the rows`

/** Reads the command line. Throws an error with a message for people. */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '0' },
      json: { type: 'string' },
      check: { type: 'boolean', default: false },
      engines: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const scale = Number(values.scale)
  if (!(scale > 0 && scale <= 10)) throw new Error('--scale: a number above 0, at most 10')
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed: a whole number from 0')
  const unknown = positionals.filter((name) => !rows.some((row) => row.name === name))
  if (unknown.length > 0) throw new Error(`no such row: ${unknown.join(', ')}`)
  const wanted = rows.filter(({ name, onRequest = false }) => {
    if (name === 'peers' && values.peers) return true
    if (name === 'engines' && values.engines) return true
    if (positionals.length > 0) return positionals.includes(name)
    return !onRequest
  })
  return {
    rows: wanted.map(({ name }) => name),
    scale,
    seed,
    check: values.check,
    ...(values.json === undefined ? {} : { json: values.json }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
  }
}
