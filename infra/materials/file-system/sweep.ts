import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere } from './errors.ts'
import { checkedEnding, type Layout } from './layout.ts'
import { unfinishedKept } from './options.ts'

/** Drops uploads that nobody went on with, and copies that a crash left half verified. */
export async function sweep(layout: Layout, now: number): Promise<void> {
  await drop(layout.uploads, now, () => true)
  for (const folder of await readdir(layout.files))
    await drop(join(layout.files, folder), now, (name) => name.endsWith(checkedEnding))
}

/** Removes files of a folder that were not written for long. */
async function drop(folder: string, now: number, isWanted: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!isWanted(name)) continue
    const path = join(folder, name)
    const found = await ifThere(stat(path))
    if (found !== undefined && now - found.mtimeMs > unfinishedKept) await rm(path, { force: true })
  }
}
