import { type EventStore, readRevisions, type StoredEvent } from '@yibiao/event-store'
import { applyStatement, type FormTree, type RecordedEvent } from '@yibiao/schemas'
import { decodeForOneForm, statementOf } from '../one-form/index.ts'
import { Entitlement } from './entitlement.ts'
import { Kept } from './kept.ts'

/** What the feeds must remember of a record: its values, and whose business it is. */
export class RecordState {
  readonly form: FormTree = {}
  readonly entitlement = new Entitlement()
  /** Revision of the last event applied. */
  revision = 0

  /** Returns those who became entitled with this event. */
  apply(event: RecordedEvent): readonly string[] {
    const newcomers = this.entitlement.take(event)
    const statement = statementOf(event)
    if (statement !== undefined) applyStatement(this.form, statement)
    this.revision = event.revision
    return newcomers
  }
}

/** Records on their way through a fold: those that moved last in memory, the others read again from their streams. */
export class RecordStates {
  readonly #store: EventStore
  readonly #kept: Kept<RecordState>

  constructor(store: EventStore, size: number) {
    this.#store = store
    this.#kept = new Kept(size)
  }

  /** The record just before an event, if it is in memory. */
  kept(stored: StoredEvent): RecordState | undefined {
    const known = this.#kept.get(stored.stream)
    return known !== undefined && known.revision === stored.revision - 1 ? known : undefined
  }

  /** The record just before an event, from its stream. */
  async read(stored: StoredEvent): Promise<RecordState> {
    const state = new RecordState()
    for (const one of await readRevisions(this.#store, stored.stream, 1, stored.revision - 1))
      state.apply(decodeForOneForm(one))
    this.#kept.set(stored.stream, state)
    return state
  }
}
