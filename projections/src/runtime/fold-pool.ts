import type { AnyProjection } from '../projection.ts'
import { type Row, rowOf } from './tables.ts'
import { bytesOf, type SlabText, TextSlabs, textOf } from './text-slabs.ts'

/** A finished view as it is to be stored. */
export interface FoldedRow extends Row {
  readonly terms: string | undefined
}

interface Packed {
  /** The view's text in UTF-8: a third to a fifth of what the decoded view takes. */
  readonly text: SlabText
  /** The columns and terms, as JSON. */
  readonly rest: SlabText
}

type Rest = readonly [columns: Row['columns'], terms: string | null]

/** A decoded view takes about this many times its JSON text in memory. */
const decodedFactor = 3

/** What a view takes besides its text: its key and its places in the maps. */
const overhead = 250

/** Of the memory, the share that decoded views may take; the rest is for packed ones. */
const decodedShare = 0.2

/** A view is measured once in this many folds, until the first one has been packed. */
const sampleEvery = 256

/**
 * Views being folded, by key. Those touched lately are decoded; the others wait as text, ready to be stored. A record's
 * events stand close together in a history, so few views are unpacked again.
 */
export class FoldPool {
  readonly #projection: AnyProjection
  readonly #decodedLimit: number
  /** In the order of their last touch. */
  readonly #decoded = new Map<string, unknown>()
  readonly #packed = new Map<string, Packed>()
  readonly #slabs = new TextSlabs()
  #packedBytes = 0
  #average = 0
  #folds = 0
  #unpacked = 0

  constructor(projection: AnyProjection, memoryBytes: number) {
    this.#projection = projection
    this.#decodedLimit = memoryBytes * decodedShare
  }

  /** Estimated bytes of memory. */
  get bytes(): number {
    return this.#packedBytes + this.#decodedBytes
  }

  get #decodedBytes(): number {
    return this.#decoded.size * (this.#average * decodedFactor + overhead)
  }

  /** Share of the folds that had to unpack a view first. */
  get thrashing(): number {
    return this.#folds < 10_000 ? 0 : this.#unpacked / this.#folds
  }

  /** Changes the view of a key. */
  fold(key: string, change: (view: unknown) => unknown): void {
    this.#folds += 1
    const view = change(this.#take(key))
    this.#decoded.set(key, view)
    if (this.#average === 0 || this.#folds % sampleEvery === 0) this.#measure(JSON.stringify(view).length)
    if (this.#decodedBytes <= this.#decodedLimit) return
    for (const oldest of this.#decoded.keys()) {
      if (oldest !== key) this.#pack(oldest)
      break
    }
  }

  #take(key: string): unknown {
    const decoded = this.#decoded.get(key)
    if (decoded !== undefined) {
      this.#decoded.delete(key)
      return decoded
    }
    const packed = this.#unpack(key)
    if (packed === undefined) return this.#projection.initial(key)
    this.#unpacked += 1
    return JSON.parse(textOf(packed.text))
  }

  #unpack(key: string): Packed | undefined {
    const packed = this.#packed.get(key)
    if (packed === undefined) return undefined
    this.#packed.delete(key)
    this.#packedBytes -= sizeOf(packed)
    return packed
  }

  #pack(key: string): void {
    const { text, columns, terms } = this.#rowOf(key, this.#decoded.get(key))
    this.#decoded.delete(key)
    const rest: Rest = [columns as Row['columns'], terms ?? null]
    const packed = { text: this.#slabs.put(text), rest: this.#slabs.put(JSON.stringify(rest)) }
    this.#packed.set(key, packed)
    this.#packedBytes += sizeOf(packed)
    this.#measure(text.length)
  }

  #rowOf(key: string, view: unknown): FoldedRow {
    const terms = this.#projection.terms?.(view)
    return { ...rowOf(this.#projection, key, view), terms }
  }

  #measure(length: number): void {
    this.#average = this.#average === 0 ? length : this.#average * 0.98 + length * 0.02
  }

  /** Begins to count anew how often views are unpacked. */
  calm(): void {
    this.#folds = 0
    this.#unpacked = 0
  }

  /** Forgets keys. */
  drop(keys: Iterable<string>): void {
    for (const key of keys) {
      this.#decoded.delete(key)
      this.#unpack(key)
    }
  }

  /** Every view as a row, each let go once given. */
  *drain(): Generator<FoldedRow> {
    for (const key of this.#packed.keys()) {
      const packed = this.#unpack(key) as Packed
      const [columns, terms] = JSON.parse(textOf(packed.rest)) as Rest
      yield { key, text: textOf(packed.text), columns, terms: terms ?? undefined }
    }
    for (const [key, view] of this.#decoded) {
      this.#decoded.delete(key)
      yield this.#rowOf(key, view)
    }
  }
}

const sizeOf = ({ text, rest }: Packed): number => bytesOf(text) + bytesOf(rest) + overhead
