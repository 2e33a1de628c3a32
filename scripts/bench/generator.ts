import type { ResourceLimits, Worker } from 'node:worker_threads'

/** A thread that makes load keeps its heap small, for its memory counts in the peak of the process that is measured. */
export const generatorLimits: ResourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 768 }

/** Megabytes that the thread's heap and its buffers take now. */
export async function heapOf(worker: Worker): Promise<number> {
  const { total_physical_size, external_memory } = await worker.getHeapStatistics()
  return (total_physical_size + external_memory) / 1e6
}
