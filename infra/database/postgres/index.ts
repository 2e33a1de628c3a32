export { openPostgresDatabase } from './open.ts'
export type { PostgresDatabaseOptions } from './options.ts'
export { defaultConnectTimeout, defaultLockTimeout, defaultReaders, defaultSchema } from './options.ts'
