/** Where text goes. */
export interface Sink {
  write(text: string): void
}

/** All that a command touches of the outside, so that a test can stand around it. */
export interface Io {
  readonly out: Sink
  readonly err: Sink
  /** The output is a terminal that can rewrite its lines. */
  readonly terminal: boolean
  /** Width of the output in columns. */
  readonly columns: number
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths and the search for an exchange begin at. */
  readonly cwd: string
  /** Everything on standard input. */
  stdin(): Promise<Buffer>
  /** Aborted when the command should end: nobody reads any more. */
  readonly signal: AbortSignal
}

/** What is taken for the width where nobody says it. */
export const defaultColumns = 160

/** How a write fails when nobody reads any more: into a pipe, or into the socket that a parent may give instead. */
const gone: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ECONNRESET'])

/**
 * The process's own streams. Whoever reads may go (`| head`): that is no fault. Then the process ends at once and quietly, or,
 * if it `drains`, the signal asks it to end.
 */
export function processIo(drains: boolean): Io {
  const { stdout, stderr, stdin, env } = process
  const ended = new AbortController()
  const broken = (error: NodeJS.ErrnoException): void => {
    if (!gone.has(error.code)) throw error
    if (!drains) process.exit(0)
    ended.abort()
  }
  stdout.on('error', broken)
  stderr.on('error', broken)
  return {
    out: {
      write: (text) => {
        if (!ended.signal.aborted) stdout.write(text)
      },
    },
    err: stderr,
    terminal: stdout.isTTY === true,
    get columns() {
      return stdout.columns ?? defaultColumns
    },
    env,
    cwd: process.cwd(),
    stdin: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of stdin) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    signal: ended.signal,
  }
}
