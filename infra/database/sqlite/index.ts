export { openSqliteDatabase } from './open.ts'
export type { SqliteDatabaseOptions } from './options.ts'
export { defaultCacheKiB } from './options.ts'
