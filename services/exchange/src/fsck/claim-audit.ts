import { holderOf, type NameGivenUp, namesGivenUp } from '@yibiao/ledger'
import { exchangeSource, legalDateOf, type RecordedEvent } from '@yibiao/schemas'

interface Claimed {
  readonly record: string
  readonly identifier: string
  readonly protectedUntil?: string
}

const claimed = ({ data }: RecordedEvent): Claimed => data as Claimed

/** Proves that identifiers are held by records that bear them, and that names given up are protected for their year. */
export class ClaimAudit {
  readonly #fault: (where: string, problem: string) => void
  readonly #streams = new Map<string, RecordedEvent[]>()
  /** What each record bears: `<record> <identifier>`. */
  readonly #borne = new Set<string>()
  /** What each record gave up, by the same key. */
  readonly #givenUp = new Map<string, NameGivenUp[]>()

  constructor(fault: (where: string, problem: string) => void) {
    this.#fault = fault
  }

  /** Identifiers that were ever claimed. */
  get size(): number {
    return this.#streams.size
  }

  /** An event of any stream. */
  take(stream: string, event: RecordedEvent): void {
    if (!stream.startsWith('uscc-') && !stream.startsWith('name-')) return
    const events = this.#streams.get(stream)
    if (events) events.push(event)
    else this.#streams.set(stream, [event])
  }

  /** A record's whole history. */
  bear(record: string, events: readonly RecordedEvent[]): void {
    for (const { source, data } of events) {
      const { form } = data as { form?: { uscc?: string; name?: { full?: string } } }
      if (source === exchangeSource || !form) continue
      if (form.uscc !== undefined) this.#borne.add(`${record} ${form.uscc}`)
      if (form.name?.full !== undefined) this.#borne.add(`${record} ${form.name.full}`)
    }
    for (const one of namesGivenUp(record, events)) {
      const key = `${record} ${one.name}`
      this.#givenUp.set(key, [...(this.#givenUp.get(key) ?? []), one])
    }
  }

  check(): void {
    for (const [stream, events] of this.#streams) {
      this.#checkHolder(stream, events)
      for (const [index, event] of events.entries()) {
        if (event.type === 'yibiao.identifier.released.v1') this.#checkRelease(stream, event)
        else this.#checkClaim(stream, event, events[index - 1])
      }
    }
  }

  /** A claim that no record bears and nobody gave back. */
  #checkHolder(stream: string, events: readonly RecordedEvent[]): void {
    const holder = holderOf(events)
    const { identifier } = claimed(events.at(-1) as RecordedEvent)
    if (holder !== undefined && !this.#borne.has(`${holder} ${identifier}`))
      this.#fault(stream, `claimed by ${holder}, which does not bear it, and not released`)
  }

  /** A name is given back with the protection that its record's history gives, counted again (企业名称登记管理规定 17). */
  #checkRelease(stream: string, event: RecordedEvent): void {
    const { record, identifier, protectedUntil } = claimed(event)
    const given = this.#givenUp.get(`${record} ${identifier}`) ?? []
    const until = given.findLast(({ position }) => position < event.position)?.until
    if (protectedUntil !== until)
      this.#fault(
        `${stream}/${event.revision}`,
        `protected until ${protectedUntil ?? '–'}, by the record’s history ${until ?? '–'}`,
      )
  }

  /** Recorded on a day on which it was still protected, a claim had been made on such a day as well. */
  #checkClaim(stream: string, event: RecordedEvent, before: RecordedEvent | undefined): void {
    if (before === undefined) return
    const { record, protectedUntil } = claimed(before)
    if (protectedUntil === undefined || record === claimed(event).record) return
    if (legalDateOf(event.recordedtime) <= protectedUntil)
      this.#fault(`${stream}/${event.revision}`, `claimed though protected until ${protectedUntil}`)
  }
}
