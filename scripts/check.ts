/** `npm run check -- <file or folder> …`: formats, lints and type-checks what is named and runs its tests; seconds, not minutes. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const paths = process.argv.slice(2)
if (paths.length === 0) {
  process.stderr.write('usage: npm run check -- <file or folder> …\n')
  process.exit(2)
}

const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0

/** The tests of a path: itself, its own test folder, or that of the package around it. */
function testsOf(path: string): string | undefined {
  if (path.endsWith('.test.ts')) return path
  for (let folder = path; folder !== '.' && folder !== '/'; folder = dirname(folder))
    if (existsSync(join(folder, 'test'))) return join(folder, 'test')
  return undefined
}

const tests = [...new Set(paths.flatMap((path) => testsOf(path) ?? []))]
const ok =
  run('biome', ['check', '--write', ...paths]) &&
  run('tsc', ['-p', 'tsconfig.json']) &&
  (tests.length === 0 || run(process.execPath, ['scripts/test.ts', ...tests]))
process.exitCode = ok ? 0 : 1
