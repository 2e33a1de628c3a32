/** The table of event types, from the annotations of their schemas. */
import { eventSchemas } from './schemas.ts'
import { banner } from './types.ts'

const speakers = new Set([
  'participant:approval',
  'participant:registrar',
  'participant:owner',
  'participant:any',
  'applicant',
  'operator',
  'clock',
  'exchange',
  'relay',
])

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** The generated file, by name. Throws when an event's schema lacks an annotation or has an unknown one. */
export function eventTypeFiles(): Record<string, string> {
  const rows = eventSchemas().map(({ name, version, type, id, schema }) => {
    const {
      title,
      'x-title-zh': titleZh,
      'x-says': says,
      'x-stream': stream,
      'x-envelope': envelope = [],
    } = schema
    if (!title || !titleZh || !stream || !says || !speakers.has(says)) {
      throw new Error(`${id} needs title, x-title-zh, x-stream and one of the known x-says.`)
    }
    return [
      '  {',
      `    type: ${quote(type)},`,
      `    name: ${quote(name)},`,
      `    version: ${version},`,
      `    says: ${quote(says)},`,
      `    stream: ${quote(stream)},`,
      `    envelope: [${envelope.map(quote).join(', ')}],`,
      `    title: ${quote(title)},`,
      `    titleZh: ${quote(titleZh)},`,
      `    schemaId: ${quote(id)},`,
      '  },\n',
    ].join('\n')
  })
  return { 'event-types.ts': `${banner}\nexport const eventTypeTable = [\n${rows.join('')}] as const\n` }
}
