import { hash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MaterialError } from '../errors.ts'
import type { Upload } from '../materials.ts'

/** Where everything is in the folder. Names are digests alone. */
export class Layout {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Unfinished uploads, one file each. */
  get uploads(): string {
    return join(this.folder, 'uploads')
  }

  get files(): string {
    return join(this.folder, 'files')
  }

  get owners(): string {
    return join(this.folder, 'owners')
  }

  upload({ owner, digest }: Upload): string {
    return join(this.uploads, `${proper(digest)}.${ownerDigest(owner)}`)
  }

  file(digest: string): string {
    return join(this.files, proper(digest).slice(0, 2), digest)
  }

  /** A file while it is verified; `unique` tells those who do so at once apart. */
  checked(digest: string, unique: string): string {
    return join(dirname(this.file(digest)), `${digest}.${unique}${checkedEnding}`)
  }

  /** Its being there says that the owner has handed in the whole file. */
  mark({ owner, digest }: Upload): string {
    return join(this.owners, proper(digest).slice(0, 2), `${digest}.${ownerDigest(owner)}`)
  }
}

export const checkedEnding = '.checked'

function proper(digest: string): string {
  if (/^[0-9a-f]{64}$/.test(digest)) return digest
  throw new MaterialError('YB_MATERIALS_USAGE', 'a digest is 64 lower-case hexadecimal digits')
}

/** Accounts are not told by names of files. */
const ownerDigest = (owner: string): string => hash('sha256', owner, 'hex').slice(0, 32)

/** Makes a folder, readable by its owner alone, durable together with those above it that had to be made. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let at = path; ; at = dirname(at)) {
    await syncFolder(dirname(at))
    if (at === first) return
  }
}

/** Makes the names in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
