export { type Configuration, configure, defaultConfiguration } from './src/configuration.ts'
export { type Exchange, type StartOptions, startExchange } from './src/exchange.ts'
export type { Fault, FsckReport } from './src/fsck/fsck.ts'
export { runFsck } from './src/fsck/run.ts'
