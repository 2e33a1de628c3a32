import t from 'tap'
import { eventStoreContract } from '../contract/index.ts'
import { databaseForTest, openUnderTest } from './fixtures/postgres.ts'

const { url, skip } = await databaseForTest(t)

await t.test('with notifications', { skip }, (t) =>
  eventStoreContract(t, { name: 'postgres', open: openUnderTest(url), histories: 25 }),
)
