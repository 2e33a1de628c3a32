import { styleText } from 'node:util'
import type { Io } from './io.ts'
import type { Lang, Text } from './text.ts'

/** Exit codes of every command. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  differs: 3,
  notDetermined: 4,
  unreachable: 5,
} as const

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** Where a command writes; the only output of the whole product that is not a log. */
export interface Output {
  readonly lang: Lang
  readonly json: boolean
  /** A terminal that can rewrite its lines. */
  readonly interactive: boolean
  /** Width in columns. */
  readonly columns: number
  line(text?: string): void
  /** One JSON document on one line. */
  data(value: unknown): void
  error(text: string): void
  /** Rewrites the last lines of a terminal, as many as were given the last time; none clears them. Elsewhere it does nothing. */
  progress(...lines: readonly string[]): void
  /** The text in the language of the output. */
  say(text: Text): string
  /** With colour on a terminal, else as it is. */
  paint(style: Style, text: string): string
}

/** Makes the output of one command. `NO_COLOR` and `TERM=dumb` are respected (no-color.org). */
export function createOutput(lang: Lang, json: boolean, io: Io): Output {
  const { NO_COLOR, TERM } = io.env
  const interactive = io.terminal && !json && TERM !== 'dumb'
  const coloured = interactive && (NO_COLOR === undefined || NO_COLOR === '')
  let open = 0
  const close = () => {
    if (open > 0) io.out.write(`\r${open > 1 ? `\x1b[${open - 1}A` : ''}\x1b[J`)
    open = 0
  }
  return {
    lang,
    json,
    interactive,
    get columns() {
      return io.columns
    },
    line(text = '') {
      close()
      io.out.write(`${text}\n`)
    },
    data(value) {
      io.out.write(`${JSON.stringify(value)}\n`)
    },
    error(text) {
      close()
      io.err.write(`${text}\n`)
    },
    progress(...lines) {
      if (!interactive) return
      close()
      if (lines.length === 0) return
      io.out.write(lines.join('\n'))
      open = lines.length
    },
    say: (text) => text[lang],
    paint: (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text),
  }
}

/** A bar of progress with its numbers. */
export function bar(done: number, total: number, width = 30): string {
  const share = total > 0 ? Math.min(1, done / total) : 0
  const full = Math.round(share * width)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(share * 100)} %  ${done}/${total}`
}
