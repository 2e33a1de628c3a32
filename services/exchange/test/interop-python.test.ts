import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { pythonTool } from './support/foreign-tools.ts'
import { interopTest } from './support/interop.ts'

const program = fileURLToPath(
  new URL('../../../examples/departments/python/statistics_bureau.py', import.meta.url),
)

await interopTest(t, {
  tool: pythonTool,
  login: { library: 'librdkafka', mechanism: 'SCRAM-SHA-512' },
  args: (settings, state) => [program, settings, join(state, 'bureau.db')],
  async units(state) {
    const database = new Sqlite(join(state, 'bureau.db'), { readonly: true })
    const rows = database.prepare<[], { record: string; uscc: string }>('SELECT record, uscc FROM unit').all()
    database.close()
    return Object.fromEntries(rows.map(({ record, uscc }) => [record, uscc]))
  },
})
