import { request } from 'node:http'
import { token } from './exchange.ts'

export interface Message {
  readonly id: string
  readonly event: string
  readonly data: unknown
}

/** A client of server-sent events over a real socket. */
export interface Listener {
  /** Everything that came so far. */
  readonly text: string
  /** The first so many messages, once they have come. */
  messages(count: number): Promise<readonly Message[]>
  /** Resolves when the condition holds; it is asked whenever something comes. */
  until(condition: () => boolean): Promise<void>
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

const patience = 5_000

/** Resolves when the head of the answer is there. */
export async function listen(
  url: string,
  { as = 'operator', lastEventId }: { readonly as?: string; readonly lastEventId?: string } = {},
): Promise<Listener> {
  let text = ''
  const waiting = new Set<() => void>()
  const headers = {
    accept: 'text/event-stream',
    authorization: `Bearer ${token(as)}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  }
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const outgoing = request(url, { headers })
  await new Promise<void>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        for (const one of [...waiting]) one()
      })
      response.on('error', () => end())
      response.on('close', () => end())
      resolve()
    })
    outgoing.end()
  })
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`in vain: ${text.slice(-500)}`)), patience)
      const look = (): void => {
        if (!condition()) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return {
    get text() {
      return text
    },
    ended,
    until,
    async messages(count) {
      await until(() => parse(text).length >= count)
      return parse(text).slice(0, count)
    },
    close: () => outgoing.destroy(),
  }
}

function parse(text: string): Message[] {
  const whole = text.slice(0, text.lastIndexOf('\n\n') + 1)
  return whole.split('\n\n').flatMap((block) => {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    )
    const data = fields.get('data')
    if (data === undefined) return []
    return [
      {
        id: fields.get('id') ?? '',
        event: fields.get('event') ?? 'message',
        data: JSON.parse(data) as unknown,
      },
    ]
  })
}
