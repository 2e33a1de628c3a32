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

  /** UTF-8. The long members by themselves: they are ASCII, which is copied, and a Chinese name would have all of it converted. */
  encode(view: FilingView): Buffer {
    const pieces: Buffer[] = []
    let text = '{'
    let comma = ''
    for (const name in view) {
      text += `${comma}"${name}":`
      comma = ','
      const long = this.#long(view, name)
      if (long === undefined) text += JSON.stringify(view[name as keyof FilingView])
      else {
        pieces.push(Buffer.from(text), Buffer.from(long))
        text = ''
      }
    }
    pieces.push(Buffer.from(`${text}}`))
    return Buffer.concat(pieces)
  }

  #long(view: FilingView, name: string): string | undefined {
    if (name === 'approvals') return `[${view.approvals.map((one) => this.#approval(one)).join(',')}]`
    if (name === 'clocks') return `[${view.clocks.map((one) => this.#clock(one)).join(',')}]`
    return undefined
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
