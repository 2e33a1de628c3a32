import type { ApprovalView, ClockView, FilingView } from './view.ts'

interface ClockText {
  readonly passed: number
  readonly met: string | undefined
  readonly text: string
}

/**
 * Gives the bytes of `JSON.stringify` for filings that are written again and again: what an approval was routed with never
 * changes, and of a clock only how far it has come, so their texts are kept for as long as they themselves.
 */
export class FilingTexts {
  readonly #routed = new WeakMap<ApprovalView, string>()
  readonly #clocks = new WeakMap<ClockView, ClockText>()

  /** UTF-8. */
  encode(view: FilingView): Buffer {
    const members: string[] = []
    for (const name in view) members.push(`"${name}":${this.#member(view, name as keyof FilingView)}`)
    return Buffer.from(`{${members.join(',')}}`)
  }

  #member(view: FilingView, name: keyof FilingView): string {
    if (name === 'approvals') return `[${view.approvals.map((one) => this.#approval(one)).join(',')}]`
    if (name === 'clocks') return `[${view.clocks.map((one) => this.#clock(one)).join(',')}]`
    return JSON.stringify(view[name])
  }

  #clock(one: ClockView): string {
    const { passed, met } = one
    const known = this.#clocks.get(one)
    if (known !== undefined && known.passed === passed && known.met === met) return known.text
    const text = JSON.stringify(one)
    this.#clocks.set(one, { passed, met, text })
    return text
  }

  #approval(one: ApprovalView): string {
    const { approval, item, itemVersion, kind, gate, department, participant, dependsOn, ...rest } = one
    let routed = this.#routed.get(one)
    if (routed === undefined) {
      const fixed = { approval, item, itemVersion, kind, gate, department, participant, dependsOn }
      routed = JSON.stringify(fixed).slice(0, -1)
      this.#routed.set(one, routed)
    }
    return `${routed},${JSON.stringify(rest).slice(1)}`
  }
}
