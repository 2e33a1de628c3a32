import { createHash } from 'node:crypto'
import type { MaterialStore } from '@yibiao/materials'
import type { HandedIn, RecordedEvent } from '@yibiao/schemas'

export interface MaterialAuditOptions {
  readonly materials: Pick<MaterialStore, 'open'>
  readonly fault: (where: string, problem: string) => void
}

const namesFiles: ReadonlySet<string> = new Set([
  'yibiao.filing.submitted.v1',
  'yibiao.application.submitted.v1',
  'yibiao.supplement.provided.v1',
])

/** Proves that every file that a filing, application or supplement names is there, and is the one that was named. */
export class MaterialAudit {
  readonly #options: MaterialAuditOptions
  /** By digest: the event that named it first, and the size it gave. */
  readonly #named = new Map<string, { readonly where: string; readonly size: number }>()

  constructor(options: MaterialAuditOptions) {
    this.#options = options
  }

  /** Different files named so far. */
  get count(): number {
    return this.#named.size
  }

  take({ type, data }: RecordedEvent, where: string): void {
    if (!namesFiles.has(type)) return
    const { materials } = data as { readonly materials?: readonly HandedIn[] }
    // What its schema does not allow is told as that.
    if (!Array.isArray(materials)) return
    for (const { digest, size } of materials as readonly HandedIn[])
      if (/^[0-9a-f]{64}$/.test(digest) && !this.#named.has(digest)) this.#named.set(digest, { where, size })
  }

  /** Reads every file. */
  async check(): Promise<void> {
    for (const [digest, { where, size }] of this.#named) {
      const found = await this.#read(digest)
      if (found === undefined) this.#options.fault(where, `the file ${digest} is not there`)
      else if (found.digest !== digest || found.size !== size)
        this.#options.fault(where, `the file ${digest} is not what was handed in`)
    }
  }

  async #read(digest: string): Promise<{ readonly digest: string; readonly size: number } | undefined> {
    const opened = await this.#options.materials.open(digest)
    if (opened === undefined) return undefined
    const hash = createHash('sha256')
    for await (const chunk of opened.stream) hash.update(chunk as Buffer)
    return { digest: hash.digest('hex'), size: opened.size }
  }
}
