import { problem, YibiaoError } from '@yibiao/schemas'

export const defaultLimit = 20
export const highestLimit = 200

/** The rows asked for; anything but 1 … 200 is a wrong request. */
export function limitOf(limit: number | undefined): number {
  if (limit === undefined) return defaultLimit
  if (Number.isSafeInteger(limit) && limit >= 1 && limit <= highestLimit) return limit
  const reason = `limit is 1 to ${highestLimit}. / limit 须为 1 至 ${highestLimit}。`
  throw new YibiaoError(problem('YB_REQUEST', '/limit', { reason }))
}
