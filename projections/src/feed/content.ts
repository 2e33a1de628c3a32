import type { Sight } from './sight.ts'
import type { WholeForm } from './whole-form.ts'

type Data = Readonly<Record<string, unknown>>

/** A value and its JSON, made once however many feeds carry it. */
export class JsonText {
  readonly value: Data
  #text: string | undefined
  #bytes: Buffer | undefined

  constructor(value: Data) {
    this.value = value
  }

  get text(): string {
    this.#text ??= JSON.stringify(this.value)
    return this.#text
  }

  /** In UTF-8. */
  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(this.text)
    return this.#bytes
  }
}

/** What one recipient may see of an event. */
export interface Content {
  readonly attributes: JsonText
  /** The event's data with the changes. */
  readonly data: Data
  /** JSON of `data` in UTF-8, in pieces that other contents share. */
  readonly body: readonly Buffer[]
}

export function plainContent(attributes: JsonText, data: Data): Content {
  return { attributes, data, body: [new JsonText(data).bytes] }
}

const changesFirst = Buffer.from('{"changes":[')
const changesNext = Buffer.from(',"changes":[')
const end = Buffer.from(']}')

/** The content for a newcomer: the event's own data, then everything of the form that it may see, as changes. */
export class NewcomersContent implements Content {
  readonly attributes: JsonText
  readonly body: readonly Buffer[]
  readonly #own: Data
  readonly #sight: Sight

  constructor({ attributes, own, form, sight }: Newcomers) {
    this.attributes = attributes
    this.#own = own.value
    this.#sight = sight
    const changes = form.changesFor(sight)
    const { bytes } = own
    const isEmpty = bytes.length === 2
    this.body =
      changes.length === 0
        ? [bytes]
        : [...(isEmpty ? [changesFirst] : [bytes.subarray(0, -1), changesNext]), ...changes, end]
  }

  get data(): Data {
    const changes = this.#sight.leaves().map(([path, after]) => ({ path, after }))
    return changes.length === 0 ? this.#own : { ...this.#own, changes }
  }
}

interface Newcomers {
  readonly attributes: JsonText
  readonly own: JsonText
  readonly form: WholeForm
  readonly sight: Sight
}

/** Whether a content shows any value of the form. */
export const showsValues = ({ data }: Content): boolean =>
  data.changes !== undefined || data.form !== undefined

/** What goes out for a message whose content the recipient may not see any more: its number, and nothing else. */
export const emptyNotice = ({ attributes }: Content): Content => plainContent(attributes, {})
