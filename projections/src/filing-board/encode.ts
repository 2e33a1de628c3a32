import { Beside } from '../beside.ts'
import { type Scratch, utf8Of } from '../scratch.ts'
import type { ApprovalView, ClockView, FilingView } from './view.ts'

interface ClockText {
  passed: number
  met: string | undefined
  text: string
}

/**
 * Gives the bytes of `JSON.stringify` for filings that are written again and again: what an approval was routed with never
 * changes, and of a clock only how far it has come, so their texts are kept for as long as they themselves.
 */
export class FilingTexts {
  readonly #routed = new Beside<ApprovalView, string>()
  readonly #clocks = new Beside<ClockView, ClockText>()

  /** UTF-8. The long members by themselves: they are ASCII, which is copied, and a Chinese name would have all of it converted. */
  encode(view: FilingView, scratch: Scratch): Uint8Array {
    const pieces: string[] = []
    let text = '{'
    let comma = ''
    for (const name in view) {
      text += `${comma}"${name}":`
      comma = ','
      const long = this.#long(view, name)
      if (long === undefined) text += JSON.stringify(view[name as keyof FilingView])
      else {
        pieces.push(text, long)
        text = ''
      }
    }
    pieces.push(`${text}}`)
    return utf8Of(pieces, scratch)
  }

  #long(view: FilingView, name: string): string | undefined {
    if (name === 'approvals') return `[${view.approvals.map((one) => this.#approval(one)).join(',')}]`
    if (name === 'clocks') return `[${view.clocks.map((one) => this.#clock(one)).join(',')}]`
    return undefined
  }

  #clock(one: ClockView): string {
    const { passed, met } = one
    const kept = this.#clocks.get(one)
    if (kept === undefined) return this.#clocks.keep(one, { passed, met, text: JSON.stringify(one) }).text
    if (kept.passed !== passed || kept.met !== met) {
      kept.passed = passed
      kept.met = met
      kept.text = JSON.stringify(one)
    }
    return kept.text
  }

  #approval(one: ApprovalView): string {
    const { approval, item, itemVersion, kind, gate, department, participant, dependsOn, ...rest } = one
    let routed = this.#routed.get(one)
    if (routed === undefined) {
      const fixed = { approval, item, itemVersion, kind, gate, department, participant, dependsOn }
      routed = this.#routed.keep(one, JSON.stringify(fixed).slice(0, -1))
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
