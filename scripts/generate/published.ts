/** Keeps the snapshot of released schemas: adds new ones, lets compatible ones grow, never takes a break over. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedFileName, publishedStates } from '../../schemas/src/published.ts'
import { schemaOf } from './schemas.ts'

const folder = 'schemas/published'

/** Paths of snapshots that are missing or behind a compatible change. */
export const stalePublished = (): string[] =>
  publishedStates()
    .filter(({ state }) => state === 'UNPUBLISHED' || state === 'GROWN')
    .map(({ id }) => `${folder}/${publishedFileName(id)}`)

/** Breaks of what is published, as lines for people. */
export const publishedBreaks = (): string[] =>
  publishedStates().flatMap(({ id, state, changes }) => [
    ...(state === 'GONE' ? [`${id} was published and is no longer there`] : []),
    ...changes.map((change) => `${id} ${change.path}: ${change.rule}`),
  ])

/** Brings the snapshot up to date, formatted as the repository is. */
export function writePublished(root: string): void {
  mkdirSync(join(root, folder), { recursive: true })
  const stale = publishedStates().filter(({ state }) => state === 'UNPUBLISHED' || state === 'GROWN')
  for (const { id } of stale) {
    writeFileSync(join(root, folder, publishedFileName(id)), `${JSON.stringify(schemaOf(id), null, 2)}\n`)
  }
  if (stale.length > 0) spawnSync('biome', ['format', '--write', folder], { cwd: root, stdio: 'ignore' })
}
