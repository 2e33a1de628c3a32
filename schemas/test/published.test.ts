import t from 'tap'
import { type ContractSchema, publishedSchemas, publishedStates, schemaCatalogue } from '../index.ts'

t.test('nothing that is published is broken or gone, and everything is published', (t) => {
  for (const { id, state, changes } of publishedStates()) {
    t.ok(state === 'SAME', `${id} is ${state}: ${JSON.stringify(changes)}`)
  }
  t.equal(publishedSchemas().size, schemaCatalogue().size)
  t.end()
})

const id = 'urn:yibiao:event:filing.withdrawn:v1'
const states = (change: (schema: ContractSchema) => ContractSchema) => {
  const current = new Map(schemaCatalogue())
  current.set(id, change(current.get(id)!))
  return publishedStates(current).find((one) => one.id === id)!
}

t.test('a schema may grow', (t) => {
  const grown = states((schema) => ({
    ...schema,
    properties: { ...schema.properties, note: { type: 'string' } },
  }))
  t.match(grown, { state: 'GROWN', changes: [] })
  t.end()
})

t.test('a schema may not ask for more than before', (t) => {
  const broken = states((schema) => ({
    ...schema,
    properties: { ...schema.properties, note: { type: 'string' } },
    required: ['reason', 'note'],
  }))
  t.equal(broken.state, 'BROKEN')
  t.match(broken.changes[0]?.reasonZh, /\p{Script=Han}/u)
  t.end()
})

t.test('a break in what is referred to is found', (t) => {
  const definitions = 'urn:yibiao:event:definitions:v1'
  const current = new Map(schemaCatalogue())
  const schema = current.get(definitions)!
  const round = { ...schema.definitions!.round!, maximum: 3 }
  current.set(definitions, { ...schema, definitions: { ...schema.definitions, round } })
  const broken = publishedStates(current).filter(({ state }) => state === 'BROKEN')
  t.ok(broken.some((one) => one.id === 'urn:yibiao:event:approval.granted:v1'))
  t.end()
})

t.test('a published schema that is no longer there is noticed', (t) => {
  const current = new Map(schemaCatalogue())
  current.delete(id)
  t.equal(publishedStates(current).find((one) => one.id === id)?.state, 'GONE')
  t.end()
})
