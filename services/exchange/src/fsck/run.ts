import type { HistoryIdentity } from '@yibiao/ledger'
import type { MaterialStore } from '@yibiao/materials'
import { References, standardProjections, verifyProjections } from '@yibiao/projections'
import type { Engines } from '../engines.ts'
import { type FsckReport, fsck } from './fsck.ts'

export interface RunFsckOptions {
  readonly engines: Pick<Engines, 'store' | 'database'>
  readonly identity: HistoryIdentity
  readonly registry: string
  readonly materials?: Pick<MaterialStore, 'open'> | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** fsck of an exchange: the history, and the read database against it. */
export function runFsck({
  engines,
  identity,
  registry,
  materials,
  onProgress,
}: RunFsckOptions): Promise<FsckReport> {
  const { store, database } = engines
  const references = new References()
  return fsck({
    store,
    references,
    history: identity.history,
    mode: identity.mode,
    registry,
    verifyProjections: () =>
      verifyProjections({ store, database, projections: standardProjections(references) }),
    ...(materials ? { materials } : {}),
    ...(onProgress ? { onProgress } : {}),
  })
}
