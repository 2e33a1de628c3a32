import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A path for a new database file in a folder of its own that goes away with the test. */
export function newPath(t: { teardown: (fn: () => unknown) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-database-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'read.db')
}
