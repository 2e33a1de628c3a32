import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

/** A folder of its own that goes away with the test. */
export function newFolder(t: Pick<Test, 'teardown'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-materials-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'materials')
}
