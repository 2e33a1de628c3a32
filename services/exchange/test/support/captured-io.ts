import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/program.ts'

export interface Setting {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly terminal?: boolean
  readonly columns?: number
  readonly stdin?: string | Buffer
  readonly signal?: AbortSignal
  /** Called with everything written so far on the output. */
  readonly onOutput?: (whole: string) => void
}

export interface Captured {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** An `Io` that keeps what is written. */
export function captureIo(setting: Setting = {}): {
  readonly io: Io
  readonly written: { out: string; err: string }
} {
  const written = { out: '', err: '' }
  const io: Io = {
    out: {
      write: (text) => {
        written.out += text
        setting.onOutput?.(written.out)
      },
    },
    err: {
      write: (text) => {
        written.err += text
      },
    },
    terminal: setting.terminal ?? false,
    columns: setting.columns ?? 160,
    env: setting.env ?? {},
    cwd: setting.cwd ?? process.cwd(),
    stdin: async () => Buffer.from(setting.stdin ?? ''),
    signal: setting.signal ?? new AbortController().signal,
  }
  return { io, written }
}

/** Runs a command of `yibiao` in this process. */
export async function yibiao(args: readonly string[], setting: Setting = {}): Promise<Captured> {
  const { io, written } = captureIo(setting)
  const code = await run(args, io)
  return { code, ...written }
}
