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

/** The live lines that somebody reads: one for all who read the same. */
export class Lines {
  readonly #options: LinesOptions
  readonly #exchange: ExchangeLine
  readonly #shared = new Map<string, { readonly line: Line; clients: number }>()

  constructor(options: LinesOptions) {
    this.#options = options
    this.#exchange = new ExchangeLine(options)
  }

  exchange(): Line {
    return this.#exchange
  }

  participant(participant: string): { readonly line: Line; release(): void } {
    return this.#share(`p ${participant}`, () => new ParticipantLine({ ...this.#options, participant }))
  }

  record(record: string, viewer: Viewer): { readonly line: Line; release(): void } {
    const who = viewer.kind === 'participant' ? viewer.participant : ''
    return this.#share(
      `r ${record} ${viewer.kind} ${who}`,
      () => new RecordLine({ ...this.#options, record, viewer }),
    )
  }

  #share(key: string, make: () => Line): { readonly line: Line; release(): void } {
    const shared = this.#shared.get(key) ?? { line: make(), clients: 0 }
    this.#shared.set(key, shared)
    shared.clients += 1
    let released = false
    return {
      line: shared.line,
      release: () => {
        if (released) return
        released = true
        shared.clients -= 1
        if (shared.clients === 0) this.#shared.delete(key)
      },
    }
  }
}
