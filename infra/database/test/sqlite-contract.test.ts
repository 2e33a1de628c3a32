import { openSqliteDatabase } from '@yibiao/database/sqlite'
import t from 'tap'
import { databaseContract } from '../contract/index.ts'
import { newPath } from './folder.ts'

await databaseContract(t, 'sqlite', async (t) => {
  const database = await openSqliteDatabase({ path: newPath(t) })
  t.teardown(() => database.close())
  return database
})
