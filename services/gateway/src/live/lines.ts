import type { EventStore } from '@yibiao/event-store'
import type { References } from '@yibiao/projections'
import type { Viewer } from '../records/viewer.ts'
import type { CursorCodec } from './cursor.ts'
import { ExchangeLine } from './exchange-line.ts'
import type { Line } from './line.ts'
import { ParticipantLine } from './participant-line.ts'
import { RecordLine } from './record-line.ts'
import type { Tail } from './tail.ts'

export interface LinesOptions {
  readonly store: EventStore
  readonly references: References
  readonly history: string
  readonly tail: Tail
  readonly cursors: CursorCodec
  readonly kept: number
}

/** A line that nobody reads any more is kept so long, in milliseconds: whoever polls comes back. */
const linger = 30_000

interface Shared {
  readonly line: Line
  clients: number
  ending?: NodeJS.Timeout | undefined
}

/** The live lines that somebody reads: one for all who read the same. */
export class Lines {
  readonly #options: LinesOptions
  readonly #exchange: ExchangeLine
  readonly #shared = new Map<string, Shared>()

  constructor(options: LinesOptions) {
    this.#options = options
    this.#exchange = new ExchangeLine(options)
  }

  exchange(): Line {
    return this.#exchange
  }

  participant(participant: string): { readonly line: ParticipantLine; release(): void } {
    return this.#share(
      `p ${participant}`,
      () => new ParticipantLine({ ...this.#options, participant }),
      linger,
    )
  }

  record(record: string, viewer: Viewer): { readonly line: Line; release(): void } {
    const who = viewer.kind === 'participant' ? viewer.participant : ''
    return this.#share(
      `r ${record} ${viewer.kind} ${who}`,
      () => new RecordLine({ ...this.#options, record, viewer }),
    )
  }

  #share<Kind extends Line>(
    key: string,
    make: () => Kind,
    kept = 0,
  ): { readonly line: Kind; release(): void } {
    const shared: Shared = this.#shared.get(key) ?? { line: make(), clients: 0 }
    this.#shared.set(key, shared)
    clearTimeout(shared.ending)
    shared.clients += 1
    let released = false
    const end = (): void => void this.#shared.delete(key)
    return {
      // The key's first letter tells the kind.
      line: shared.line as Kind,
      release: () => {
        if (released) return
        released = true
        shared.clients -= 1
        if (shared.clients > 0) return
        if (kept === 0) end()
        else shared.ending = setTimeout(end, kept).unref()
      },
    }
  }
}
