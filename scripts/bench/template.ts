import type { EventToAppend } from '@yibiao/event-store'
import { filingIdOf, recordIdOf } from '@yibiao/schemas'
import { usccOf } from './decisions.ts'
import type { Filing } from './workload.ts'

export type Streams = Map<string, EventToAppend[]>

/** What tells one record from another. */
export interface Identity {
  readonly record: string
  readonly filing: string
  readonly uscc: string
  /** Stands in the name before its form of organisation. */
  readonly number: string
}

/** The seeds of copies; those of decided filings are below. */
const firstCopy = 200_000

export const identityOf = (index: number): Identity => ({
  record: recordIdOf('bench-copy', String(index)),
  filing: filingIdOf('bench-copy', String(index)),
  uscc: usccOf(firstCopy + index),
  number: String(index + 1),
})

interface Pattern {
  readonly id: string
  readonly type: string
  /** Text at even places; at odd ones what is to be replaced. */
  readonly parts: readonly string[]
}

/** The streams of one decided filing, to be written again for other records. */
export class Template {
  readonly #streams: readonly (readonly [stream: readonly string[], events: readonly Pattern[]])[]
  readonly #slots: ReadonlyMap<string, (identity: Identity) => string>

  constructor({ record, filing }: Filing, streams: Streams) {
    const [uscc = '', name = ''] = ['uscc-', 'name-2202-'].map((prefix) =>
      [...streams.keys()].find((stream) => stream.startsWith(prefix))?.slice(prefix.length),
    )
    this.#slots = new Map<string, (identity: Identity) => string>([
      [record, (identity) => identity.record],
      [filing, (identity) => identity.filing],
      [uscc, (identity) => identity.uscc],
      [name, ({ number }) => name.replace('有限公司', `${number}有限公司`)],
    ])
    const pattern = new RegExp(`(${[...this.#slots.keys()].join('|')})`)
    this.#streams = [...streams].map(([stream, events]) => [
      stream.split(pattern),
      events.map(({ id, type, data }) => ({
        id,
        type,
        parts: Buffer.from(data).toString('utf8').split(pattern),
      })),
    ])
  }

  /** The same events under another identity. */
  *copy(identity: Identity): Generator<[string, EventToAppend[]]> {
    const write = (parts: readonly string[]): string =>
      parts.map((part, index) => (index % 2 === 0 ? part : this.#slots.get(part)?.(identity))).join('')
    for (const [stream, events] of this.#streams)
      yield [
        write(stream),
        events.map(({ id, type, parts }) => ({ id, type, data: Buffer.from(write(parts)) })),
      ]
  }
}
