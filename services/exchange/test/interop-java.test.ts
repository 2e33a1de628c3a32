import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { javaTool } from './support/foreign-tools.ts'
import { interopTest } from './support/interop.ts'

const source = fileURLToPath(
  new URL('../../../examples/departments/java/StatisticsBureau.java', import.meta.url),
)
const classes = mkdtempSync(join(tmpdir(), 'yibiao-java-'))
t.teardown(() => rmSync(classes, { recursive: true }))

await interopTest(t, {
  tool: () => javaTool(source, classes),
  login: { library: 'java', mechanism: 'SCRAM-SHA-512' },
  args: (settings, state) => ['StatisticsBureau', settings, join(state, 'bureau.json')],
  async units(state) {
    const { units } = JSON.parse(readFileSync(join(state, 'bureau.json'), 'utf8')) as {
      units: Record<string, { uscc: string }>
    }
    return Object.fromEntries(Object.entries(units).map(([record, { uscc }]) => [record, uscc]))
  },
})
