import type { ApprovalView, FilingView } from './view.ts'

/**
 * Gives the bytes of `JSON.stringify` for filings that are written again and again: what an approval was routed with never
 * changes, so its text is kept for as long as the approval itself.
 */
export class FilingTexts {
  readonly #routed = new WeakMap<ApprovalView, string>()

  /** UTF-8. */
  encode(view: FilingView): Buffer {
    const members: string[] = []
    for (const name in view) {
      const value =
        name === 'approvals'
          ? `[${view.approvals.map((one) => this.#approval(one)).join(',')}]`
          : JSON.stringify(view[name as keyof FilingView])
      members.push(`"${name}":${value}`)
    }
    return Buffer.from(`{${members.join(',')}}`)
  }

  #approval(one: ApprovalView): string {
    const { approval, item, kind, gate, department, participant, dependsOn, ...rest } = one
    let routed = this.#routed.get(one)
    if (routed === undefined) {
      const fixed = { approval, item, kind, gate, department, participant, dependsOn }
      routed = JSON.stringify(fixed).slice(0, -1)
      this.#routed.set(one, routed)
    }
    const { state, round, since, ...more } = rest
    const moved = `${routed},"state":${jsonOf(state)},"round":${round},"since":${jsonOf(since)}`
    // Only while something is to be supplemented, or was refused.
    for (const _ in more) return `${moved},${JSON.stringify(more).slice(1)}`
    return `${moved}}`
  }
}

/** Text that needs no escapes, as states and times are. */
const plain = /^[\w .:+-]*$/

const jsonOf = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))
