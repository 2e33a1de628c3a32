import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { ascending, percentile } from './numbers.ts'

export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryGB: number
  readonly system: string
  readonly node: string
  /** Of one page appended and synchronised, milliseconds. */
  readonly fdatasyncP50: number
  readonly fdatasyncP99: number
  /** Processes that wanted a core in the last minute: above `cores`, others were at work as well. */
  readonly load: number
}

/** Pages synchronised to find out what the disk takes, and the bytes of one. */
const [samples, pageBytes] = [200, 16_384]

export function describeMachine(folder: string): Machine {
  const times = fdatasyncTimes(join(folder, 'sync'))
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGB: Number((totalmem() / 1e9).toFixed(1)),
    system: `${platform()} ${release()}`,
    node: process.version,
    fdatasyncP50: percentile(times, 0.5),
    fdatasyncP99: percentile(times, 0.99),
    load: loadavg()[0] ?? 0,
  }
}

function fdatasyncTimes(file: string): Float64Array {
  const descriptor = openSync(file, 'w')
  const page = Buffer.alloc(pageBytes, 1)
  const times = Array.from({ length: samples }, () => {
    const began = performance.now()
    writeSync(descriptor, page)
    fdatasyncSync(descriptor)
    return performance.now() - began
  })
  closeSync(descriptor)
  rmSync(file)
  return ascending(times)
}
