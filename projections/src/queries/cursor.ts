import { createHash } from 'node:crypto'
import { problem, YibiaoError } from '@yibiao/schemas'

/** Where the next page begins, as the query itself understands it. */
export type Place = readonly (string | number)[]

/** What a cursor is good for: one query over one history. */
export interface CursorScope {
  readonly history: string
  /** Name of the query with its filters. */
  readonly query: readonly unknown[]
}

const digestOf = ({ history, query }: CursorScope): string =>
  createHash('sha256')
    .update(JSON.stringify([history, query]))
    .digest('base64url')
    .slice(0, 11)

/** An opaque cursor. It carries the history's identity, so that one from another history is refused. */
export const encodeCursor = (scope: CursorScope, place: Place): string =>
  Buffer.from(JSON.stringify([digestOf(scope), ...place])).toString('base64url')

/** The place in a cursor. Throws `YB_CURSOR` when it is no cursor or one of another query or history. */
export function decodeCursor(scope: CursorScope, cursor: string): Place {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw wrong()
  }
  if (!Array.isArray(parts) || parts[0] !== digestOf(scope)) throw wrong()
  const place = parts.slice(1) as unknown[]
  if (!place.every((one) => typeof one === 'string' || typeof one === 'number')) throw wrong()
  return place as Place
}

/** Also for a cursor that points into a copy which is no longer there. */
export const wrong = (): YibiaoError =>
  new YibiaoError(
    problem('YB_CURSOR', '', { reason: ' is of another query or history / 不属于此查询或此历史' }),
  )
