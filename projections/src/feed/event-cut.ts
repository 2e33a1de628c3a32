import { type RecordedEvent, sourceOf } from '@yibiao/schemas'
import { changesOf, participantOf } from '../one-form/index.ts'
import type { ReferencesInForce } from '../references/index.ts'
import { type Content, JsonText, NewcomersContent, plainContent } from './content.ts'
import { concerns, cutAttributes, cutDataInSight, handsIn, namedInRouting } from './cut.ts'
import type { Entitlement } from './entitlement.ts'
import {
  changesInSight,
  changesOfSight,
  Exposure,
  type FeedChange,
  type Formed,
  type Layers,
  movesSight,
  type Recipient,
  Sight,
} from './sight.ts'
import type { Slabs } from './slabs.ts'
import { WholeForm } from './whole-form.ts'

type Data = Readonly<Record<string, unknown>>

/** What a content of an event depends on, of all that one recipient's eyes may differ in from another's. */
type Dependence = 'nothing' | 'values of its form' | 'what is seen' | 'what was and is seen'

export interface EventCutParts {
  readonly event: RecordedEvent
  /** The record, just before the event. */
  readonly state: Formed
  readonly matrices: Recipient['matrices']
  /** Where contents are encoded to. */
  readonly slabs: Slabs
}

const nothing: readonly FeedChange[] = []

/**
 * One event of a record, to be cut by some matrices for many: what two recipients see alike is cut and encoded once. Made
 * before the event is applied to the record; cuts are asked for afterwards.
 */
export class EventCut {
  readonly #event: RecordedEvent
  readonly #slabs: Slabs
  readonly #sender: string | undefined
  readonly #changes: readonly FeedChange[]
  /** The form before the event, where the event changes what somebody may see. */
  readonly #before: Exposure | undefined
  readonly #after: Exposure
  readonly #dependence: Dependence
  readonly #named: ReadonlySet<string>
  /** Who sees which of its files differs from one to the next. */
  readonly #handsIn: boolean
  readonly #attributes = new Map<string, JsonText>()
  /** By all that makes a difference. */
  readonly #contents = new Map<string, Content>()
  readonly #own = new Map<string, JsonText>()
  #layers: Layers | undefined
  #whole: WholeForm | undefined
  #rest: Data | undefined

  constructor({ event, state: { form }, matrices, slabs }: EventCutParts) {
    this.#event = event
    this.#slabs = slabs
    this.#sender = participantOf(event)
    const changes = changesOf({ form }, event)
    const moves = changes.some((change) => movesSight(change, matrices))
    this.#changes = changes
    this.#before = moves ? new Exposure(form, matrices).hold() : undefined
    this.#after = new Exposure(form, matrices)
    this.#dependence = moves ? 'what was and is seen' : dependenceOf(event)
    this.#named = namedInRouting(event)
    this.#handsIn = handsIn(event)
  }

  /** The content for a recipient; a newcomer gets all that it may see of the record. */
  for(recipient: Recipient, isNewcomer: boolean, department: string | undefined): Content {
    const isSender = recipient.participant === this.#sender
    const addressed = isSender || concerns(this.#event, recipient)
    const sight = new Sight(this.#after, recipient)
    const eyes = isNewcomer ? sight.key : this.#eyes(recipient, sight)
    const own = this.#handsIn || this.#named.has(recipient.participant) ? recipient.participant : ''
    const place = (isSender ? 1 : 0) + (addressed ? 2 : 0) + (isNewcomer ? 4 : 0)
    const key = `${place}${own} ${eyes}`
    const known = this.#contents.get(key)
    if (known) return known
    const attributes = this.#attributesFrom(isSender ? undefined : department)
    const content = isNewcomer
      ? this.#forNewcomer(attributes, { recipient, sight, own })
      : this.#cut(attributes, recipient, sight)
    this.#contents.set(key, content)
    return content
  }

  #cut(attributes: JsonText, recipient: Recipient, sight: Sight): Content {
    const changes = this.#changesFor(recipient, sight)
    const own = cutDataInSight(this.#event, { recipient, sight, changes })
    return plainContent(attributes, changes.length === 0 ? own : { ...own, changes })
  }

  #changesFor(recipient: Recipient, sight: Sight): readonly FeedChange[] {
    if (this.#changes.length === 0) return nothing
    return this.#before === undefined
      ? changesInSight(this.#changes, sight)
      : changesOfSight(this.#changes, new Sight(this.#before, recipient), sight)
  }

  #forNewcomer(
    attributes: JsonText,
    { recipient, sight, own }: { recipient: Recipient; sight: Sight; own: string },
  ): Content {
    let data = this.#own.get(own)
    if (data === undefined) {
      data = new JsonText(cutDataInSight(this.#event, { recipient, sight, changes: nothing }))
      this.#own.set(own, data)
    }
    this.#whole ??= new WholeForm(this.#after, this.#slabs)
    return new NewcomersContent({ attributes, own: data, form: this.#whole, sight })
  }

  /** The same for recipients whose eyes make no difference here. */
  #eyes({ columns }: Recipient, sight: Sight): string {
    switch (this.#dependence) {
      case 'nothing':
        return ''
      case 'what is seen':
        return sight.key
      case 'what was and is seen':
        return columns.join(' ')
      case 'values of its form': {
        this.#layers ??= this.#after.layersOf((this.#event.data as { form: object }).form)
        let seen = ''
        const count = this.#layers[0]?.length ?? 0
        for (let index = 0; index < count; index += 1) seen += sight.seen(this.#layers, index)
        return seen
      }
    }
  }

  /** The attributes as they are told: participants speak to others as their department. */
  #attributesFrom(department: string | undefined): JsonText {
    const isOwn = this.#sender === undefined || department === undefined
    const source = isOwn ? this.#event.source : sourceOf(department)
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
}

function dependenceOf({ data }: RecordedEvent): Dependence {
  const { form, amended, removed, path, paths } = data as Data
  if ((amended ?? removed ?? path ?? paths) !== undefined) return 'what is seen'
  return form === undefined ? 'nothing' : 'values of its form'
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
