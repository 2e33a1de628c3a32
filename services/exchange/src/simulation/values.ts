import type { FeedChange } from '@yibiao/department'
import { FormValues } from '@yibiao/department/reference-systems'

/** What decisions look at; the rest of its part of the form a simulated department does not keep. */
const kept =
  /^\/(uscc|name\/|domicile\/divisionCode|capital\/amountFen|shareholders\/[^/]+\/subscribed|bank\/(participant|accountNature)|customs\/importExport|scope\/items\/[^/]+\/itemCode|industry\/|seals\/|tax\/(types|vatStatus|invoice\/))/

/** A department's own copy of what it was shown of one record, as long as it has anything to do there. */
export class ShownRecord {
  readonly #values = new Map<string, unknown>()
  /** Its cases that have not ended. */
  open = 0

  get values(): FormValues {
    return new FormValues(this.#values)
  }

  show(changes: readonly FeedChange[]): void {
    for (const { path, after } of changes)
      if (after === undefined || after === null) this.#values.delete(path)
      else if (kept.test(path)) this.#values.set(path, after)
  }
}
