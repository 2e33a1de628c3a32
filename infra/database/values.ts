/** A value that can be stored. `bigint` comes back only where an integer is beyond 2^53, which nothing of ours is. */
export type SqlValue = string | number | bigint | null | Uint8Array

export type SqlRow = Readonly<Record<string, SqlValue>>
