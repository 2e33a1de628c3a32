/**
 * `npm test`: lint, types, generated files, import rules, then every test, on a real Kafka and a real PostgreSQL that it starts
 * itself. Ends with a line `N passed, N failed`.
 * Arguments are test files or folders; without any, everything is run.
 */
import { spawnSync } from 'node:child_process'
import { startTestEngines } from './test-engines.ts'
import { runTestFiles } from './test-files.ts'

const write = (text: string) => process.stdout.write(`${text}\n`)

/** Runs one check; its output is shown only when it fails. */
function step(name: string, command: string, args: readonly string[]): boolean {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (status !== 0) write(`${stdout}${stderr}`)
  return status === 0
}

const checks: readonly [name: string, command: string, args: readonly string[]][] = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['generated files are fresh', process.execPath, ['scripts/generate.ts', '--check']],
  [
    'import rules',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', 'schemas', 'infra', 'projections', 'services'],
  ],
]

const files = process.argv.slice(2)
const wanted =
  files.length > 0
    ? files
    : ['schemas/test', 'infra/*/test', 'projections/test', 'services/*/test', 'scripts/test']

let passed = 0
let failed = 0
for (const [name, command, args] of files.length > 0 ? [] : checks) {
  if (step(name, command, args)) passed += 1
  else failed += 1
}

// One test file starts the engine it needs by itself.
const engines = files.length > 0 ? undefined : await startTestEngines()
for (const missing of engines?.missing ?? []) write(`skipped what needs an engine: ${missing}`)
const tests = await runTestFiles(wanted, engines?.env ?? {}, write)
await engines?.stop()
passed += tests.passed
failed += tests.failed
write('')
write(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
