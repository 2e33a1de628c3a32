import t from 'tap'
import { eventStoreContract } from '../contract/index.ts'
import { openUnderTest, realServer } from './fixtures/eventstoredb.ts'

const name = realServer === undefined ? 'eventstoredb (double)' : 'eventstoredb (real server)'
// A server on another machine, or one beside a busy neighbour, needs longer than the usual half minute.
t.setTimeout(300_000)
await eventStoreContract(t, { name, open: openUnderTest, histories: 30 })
