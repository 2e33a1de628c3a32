import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import t from 'tap'
import { annotations, type ContractSchema, eventTypes, isEventType, schemaCatalogue } from '../index.ts'

const folder = new URL('../events/', import.meta.url)
const files = readdirSync(folder).filter((name) => /^[a-z]+\.[a-z]+\.v\d+\.json$/.test(name))
const schemas = files.map((name) => ({
  name,
  schema: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ContractSchema,
}))

/** Types named in the first column of the table in the architecture's chapter on event types. */
function documentedTypes(): string[] {
  const text = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8')
  const chapter = text.split('\n## ').find((part) => part.startsWith('Event types'))
  const rows = (chapter ?? '').split('\n').filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) =>
    [...row.split(' | ')[0]!.matchAll(/`([a-z]+\.[a-z]+)`/g)].map(([, name]) => name!),
  )
}

t.test('every event type of the architecture has a schema, and the other way round', (t) => {
  const documented = documentedTypes()
  t.ok(documented.length > 25)
  t.strictSame([...eventTypes.values()].map(({ name }) => name).sort(), documented.sort())
  t.end()
})

t.test('every schema file is in the registry under its own name', (t) => {
  for (const { name, schema } of schemas) {
    const [entity, verb, version] = name.split('.')
    t.equal(schema.$id, `urn:yibiao:event:${entity}.${verb}:${version}`)
    t.ok(isEventType(`yibiao.${entity}.${verb}.${version}`), name)
  }
  t.equal(eventTypes.size, files.length)
  t.end()
})

t.test('every schema is valid draft-07 JSON Schema and its references lead somewhere', (t) => {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false })
  for (const keyword of annotations) ajv.addKeyword(keyword)
  for (const schema of schemaCatalogue().values()) ajv.addSchema(schema)
  for (const id of schemaCatalogue().keys()) t.doesNotThrow(() => ajv.getSchema(id), id)
  t.end()
})

/** Every schema for the members of an object within. */
function* objectsIn(schema: ContractSchema | boolean, at: string): Generator<[string, ContractSchema]> {
  if (typeof schema === 'boolean') return
  if (schema.properties !== undefined) yield [at, schema]
  for (const [name, one] of Object.entries({ ...schema.properties, ...schema.definitions }))
    yield* objectsIn(one, `${at}/${name}`)
  if (schema.items !== undefined) yield* objectsIn(schema.items, `${at}/*`)
}

t.test('objects are closed, except an operation’s plan', (t) => {
  const all = [
    ...schemas,
    { name: 'definitions', schema: schemaCatalogue().get('urn:yibiao:event:definitions:v1')! },
  ]
  for (const { name, schema } of all) {
    for (const [at, object] of objectsIn(schema, name)) {
      const open = at === 'operation.requested.v1.json/plan'
      t.equal(object.additionalProperties, open, at)
    }
  }
  t.end()
})

t.test('schemas and properties have titles in both languages', (t) => {
  for (const { name, schema } of schemas) {
    t.match(schema['x-title-zh'], /\p{Script=Han}/u, name)
    for (const [at, object] of objectsIn(schema, name)) {
      for (const [property, one] of Object.entries(object.properties ?? {})) {
        if (typeof one === 'boolean') continue
        t.ok(one.title, `${at}/${property}`)
        t.match(one['x-title-zh'], /\p{Script=Han}|URN/u, `${at}/${property}`)
      }
    }
  }
  t.end()
})

t.test('only the exchange and the relay say what is concluded', (t) => {
  const concluded = [...eventTypes.values()].filter(({ says }) => says === 'exchange' || says === 'relay')
  t.strictSame(concluded.map(({ name }) => name).sort(), [
    'acceptance.deemed',
    'accountability.opened',
    'announcement.ended',
    'approval.deemed',
    'approvals.closed',
    'approvals.opened',
    'card.raised',
    'clocks.recalculated',
    'clocks.started',
    'clocks.stopped',
    'compensation.requested',
    'deadline.breached',
    'delivery.recorded',
    'deregistration.overdue',
    'fact.reversed',
    'fee.differed',
    'filing.completed',
    'filing.refused',
    'filing.routed',
    'history.opened',
    'identifier.claimed',
    'identifier.released',
    'inbound.expired',
    'message.refused',
    'notice.violated',
    'publication.listed',
    'publicity.ended',
    'publicity.lapsed',
    'publicity.unopposed',
    'replay.delivered',
    'suspension.lapsed',
  ])
  t.end()
})
