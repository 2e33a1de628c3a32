import t from 'tap'
import { eventStoreContract } from '../contract/index.ts'
import { openUnderTest } from './fixtures/folder.ts'

await eventStoreContract(t, { name: 'sqlite', open: openUnderTest })
