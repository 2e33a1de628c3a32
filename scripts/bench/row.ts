/** One row in a process of its own: `row.ts <row> <options as JSON>`; tells its parent the outcome. */
import type { Outcome, RowOptions } from './outcome.ts'
import { rows } from './rows.ts'

const [name = '', options = '{}'] = process.argv.slice(2)
const row = rows.find((one) => one.name === name)
if (row === undefined) throw new Error(`there is no row ${name}`)
const run = await row.load()
const outcome: Outcome = await run(JSON.parse(options) as RowOptions)
process.send?.(outcome)
process.disconnect?.()
