import { MaterialError } from '../errors.ts'
import { SourceFault } from './source-fault.ts'

/** The code of an error of the system; empty where it has none. */
export const systemCode = (error: unknown): string =>
  String((error as { readonly code?: unknown } | null)?.code ?? '')

/** What the system says of the folder, as the port says it. What is a `MaterialError` already stays. */
export function translated(error: unknown): unknown {
  const code = systemCode(error)
  if (!/^E[A-Z0-9]+$/.test(code)) return error
  return /^(ENOSPC|EDQUOT|EFBIG)$/.test(code)
    ? new MaterialError('YB_MATERIALS_FULL', `no room for materials (${code})`, { cause: error })
    : new MaterialError('YB_MATERIALS_UNAVAILABLE', `the folder of materials failed (${code})`, {
        cause: error,
      })
}

/** Does something with the folder; faults of the system come out translated, those of a source as they were. */
export async function withFolder<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    throw error instanceof SourceFault ? error.cause : translated(error)
  }
}

/** Undefined where the file is not there. */
export async function ifThere<Result>(act: Promise<Result>): Promise<Result | undefined> {
  try {
    return await act
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
