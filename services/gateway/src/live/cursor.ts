import { refuseBecause } from '../http/reasoned.ts'

/** Which live line a cursor belongs to; one letter each. */
export type LineKind = 'exchange' | 'record' | 'participant'

const letters: Readonly<Record<LineKind, string>> = { exchange: 'x', record: 'r', participant: 'p' }

export interface Cursor {
  readonly kind: LineKind
  /** Where the line has been read to: a position, or a sequence of a participant's feed. */
  readonly at: number
}

/** Opaque to clients. Carries the history's identity and epoch, for positions mean nothing in another history. */
export class CursorCodec {
  readonly #prefix: string

  constructor(history: string, epoch: number) {
    this.#prefix = `${history}.${epoch}`
  }

  encode({ kind, at }: Cursor): string {
    return Buffer.from(`${letters[kind]}.${at}.${this.#prefix}`).toString('base64url')
  }

  /** The place a cursor names on a line of this kind. Throws `YB_CURSOR` for one of another history, line or making. */
  decode(kind: LineKind, text: string): number {
    const plain = /^[A-Za-z0-9_-]{1,200}$/.test(text) ? Buffer.from(text, 'base64url').toString('utf8') : ''
    const [letter, at = '', ...prefix] = plain.split('.')
    if (letter === undefined || !/^\d{1,15}$/.test(at) || prefix.length !== 2)
      throw cursor('无法识别', 'cannot be read')
    if (prefix.join('.') !== this.#prefix) throw cursor('属于另一历史', 'is of another history')
    if (letter !== letters[kind]) throw cursor('属于另一数据流', 'is of another stream')
    return Number(at)
  }
}

const cursor = (zh: string, en: string) => refuseBecause('YB_CURSOR', '/header/Last-Event-ID', en, zh)
