import t from 'tap'
import { databaseContract } from '../contract/index.ts'
import { openForTest, serverForTest } from './postgres.ts'

const { url, skip } = await serverForTest(t)

await t.test('with notifications', { skip }, (t) =>
  databaseContract(t, 'postgres', (t) => openForTest(t, { url })),
)
