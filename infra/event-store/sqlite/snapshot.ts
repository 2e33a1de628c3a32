/** The head row and, read in the same moment, where the tables really end. */
export interface Snapshot {
  readonly version: number
  readonly head: number
  readonly streams: number
  readonly digest: Buffer
  /** Of the positions that can be; whether there are others is told by `strays`. */
  readonly lastPosition: number
  readonly strays: number
  readonly lastStream: number
}

/** One turn of the event loop between two batches. */
export type Pause = () => Promise<void>
