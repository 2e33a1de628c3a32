#!/usr/bin/env node
// Plain JavaScript that any Node can start: it hands over to the Node pinned in package.json, which strips types.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'main.ts')
const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))

// What was compiled once is kept for the next start, also for the threads, which go by the environment.
process.env.NODE_COMPILE_CACHE ??= join(folder, '..', '.cache', 'yibiao')
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(main)
} else {
  const pinned = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(pinned)) {
    process.stderr.write('Yibiao is not installed yet: npm ci\n')
    process.exit(5)
  }
  const child = spawn(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
