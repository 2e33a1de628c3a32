import { openExchange } from './exchange.ts'

/** A projector until it is killed. */
const [folder] = process.argv.slice(2)
const exchange = await openExchange(folder as string)
await exchange.projector.start()
process.stdout.write('started\n')
exchange.database.listen('projections', () => process.stdout.write('commit\n'))
// Keeps the process alive whatever else it does.
setInterval(() => undefined, 60_000)
