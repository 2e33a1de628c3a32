/**
 * `npm test`: lint, types, generated files, import rules, then every test, on a real Kafka and a real PostgreSQL that it starts
 * itself. Ends with a line `N passed, N failed`.
 * Arguments are test files or folders; without any, everything is run.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { startTestEngines } from './test-engines.ts'

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

buildRunner()
// One test file starts the engine it needs by itself.
const engines = files.length > 0 ? undefined : await startTestEngines()
for (const missing of engines?.missing ?? []) write(`skipped what needs an engine: ${missing}`)
const tests = await runTests(wanted, engines?.env ?? {})
await engines?.stop()
passed += tests.passed
failed += tests.failed
write('')
write(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1

/** tap puts its own plugins together once an installation; without that it would load the ones we leave out. */
function buildRunner(): void {
  const built = 'node_modules/.yibiao-tap'
  if (existsSync(built)) return
  if (step('test runner', 'tap', ['build'])) writeFileSync(built, '')
}

/** Runs the files with tap, three at a time, for many wait for an engine; shows a line a file and every failure whole. */
function runTests(
  paths: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ passed: number; failed: number; skipped: number }> {
  const patterns = paths.map((path) => (path.endsWith('.ts') ? path : `${path}/*.test.ts`))
  const child = spawn('tap', ['run', '--reporter=tap', ...patterns], {
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: false,
    env: { ...process.env, ...env },
  })
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let file: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const point = /^\s*(not )?ok \d+ - /.exec(line)
    const isFile = /^(not )?ok \d+ - .*\.test\.ts/.test(line)
    if (isFile) {
      write(line.replace(/ \{$/, ''))
      if (line.startsWith('not ok')) write(file.join('\n'))
      file = []
      return
    }
    file.push(line)
    // A subtest's own line stands for its assertions, which were counted; only leaves count.
    if (!point || /# time=/.test(line)) return
    if (/# SKIP/i.test(line)) counts.skipped += 1
    else if (point[1]) counts.failed += 1
    else counts.passed += 1
  })
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (code !== 0 && counts.failed === 0) {
        write(file.join('\n'))
        counts.failed += 1
      }
      resolve(counts)
    })
  })
}
