/** What a row found, as it goes from its process to the table and into the JSON file. */

/** What the figure must be. */
export interface Required {
  readonly atLeast?: number
  readonly atMost?: number
  readonly exactly?: number
}

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly required?: Required
}

export interface Outcome {
  readonly figures: readonly Figure[]
  /** What of it was chosen and what it did, for the reader. */
  readonly settings: Readonly<Record<string, string | number>>
}

export interface RowOptions {
  /** An empty folder that is removed afterwards. */
  readonly folder: string
  /** 1: the sizes of the documentation. */
  readonly scale: number
  /** Where every run of the workload begins; the same seed makes the same filings. */
  readonly seed: number
  /** A folder with a built history, for the rows that need one. */
  readonly history?: string
}

export function holds({ value, required }: Figure): boolean | undefined {
  if (required === undefined) return undefined
  const { atLeast, atMost, exactly } = required
  return (
    (atLeast === undefined || value >= atLeast) &&
    (atMost === undefined || value <= atMost) &&
    (exactly === undefined || value === exactly)
  )
}

/** A size at this run's scale, never below `least`. */
export const scaled = (size: number, scale: number, least: number): number =>
  Math.max(least, Math.round(size * scale))
