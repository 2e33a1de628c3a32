import { type RecordedEvent, sourceOf } from '@yibiao/schemas'
import { changesOf, participantOf } from '../one-form/index.ts'
import type { ReferencesInForce } from '../references/index.ts'
import { cutAttributes, cutData, isAddressed } from './cut.ts'
import type { Entitlement } from './entitlement.ts'
import { routedType } from './entitlement.ts'
import {
  changesInSight,
  changesOfSight,
  type FeedChange,
  type Formed,
  movesSight,
  type Recipient,
  Sight,
} from './sight.ts'

type Data = Readonly<Record<string, unknown>>

/** A value whose JSON is made once, however many feeds carry it. */
export class JsonText {
  readonly #value: object
  #text: string | undefined

  constructor(value: object) {
    this.#value = value
  }

  get text(): string {
    this.#text ??= JSON.stringify(this.#value)
    return this.#text
  }
}

/** What one recipient may see of an event: its attributes, and its data with the changes. */
export interface Content {
  readonly attributes: JsonText
  readonly data: Data
  readonly dataText: JsonText
}

/** Recipients with the same columns and matrices see the same of a form. One event knows one list of matrices of a length. */
const eyesOf = ({ columns, matrices }: Recipient): string => `${matrices.length} ${columns.join(' ')}`

const nothing: readonly FeedChange[] = []

/**
 * One event of a record, to be cut for many: what two recipients see alike is cut and encoded once. Made before the
 * event is applied to the record; cuts are asked for afterwards.
 */
export class EventCut {
  readonly #event: RecordedEvent
  readonly #state: Formed
  readonly #changes: readonly FeedChange[]
  /** The form before the event, where the event changes what somebody may see. */
  readonly #before: Formed | undefined
  readonly #attributes = new Map<string, JsonText>()
  readonly #visible = new Map<string, readonly FeedChange[]>()
  readonly #contents = new Map<string, Content>()
  readonly #plain: boolean
  #rest: Data | undefined

  constructor(event: RecordedEvent, state: Formed, matrices: readonly ReferencesInForce['matrix'][]) {
    this.#event = event
    this.#state = state
    const changes = changesOf(state, event)
    this.#changes = changes
    this.#before = changes.some((change) => movesSight(change, matrices))
      ? { form: structuredClone(state.form) }
      : undefined
    const { form, removed, path, paths } = event.data as Data
    this.#plain = (form ?? removed ?? path ?? paths) === undefined
  }

  /** The content for a recipient; a newcomer gets all that it may see of the record. */
  for(recipient: Recipient, isNewcomer: boolean, department: string | undefined): Content {
    const addressed = isAddressed(this.#event, recipient)
    const source = this.#sourceFor(recipient, department)
    // Where neither form nor paths are spoken of, the columns make no difference.
    const eyes = this.#plain && !isNewcomer ? '' : eyesOf(recipient)
    const own = this.#event.type === routedType ? recipient.participant : ''
    const key = `${eyes}|${isNewcomer}|${addressed}|${own}|${source}`
    const known = this.#contents.get(key)
    if (known) return known
    const content = this.#cut(recipient, isNewcomer, source)
    this.#contents.set(key, content)
    return content
  }

  #cut(recipient: Recipient, isNewcomer: boolean, source: string): Content {
    const changes = this.#changesFor(recipient, isNewcomer)
    const own = cutData(this.#event, this.#state, recipient, changes)
    const data = changes.length === 0 ? own : { ...own, changes }
    return { attributes: this.#attributesFrom(source), data, dataText: new JsonText(data) }
  }

  #changesFor(recipient: Recipient, isNewcomer: boolean): readonly FeedChange[] {
    if (!isNewcomer && this.#changes.length === 0) return nothing
    const key = `${eyesOf(recipient)}|${isNewcomer}`
    const known = this.#visible.get(key)
    if (known) return known
    const sight = new Sight(this.#state.form, recipient)
    const visible = isNewcomer
      ? sight.leaves().map(([path, after]) => ({ path, after }))
      : this.#before === undefined
        ? changesInSight(this.#changes, sight)
        : changesOfSight(this.#changes, new Sight(this.#before.form, recipient), sight)
    this.#visible.set(key, visible)
    return visible
  }

  #attributesFrom(source: string): JsonText {
    const known = this.#attributes.get(source)
    if (known) return known
    if (this.#rest === undefined) {
      const { data: _data, position, revision, ...attributes } = this.#event
      this.#rest = { ...attributes, position, revision }
    }
    const text = new JsonText(cutAttributes(this.#rest, source))
    this.#attributes.set(source, text)
    return text
  }

  /** The source as the recipient is told: participants speak to others as their department. */
  #sourceFor(recipient: Recipient, department: string | undefined): string {
    const sender = participantOf(this.#event)
    if (sender === undefined || sender === recipient.participant || department === undefined)
      return this.#event.source
    return sourceOf(department)
  }
}

/** The department as which the sender of an event speaks: that of his approval, else his first. */
export function departmentSpeaking(
  event: RecordedEvent,
  entitlement: Entitlement,
  { participants }: ReferencesInForce,
): string | undefined {
  const sender = participantOf(event)
  if (sender === undefined) return undefined
  const { approval } = event.data as { readonly approval?: string }
  const isOwn = approval !== undefined && entitlement.approvalsOf(sender)?.has(approval) === true
  return isOwn ? entitlement.departmentOf(approval) : participants.byCode.get(sender)?.departments[0]
}

/** Whether a content shows any value of the form. */
export const showsValues = ({ data }: Content): boolean =>
  data.changes !== undefined || data.form !== undefined

/** What goes out for a message whose content the recipient may not see any more: its number, and nothing else. */
export const emptyNotice = (content: Content): Content => ({
  ...content,
  data: {},
  dataText: new JsonText({}),
})
