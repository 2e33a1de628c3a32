import { hash } from 'node:crypto'
import type { RecordedEvent } from '@yibiao/schemas'

/**
 * What two runs of a seed have in common to the last byte. Left out is what says nothing of the city: the random identity of the
 * history, how the relay paced its delivery records, positions, recorded times, and the digests of feeds, which depend on them.
 */
export class HistoryDigest {
  readonly #byStream = new Map<string, string>()

  /** Takes the events of every stream in the order of their revisions. */
  take(stream: string, { id, type, data }: RecordedEvent): void {
    if (stream === 'history' || stream.startsWith('deliveries-')) return
    const before = this.#byStream.get(stream) ?? ''
    const said = type.startsWith('yibiao.feed.') ? { ...(data as object), digest: undefined } : data
    this.#byStream.set(stream, hash('sha256', `${before}\n${id}\n${type}\n${JSON.stringify(said)}`, 'hex'))
  }

  /** SHA-256 over all streams by name, lower-case hex. */
  get value(): string {
    const streams = [...this.#byStream].sort(([one], [other]) => (one < other ? -1 : 1))
    return hash('sha256', streams.map(([name, digest]) => `${name} ${digest}\n`).join(''), 'hex')
  }
}
