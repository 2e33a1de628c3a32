import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the peers: a package of its own, with a lock of its own. */
export const peersFolder = dirname(fileURLToPath(import.meta.url))

const stamp = join(peersFolder, 'node_modules', '.installed')

/** Installs what the lock names, unless it is there. Throws when that fails. */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(peersFolder, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stderr.write('installing the peers …\n')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peersFolder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) throw new Error('the peers could not be installed')
  writeFileSync(stamp, lock)
}
