/** The value below which a share of the values lies; `values` MUST be ascending. 0 of none. */
export function percentile(values: readonly number[] | Float64Array, share: number): number {
  const index = Math.min(values.length - 1, Math.ceil(values.length * share) - 1)
  return values[Math.max(0, index)] ?? 0
}

export const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()

/** Four significant digits at most; thousands apart. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(value >= 100 ? 4 : 3)))
}

/** Peak of the resident set of this process so far, in MB of a million bytes. */
export const peakMemory = (): number => (process.resourceUsage().maxRSS * 1_024) / 1e6

/** Processor time of this thread so far, in microseconds: what a busy neighbour hardly changes. */
export function threadCpu(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}
