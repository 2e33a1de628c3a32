/** A server-sent event (WHATWG HTML 9.2). */
export interface ServerEvent {
  /** `message` where the sender named no other. */
  readonly event: string
  readonly id: string | undefined
  readonly data: string
}

/** Reads a stream of server-sent events. Comments and `retry` are dropped; what is cut off at the end is dropped as well. */
export async function* serverEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  let fields = new Map<string, string>()
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line !== '') take(fields, line)
      else {
        const data = fields.get('data')
        if (data !== undefined) yield { event: fields.get('event') ?? 'message', id: fields.get('id'), data }
        fields = new Map()
      }
    }
  }
}

function take(fields: Map<string, string>, line: string): void {
  const colon = line.indexOf(':')
  if (colon === 0) return
  const name = colon < 0 ? line : line.slice(0, colon)
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
  const before = fields.get(name)
  fields.set(name, name === 'data' && before !== undefined ? `${before}\n${value}` : value)
}
