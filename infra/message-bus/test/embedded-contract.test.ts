import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { messageBusContract } from '../contract/index.ts'
import { openEmbeddedBus } from '../embedded/index.ts'

const folder = t.testdir()
let path = folder

await messageBusContract(t, {
  name: 'the embedded bus',
  open: async () => {
    path = join(folder, randomUUID())
    return await openEmbeddedBus({ path })
  },
  reopen: async () => await openEmbeddedBus({ path }),
  // tap removes the folder.
  destroy: async () => {},
})
