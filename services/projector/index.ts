export type { Projector, ProjectorHealth, ProjectorOptions, ProjectorState } from './src/projector.ts'
export { createProjector, defaultBatchSize } from './src/projector.ts'
