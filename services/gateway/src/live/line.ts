import type { LineKind } from './cursor.ts'

/** One message of a live line, encoded once for all who read along. */
export interface Frame {
  /** Its place on the line: ascending, and what the cursor holds. */
  readonly at: number
  readonly bytes: Buffer
  /** The JSON within the bytes, where it is also read otherwise than live. */
  readonly json?: Buffer
  /** Paths of the form whose values are in it. */
  readonly paths?: readonly string[]
}

/** Something that goes on: it can be read from any place, and read along. */
export interface Line {
  readonly kind: LineKind
  /** The place behind everything there is now. */
  end(): Promise<number>
  /**
   * Frames behind a place, in order, in batches that are never empty; waits for more at the end. Ends with the signal.
   * The next batch is made only when asked for: that is the back-pressure.
   */
  follow(after: number, signal: AbortSignal): AsyncGenerator<readonly Frame[]>
}

/** The last frames of a line, kept for everybody who is near its end. */
export class Recent {
  #frames: Frame[] = []
  readonly #kept: number
  /** Frames behind this place are here. */
  start: number
  /** Everything up to this place has been considered. */
  reached: number

  constructor(at: number, kept: number) {
    this.start = at
    this.reached = at
    this.#kept = kept
  }

  push(frames: readonly Frame[], reached: number): void {
    this.#frames.push(...frames)
    this.reached = reached
    const surplus = this.#frames.length - this.#kept
    if (surplus <= 0) return
    this.start = this.#frames[surplus - 1]?.at ?? this.start
    this.#frames = this.#frames.slice(surplus)
  }

  /** Frames behind a place that is not before `start`. */
  after(at: number): readonly Frame[] {
    let low = 0
    let high = this.#frames.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#frames[middle] as Frame).at <= at) low = middle + 1
      else high = middle
    }
    return this.#frames.slice(low, low + 500)
  }
}

/** Resolves at the next call of what `listen` is given, or with the signal. `listen` is called at once. */
export function nextCall(listen: (callback: () => void) => () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const stop = listen(done)
    if (signal.aborted) done()
    else signal.addEventListener('abort', done, { once: true })
  })
}

/** A server-sent event (WHATWG HTML 9.2). The data is JSON and so has no line break. */
export const encodeFrame = (cursor: string, data: unknown): Buffer =>
  Buffer.from(`id: ${cursor}\ndata: ${JSON.stringify(data)}\n\n`)
