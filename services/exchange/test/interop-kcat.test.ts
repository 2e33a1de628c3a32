import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { kcatTool } from './support/foreign-tools.ts'
import { interopTest } from './support/interop.ts'

const script = fileURLToPath(
  new URL('../../../examples/departments/kcat/statistics-bureau.sh', import.meta.url),
)
/** A pass of the script after the other, until one does not end well. */
const again = 'while :; do bash "$0" "$@" || exit; sleep 0.5; done'

await interopTest(t, {
  tool: kcatTool,
  // The librdkafka of Debian 12 is before 2.6.1 and cannot log in to Kafka 4 by SCRAM.
  login: { library: 'librdkafka', mechanism: 'PLAIN' },
  args: (settings, state) => ['-c', again, script, settings, state],
  async units(state) {
    const folder = join(state, 'units')
    return Object.fromEntries(
      readdirSync(folder).map((file) => {
        const { uscc } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { uscc: string }
        return [file.replace('.json', ''), uscc]
      }),
    )
  },
})
