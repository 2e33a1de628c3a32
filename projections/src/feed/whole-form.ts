import { type Leaf, mask } from '@yibiao/schemas'
import { QuotedPaths } from '../quoted-paths.ts'
import type { Exposure, Layers, Sight } from './sight.ts'
import type { Slabs } from './slabs.ts'

/**
 * All of a form, encoded once for all who come to the record with one event: each gets the pieces that it may see.
 */
export class WholeForm {
  readonly #layers: Layers
  readonly #slabs: Slabs
  readonly #full: Pieces
  #masked: Pieces | undefined

  constructor(exposure: Exposure, slabs: Slabs) {
    this.#layers = exposure.layers()
    this.#slabs = slabs
    this.#full = piecesOf(this.#layers, slabs, false)
  }

  /** JSON of `{path, after}` of every leaf that is seen, comma-separated, in UTF-8; empty when nothing is. */
  changesFor(sight: Sight): readonly Buffer[] {
    const found: Buffer[] = []
    let { bytes } = this.#full
    let [start, end] = [0, 0]
    const add = (pieces: Pieces, index: number): void => {
      const from = pieces.ends[index] as number
      if (pieces.bytes !== bytes || from !== end) {
        if (end > start) found.push(bytes.subarray(start, end))
        bytes = pieces.bytes
        start = from
      }
      end = pieces.ends[index + 1] as number
    }
    const count = this.#layers[0]?.length ?? 0
    for (let index = 0; index < count; index += 1) {
      const seen = sight.seen(this.#layers, index)
      if (seen === 'full') add(this.#full, index)
      else if (seen === 'masked') {
        this.#masked ??= piecesOf(this.#layers, this.#slabs, true)
        add(this.#masked, index)
      }
    }
    if (end > start) found.push(bytes.subarray(start, end))
    const [first, ...others] = found
    return first === undefined ? [] : [first.subarray(comma.length), ...others]
  }
}

/** The JSON of leaves in one buffer, each behind a comma; the n-th from `ends[n]` to `ends[n + 1]`. */
interface Pieces {
  readonly bytes: Buffer
  readonly ends: readonly number[]
}

const comma = ','
const quoted = new QuotedPaths()

/** Of the leaves that nobody sees masked, no masked ones are made. */
function piecesOf(layers: Layers, slabs: Slabs, masked: boolean): Pieces {
  const texts = (layers[0] ?? []).map(({ path, value }, index) => {
    if (masked && layers.every((layer) => layer[index]?.grant.masked === 0)) return ''
    const shown = masked ? mask(path, value) : value
    return `${comma}{"path":${quoted.of(path)},"after":${jsonOf(shown)}}`
  })
  const most = texts.reduce((sum, { length }) => sum + bytesOfUnit * length, 0)
  const bytes = slabs.take(most)
  const ends = [0]
  let end = 0
  for (const text of texts) {
    end += bytes.write(text, end)
    ends.push(end)
  }
  slabs.giveBack(most - end)
  return { bytes, ends }
}

/** UTF-8 bytes that one UTF-16 code unit can come to. */
const bytesOfUnit = 3

/** Text without quotes, backslashes, control characters and surrogates. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

/** JSON, faster than the engine makes it of short text that needs no escapes. */
const jsonOf = (value: Leaf): string =>
  typeof value === 'string' && plain.test(value) ? `"${value}"` : JSON.stringify(value)
